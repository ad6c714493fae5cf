import { type RawBuilder, sql } from 'kysely';
import { shownAs } from './shown.ts';

/** Fewer letters mean half of everybody. */
const fewestLetters = 3;
const most = 200;

/**
 * Numbers of the persons who are called so, or have such an account, customer number, order or invoice, with all who are
 * the same human: an array, to be read along with something else. Says nothing about what they allow.
 */
export function personsCalled(search: string): RawBuilder<string[]> {
  if (search.trim().length < fewestLetters) return sql<string[]>`'{}'::bigint[]`;
  return sql<string[]>`array(
    with hit as (select ${shownAs(sql`p.id`)} as id from persons_called(${search}) as p (id) limit ${most})
    select id from hit union select s.person_id from person_shown s join hit on s.shown_id = hit.id limit ${most})`;
}
