import { sql } from 'kysely';
import { type Context, transact } from '../../platform/context.ts';
import { type DoneAct, recordAct } from '../acting/act.ts';
import { told } from '../events.ts';
import { endSnoozes } from '../resting/snoozing.ts';
import { carryAlong } from './carrying.ts';
import { lockPair } from './pair.ts';
import {
  empty,
  itemsOf,
  moveItems,
  recordItems,
  recount,
  someoneWaits,
  stand,
  stateOf,
} from './recounting.ts';

/**
 * Makes one conversation of two: the messages of `from` stand in `into` from now on, with what was measured of them.
 * `from` stays as an empty place that points there, so that its address still leads somewhere and whoever answers in
 * its thread comes along. Taken back with `undoAct`.
 * @throws Refusal as `lockPair` does
 */
export async function merge(
  ctx: Context,
  pair: { from: string; into: string },
): Promise<DoneAct | undefined> {
  return transact(ctx, 'service', async (ctx) => {
    const { from, into } = await lockPair(ctx, pair);
    const items = await itemsOf(ctx, from.id);
    const { closedAt } = await closedAtOf(ctx, from.id);
    await moveItems(ctx, items, { into: into.id });
    await empty(ctx, from.id, into.id);
    const course = await recount(ctx, into.id);
    const state = course ? stateOf(course, await someoneWaits(ctx, into.id)) : into.state;
    // What somebody set aside did not know of what comes in now.
    if (from.snoozeId === null && from.state !== 'done') await endSnoozes(ctx, [into.id], 'colleague');
    await stand(ctx, into.id, { state, closedAt: null, mergedInto: null });
    const labels = await carryAlong(ctx, from.id, into.id);
    const act = await recordAct(ctx, 'merge', [
      {
        conversationId: from.id,
        otherId: into.id,
        before: { state: from.state, closedAt, otherState: into.state, otherSnooze: into.snoozeId },
        after: { otherSeq: into.seq + items.length, otherState: state, labels },
      },
    ]);
    if (act) await recordItems(ctx, act.id, items);
    await ctx.emit([told('merged', from.id, { into: into.id }), told('rearranged', into.id, null)]);
    return act;
  });
}

async function closedAtOf(ctx: Context, id: string): Promise<{ closedAt: string | null }> {
  const found = await sql<{ closedAt: string | null }>`
    select closed_at::text as "closedAt" from conversation where id = ${id}`.execute(ctx.database);
  return found.rows[0] ?? { closedAt: null };
}
