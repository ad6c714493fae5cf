import { type RawBuilder, sql } from 'kysely';

/** True for a person whose data may not go yet, because of a claim or the law; under each name we know them by. */
export function isHeld(person: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`exists (select from legal_hold h where h.ended_at is null and (h.person_id = ${person}
    or exists (select from permission_group g join permission_group o on o.group_id = g.group_id
      where g.person_id = h.person_id and o.person_id = ${person})))`;
}
