import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../platform/context.ts';

/** The person as whom a row's person is shown: one hop for whoever was merged, themselves otherwise. */
export function shownAs(person: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`coalesce((select hop.shown_id from person_shown hop where hop.person_id = ${person}), ${person})`;
}

/** True for persons who stand in a list in their own right, and not as a part of somebody else. */
export function standsAlone(person: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`not exists (
    select from person_shown hop where hop.person_id = ${person} and hop.shown_id <> ${person})`;
}

/** All persons who are the same human as this one, the shown one first; just this one when nothing was merged. */
export async function togetherWith(ctx: Context, personId: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select m.person_id as id from person_shown s join person_shown m on m.shown_id = s.shown_id
    where s.person_id = ${personId} order by m.person_id <> s.shown_id, m.person_id`.execute(ctx.database);
  const ids = found.rows.map((row) => row.id);
  return ids.length > 0 ? ids : [personId];
}
