import { doneBy } from '../../organisation/done-by.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Part } from '../acting/act.ts';
import { countVersions, type Locked } from '../acting/locking.ts';
import { told } from '../events.ts';
import { bring } from '../routing/bringing.ts';
import { checkReason } from '../routing/moving.ts';
import { loadTargets } from '../routing/targets.ts';

/** To which queue, and why. */
export interface Moving {
  queue: string;
  reason: string;
}

/**
 * Moves many that are locked to another queue; what is done and what stands there already stays as it is.
 * @throws Refusal `not-found.queue`, `invalid.reason-missing`
 */
export async function moveAll(
  ctx: Context,
  locked: readonly Locked[],
  { queue, reason }: Moving,
): Promise<Part[]> {
  const why = checkReason(reason);
  const target = (await loadTargets(ctx)).byKey.get(queue);
  if (!target) throw new Refusal('not-found.queue', { key: queue });
  const moving = locked.filter(({ state, queueId }) => state !== 'done' && queueId !== target.id);
  const by = { versionId: null, decision: null, movedBy: doneBy(ctx), reason: why };
  await bring(
    ctx,
    moving.map(({ id, queueId }) => ({ id, queueId, target, ...by })),
  );
  const ids = moving.map(({ id }) => id);
  await countVersions(ctx, ids);
  await ctx.emit(ids.map((id) => told('routed', id, { queueId: target.id })));
  return moving.map(({ id, queueId }) => ({
    conversationId: id,
    before: { queue: queueId },
    after: { queue: target.id },
  }));
}

/** Back to where each came from, those that still stand where the act put them. Gives the numbers of those. */
export async function moveBack(
  ctx: Context,
  parts: readonly Part[],
  locked: readonly Locked[],
): Promise<string[]> {
  const targets = await loadTargets(ctx);
  const by = { versionId: null, decision: null, movedBy: doneBy(ctx), reason: null };
  const moves = parts.flatMap(({ conversationId: id, before, after }) => {
    const here = locked.find((one) => one.id === id);
    const target = targets.byId.get(String(before.queue));
    return here && target && here.queueId === after.queue
      ? [{ id, queueId: here.queueId, target, ...by }]
      : [];
  });
  await bring(ctx, moves);
  await ctx.emit(moves.map(({ id, target }) => told('routed', id, { queueId: target.id })));
  return moves.map(({ id }) => id);
}
