import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Part } from '../acting/act.ts';
import { put, take } from '../labelling/labelling.ts';

/**
 * What colleagues keep with a conversation goes along when it is merged: its labels, who follows it, and what they were
 * writing; below what they were writing there already, and never on the public paper of what is private. Gives the
 * labels that the other one had not yet.
 */
export async function carryAlong(ctx: Context, from: string, into: string): Promise<string[]> {
  const standing = await sql<{ label: string }>`
    select label_id as label from conversation_label where conversation_id = ${from} and taken_at is null
      and label_id not in (select label_id from conversation_label where conversation_id = ${into} and taken_at is null)
    order by label_id`.execute(ctx.database);
  for (const { label } of standing.rows) await put(ctx, [into], label);
  await sql`
    insert into participant (conversation_id, employee_id, why, since)
    select ${into}, employee_id, why, since from participant where conversation_id = ${from} and left_at is null
    on conflict do nothing`.execute(ctx.database);
  await carryDrafts(ctx, from, into);
  return standing.rows.map(({ label }) => label);
}

async function carryDrafts(ctx: Context, from: string, into: string): Promise<void> {
  await sql`
    with gone as (delete from draft where conversation_id = ${from} returning *)
    , there as (select c.id, c.version, a.audience from conversation c join channel_account a on a.id = c.channel_account_id
      where c.id = ${into})
    insert into draft (conversation_id, employee_id, mode, text, seen_version, back, back_reason, saved_at)
    select there.id, g.employee_id, g.mode, string_agg(g.text, E'\\n\\n' order by g.saved_at), there.version,
      (array_agg(g.back order by g.saved_at desc))[1], (array_agg(g.back_reason order by g.saved_at desc))[1], max(g.saved_at)
    from (select employee_id, text, back, back_reason, saved_at,
        case when mode = 'public' and (select audience from there) = 'private' then 'private' else mode end as mode
      from gone) g
    cross join there group by there.id, there.version, g.employee_id, g.mode
    on conflict (conversation_id, employee_id, mode) do update set text = draft.text || E'\\n\\n' || excluded.text,
      revision = draft.revision + 1, saved_at = greatest(draft.saved_at, excluded.saved_at)`.execute(
    ctx.database,
  );
}

/** Of a merge that is taken back: the labels that it brought go again. What was being written stays where it lies. */
export async function leaveBehind(ctx: Context, { otherId, after }: Part): Promise<void> {
  const { labels } = after;
  if (!otherId || !Array.isArray(labels)) return;
  for (const label of labels) await take(ctx, [otherId], String(label));
}
