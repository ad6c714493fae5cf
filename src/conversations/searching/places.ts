import { sql } from 'kysely';
import { rowsPlace } from '../../platform/making-places.ts';

/** A colleague may have kept a search for somebody by name or number: it goes with that person. */
export const savedSearchPlace = rowsPlace({
  name: 'saved search',
  table: 'saved_search',
  whose: (personId) => sql`exists (
    select from (select name from person where id = ${personId}::bigint
      union all select unnest(array[name, handle, external_id]) from identity where person_id = ${personId}::bigint) called
    where length(called.name) > 2
      and position(' ' || lower(called.name) || ' ' in
        lower(' ' || saved_search.name || ' ' || (saved_search.question ->> 'text') || ' ')) > 0)`,
  shown: sql`json_build_object('name', saved_search.name, 'text', saved_search.question ->> 'text')`,
  by: sql`saved_search.id`,
});
