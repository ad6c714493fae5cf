import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Part } from '../acting/act.ts';
import { told } from '../events.ts';
import { resumeSnooze } from '../resting/snoozing.ts';
import { leaveBehind } from './carrying.ts';
import { empty, moveItems, recount, type StandingItem, someoneWaits, stand, stateOf } from './recounting.ts';

interface Joined {
  id: string;
  kind: string;
  parts: readonly Part[];
}

/**
 * Takes a merge or a split back: the messages stand again where they stood, at the place they had. Of a merge, what
 * came in since stays where it came in; of a split it goes back along, and the new conversation stays as an empty place
 * that points to the old one. An answer that ended a waiting meanwhile has ended it.
 * @throws Refusal `conflict.act-overtaken` when messages moved on since, in a later merge or split
 */
export async function putApart(ctx: Context, { id, kind, parts }: Joined): Promise<string[]> {
  const [part] = parts;
  if (!part?.otherId) return [];
  const [from, other] = [part.conversationId, part.otherId];
  await lockBoth(ctx, [from, other]);
  const items = await itemsOf(ctx, id);
  const stands = kind === 'merge' ? other : from;
  if (items.length === 0 || items.some(({ conversationId }) => conversationId !== stands))
    throw new Refusal('conflict.act-overtaken');
  const back = { into: kind === 'merge' ? from : other, at: 'own' } as const;
  await moveItems(ctx, items, back);
  if (kind === 'split') {
    await moveRest(ctx, { from, into: other });
    await empty(ctx, from, other);
  } else {
    await leaveBehind(ctx, part);
    await standAsBefore(ctx, from, { state: part.before.state, closedAt: part.before.closedAt });
  }
  await resume(ctx, part, other);
  await standAsBefore(ctx, other, await standingNow(ctx, part));
  await ctx.emit([from, other].map((id) => told('rearranged', id, null)));
  return [from];
}

async function lockBoth(ctx: Context, ids: readonly string[]): Promise<void> {
  await sql`select from conversation where id = any(${ids}::bigint[]) order by id for update`.execute(
    ctx.database,
  );
}

async function itemsOf(ctx: Context, actId: string): Promise<(StandingItem & { conversationId: string })[]> {
  const found = await sql<StandingItem & { conversationId: string }>`
    select i.message_id as "messageId", a.seq_before as seq, i.conversation_id as "conversationId"
    from conversation_act_item a join conversation_item i on i.message_id = a.message_id
    where a.act_id = ${actId} order by a.seq_before`.execute(ctx.database);
  return found.rows;
}

/** What the new conversation got of its own goes back along, behind what stands there. */
async function moveRest(ctx: Context, { from, into }: { from: string; into: string }): Promise<void> {
  const rest = await sql<StandingItem>`
    select message_id as "messageId", seq from conversation_item where conversation_id = ${from} order by seq`.execute(
    ctx.database,
  );
  await moveItems(ctx, rest.rows, { into });
}

/** The snooze that the merge ended runs on, when nothing else began one since. */
async function resume(ctx: Context, { before }: Part, other: string): Promise<void> {
  if (typeof before.otherSnooze !== 'string') return;
  const running = await sql`
    select from snooze where conversation_id = ${other} and woken_at is null`.execute(ctx.database);
  if (running.rows.length === 0) await resumeSnooze(ctx, [before.otherSnooze]);
}

interface Before {
  /** Not a state: it follows from what stands there. */
  state: unknown;
  closedAt: unknown;
}

/** How the other one is to stand: as before the act, when it stands as that left it; otherwise done stays done. */
async function standingNow(ctx: Context, { before, after, otherId }: Part): Promise<Before> {
  const found = await sql<{ seq: number; state: string; closedAt: string | null }>`
    select seq, state, closed_at::text as "closedAt" from conversation where id = ${otherId}`.execute(
    ctx.database,
  );
  const [row] = found.rows;
  const untouched = row?.seq === after.otherSeq && row?.state === after.otherState;
  if (untouched) return { state: before.otherState, closedAt: null };
  return row?.state === 'done' ? row : { state: undefined, closedAt: null };
}

async function standAsBefore(ctx: Context, id: string, before: Before): Promise<void> {
  const course = await recount(ctx, id);
  if (!course) return;
  const state =
    typeof before.state === 'string' ? before.state : stateOf(course, await someoneWaits(ctx, id));
  const closedAt = typeof before.closedAt === 'string' ? before.closedAt : null;
  await stand(ctx, id, { state, closedAt, mergedInto: null });
}
