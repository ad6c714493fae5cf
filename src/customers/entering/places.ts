import { sql } from 'kysely';
import { rowsPlace } from '../../platform/making-places.ts';
import type { Place } from '../../platform/personal-place.ts';

/** Links, sessions, and what somebody typed to get a link and was not answered yet. */
export const places: readonly Place[] = [
  rowsPlace({
    name: 'person_link',
    shown: sql`json_build_object('kind', kind, 'stops', stops, 'madeAt', made_at, 'usedAt', used_at)`,
  }),
  rowsPlace({
    name: 'person_session',
    shown: sql`json_build_object('madeAt', made_at, 'seenAt', seen_at)`,
  }),
  rowsPlace({
    name: 'link_request',
    shown: sql`json_build_object('given', given, 'madeAt', made_at)`,
    whose: (personId) => sql`given in (
      select address from identity where person_id = ${personId}::bigint and address is not null
      union select external_id from identity where person_id = ${personId}::bigint)`,
  }),
];
