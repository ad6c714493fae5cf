import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { foundRows } from '../../platform/making-places.ts';
import type { Place } from '../../platform/personal-place.ts';

/** What colleagues wrote to each other about conversations goes with their words; that something was asked stays. */
export async function forgetAsked(ctx: Context, conversationIds: readonly string[]): Promise<void> {
  const these = sql`any(${conversationIds}::bigint[])`;
  await sql`update hand_over_line set text = '' where text <> '' and hand_over_id in (
    select id from hand_over where conversation_id = ${these})`.execute(ctx.database);
  await sql`update routing set reason = null, because = '{}' where conversation_id = ${these}
    and (reason is not null or because <> '{}')`.execute(ctx.database);
  await sql`update assignment set reason = null, end_reason = null where conversation_id = ${these}
    and (reason is not null or end_reason is not null)`.execute(ctx.database);
}

const ofPerson = (personId: string) =>
  sql`(select id from conversation where person_id = ${personId}::bigint)`;

/** Runs before the conversations themselves, which then no longer say whose they were. */
export const handOverPlace: Place = {
  name: 'hand-overs and reasons',
  columns: ['hand_over.*', 'hand_over_line.*', 'routing.*'],
  mode: { kind: 'detach' },
  order: 70,
  file: 'cases',
  find: (ctx, personId) =>
    foundRows(
      ctx,
      sql`
      select json_build_object('askedAt', h.asked_at, 'department', d.name, 'kind', l.kind, 'text', l.text,
        'writtenAt', l.written_at) as row
      from hand_over h join department d on d.id = h.department_id join hand_over_line l on l.hand_over_id = h.id
      where h.conversation_id in ${ofPerson(personId)} and l.text <> '' order by h.id, l.seq`,
    ),
  erase: async (ctx, personId) => {
    const found = await sql<{
      id: string;
    }>`select id from conversation where person_id = ${personId}::bigint`.execute(ctx.database);
    await forgetAsked(
      ctx,
      found.rows.map(({ id }) => id),
    );
    return found.rows.length;
  },
};
