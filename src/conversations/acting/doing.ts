import { sql } from 'kysely';
import type { Action } from '../../organisation/authority.ts';
import { requires } from '../../organisation/authority.ts';
import { type Context, transact } from '../../platform/context.ts';
import { change, getAssignee } from '../assigning.ts';
import { endAll } from '../closing.ts';
import type { CloseReason } from '../conversation.ts';
import { told } from '../events.ts';
import { type Moving, moveAll } from '../joining/moving.ts';
import { labelAll, unlabelAll } from '../labelling/labelling.ts';
import { nameAll } from '../resting/naming.ts';
import type { Until } from '../resting/snooze.ts';
import { snoozeAll, wakeAll } from '../resting/snoozing.ts';
import { type DoneAct, type Part, recordAct } from './act.ts';
import { type Locked, lockAll } from './locking.ts';
import { type Priority, prioritiseAll } from './prioritising.ts';

/** What can be done with one conversation and just as well with many. Others are named by their public ids. */
export type Deed =
  | { kind: 'assign'; employee: string | null }
  | { kind: 'close'; reason: CloseReason }
  | ({ kind: 'snooze' } & Until)
  | { kind: 'wake' }
  | { kind: 'label' | 'unlabel'; label: string }
  | { kind: 'substate'; substate: string | null }
  | { kind: 'priority'; priority: Priority }
  | ({ kind: 'queue' } & Moving);

export const deedActions: Readonly<Record<Deed['kind'], Action>> = {
  assign: 'conversation.assign',
  close: 'conversation.close',
  snooze: 'conversation.close',
  wake: 'conversation.close',
  label: 'conversation.assign',
  unlabel: 'conversation.assign',
  substate: 'conversation.close',
  priority: 'conversation.assign',
  queue: 'conversation.assign',
};

/** More than this at once is done in several acts. */
export const mostAtOnce = 1000;

/**
 * Does one thing with many conversations, in one transaction and as one act that can be taken back. Those with which
 * the actor may not do it, and those with which it cannot be done as they stand, are passed over. Nothing was done:
 * undefined.
 * @throws Refusal `forbidden.action` for whoever may do it nowhere
 */
export async function doTogether(
  ctx: Context,
  publicIds: readonly string[],
  deed: Deed,
): Promise<DoneAct | undefined> {
  requires(ctx.actor, deedActions[deed.kind]);
  return transact(ctx, 'service', async (ctx) => {
    const locked = await lockAll(ctx, publicIds.slice(0, mostAtOnce), { action: deedActions[deed.kind] });
    return recordAct(ctx, deed.kind, await perform(ctx, locked, deed));
  });
}

function perform(ctx: Context, locked: readonly Locked[], deed: Deed): Promise<Part[]> {
  switch (deed.kind) {
    case 'assign':
      return assignAll(ctx, locked, deed.employee);
    case 'close':
      return closeAll(ctx, locked, deed.reason);
    case 'snooze':
      return snoozeAll(ctx, locked, { at: deed.at, piece: deed.piece });
    case 'wake':
      return wakeAll(ctx, locked);
    case 'label':
      return labelAll(ctx, locked, deed.label);
    case 'unlabel':
      return unlabelAll(ctx, locked, deed.label);
    case 'substate':
      return nameAll(ctx, locked, deed.substate);
    case 'priority':
      return prioritiseAll(ctx, locked, deed.priority);
    case 'queue':
      return moveAll(ctx, locked, { queue: deed.queue, reason: deed.reason });
  }
}

async function assignAll(ctx: Context, locked: readonly Locked[], employee: string | null): Promise<Part[]> {
  const assignee = employee === null ? null : await getAssignee(ctx, employee);
  const other = locked.filter(({ state, assigneeId }) => state !== 'done' && assigneeId !== assignee);
  for (const { id } of other) await giveTo(ctx, id, assignee);
  return other.map(({ id, assigneeId }) => ({
    conversationId: id,
    before: { assignee: assigneeId },
    after: { assignee },
  }));
}

/** Gives a conversation that is locked to somebody, or to nobody. */
export async function giveTo(ctx: Context, id: string, assignee: string | null): Promise<void> {
  const running = await ctx.database
    .selectFrom('assignment')
    .select('id')
    .where('conversation_id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  await change(ctx, id, { before: running?.id ?? null, assignee });
  await ctx.emit([told('assigned', id, { employeeId: assignee })]);
}

async function closeAll(ctx: Context, locked: readonly Locked[], reason: CloseReason): Promise<Part[]> {
  const open = locked.filter(({ state }) => state !== 'done');
  if (open.length === 0) return [];
  const ids = open.map(({ id }) => id);
  await endAll(ctx, ids, reason);
  const closures = await sql<{ id: string; conversation: string }>`
    select id, conversation_id as conversation from closure
    where conversation_id = any(${ids}::bigint[]) and reopened_at is null`.execute(ctx.database);
  const closureOf = new Map(closures.rows.map((row) => [row.conversation, row.id]));
  return open.map(({ id, state, snoozeId, substateId }) => ({
    conversationId: id,
    before: { state, snooze: snoozeId, substate: substateId },
    after: { closure: closureOf.get(id) ?? null },
  }));
}
