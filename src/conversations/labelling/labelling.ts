import { sql } from 'kysely';
import { doneBy } from '../../organisation/done-by.ts';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Part } from '../acting/act.ts';
import { countVersions, type Locked } from '../acting/locking.ts';
import { told } from '../events.ts';

/** Puts a label on those of many that have it not yet. @throws Refusal `not-found.label` */
export async function labelAll(ctx: Context, locked: readonly Locked[], label: string): Promise<Part[]> {
  const labelId = await getLabel(ctx, label, { retired: false });
  return put(
    ctx,
    locked.map(({ id }) => id),
    labelId,
  );
}

/** Takes a label from those of many that have it. @throws Refusal `not-found.label` */
export async function unlabelAll(ctx: Context, locked: readonly Locked[], label: string): Promise<Part[]> {
  const labelId = await getLabel(ctx, label, { retired: true });
  return take(
    ctx,
    locked.map(({ id }) => id),
    labelId,
  );
}

/** Puts on conversations that are locked what they have not yet; tells of those that changed. */
export async function put(ctx: Context, ids: readonly string[], labelId: string): Promise<Part[]> {
  const done = await sql<{ id: string }>`
    insert into conversation_label (conversation_id, label_id, put_at, put_by)
    select id, ${labelId}, ${asDate(ctx.clock.now())}, ${doneBy(ctx)} from unnest(${ids}::bigint[]) as t (id)
    on conflict do nothing returning conversation_id as id`.execute(ctx.database);
  await showLabels(ctx, done.rows);
  return done.rows.map(({ id }) => ({ conversationId: id, before: {}, after: { label: labelId } }));
}

export async function take(ctx: Context, ids: readonly string[], labelId: string): Promise<Part[]> {
  const done = await sql<{ id: string }>`
    update conversation_label set taken_at = ${asDate(ctx.clock.now())}, taken_by = ${doneBy(ctx)}
    where conversation_id = any(${ids}::bigint[]) and label_id = ${labelId} and taken_at is null
    returning conversation_id as id`.execute(ctx.database);
  await showLabels(ctx, done.rows);
  return done.rows.map(({ id }) => ({ conversationId: id, before: { label: labelId }, after: {} }));
}

async function showLabels(ctx: Context, changed: readonly { id: string }[]): Promise<void> {
  const ids = changed.map(({ id }) => id);
  if (ids.length === 0) return;
  await sql`
    update conversation_open o set label_ids = array(select label_id from conversation_label l
      where l.conversation_id = o.conversation_id and l.taken_at is null order by label_id)
    where o.conversation_id = any(${ids}::bigint[])`.execute(ctx.database);
  await countVersions(ctx, ids);
  await ctx.emit(ids.map((id) => told('marked', id, null)));
}

async function getLabel(ctx: Context, id: string, { retired }: { retired: boolean }): Promise<string> {
  const found = await sql<{ id: string }>`
    select id from inbox_label where public_id = ${id} and (${retired} or retired_at is null)`.execute(
    ctx.database,
  );
  const [label] = found.rows;
  if (!label) throw new Refusal('not-found.label', { id });
  return label.id;
}
