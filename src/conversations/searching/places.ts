import { type RawBuilder, sql } from 'kysely';
import { rowsPlace } from '../../platform/making-places.ts';

/** Letters and figures only, with a space around each word: a name in quotes or before a comma is that name. */
const inWords = (text: RawBuilder<unknown>) =>
  sql`(' ' || trim(regexp_replace(lower(${text}), '[^[:alnum:]]+', ' ', 'g')) || ' ')`;

/** A colleague may have kept a search for somebody by name or number: it goes with that person. */
export const savedSearchPlace = rowsPlace({
  name: 'saved search',
  table: 'saved_search',
  whose: (personId) => sql`exists (
    select from (select name from person where id = ${personId}::bigint
      union all select unnest(array[name, handle, external_id]) from identity where person_id = ${personId}::bigint
      union all select external_id from customer_record where person_id = ${personId}::bigint) called
    where length(called.name) > 2
      and position(${inWords(sql`called.name`)} in
        ${inWords(sql`saved_search.name || ' ' || (saved_search.question ->> 'text')`)}) > 0)`,
  shown: sql`json_build_object('name', saved_search.name, 'text', saved_search.question ->> 'text')`,
  by: sql`saved_search.id`,
});
