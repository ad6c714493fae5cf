import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { Place } from '../../platform/personal-place.ts';
import { forgetInJournal } from '../journal/forgetting.ts';
import { type Erasure, lockErasure } from './erasure.ts';
import { bury } from './tombstone.ts';

/**
 * Takes the places one after the other, each in a transaction of its own with the row that says so: whatever stops
 * this, the next call goes on with the place that was not done. The tombstone comes before the first. False when a hold
 * that was made meanwhile keeps the places that are left.
 */
export async function runPlaces(ctx: Context, erasure: Erasure, places: readonly Place[]): Promise<boolean> {
  if (!(await transact(ctx, 'legal', (ctx) => mayGo(ctx, erasure)))) return false;
  await transact(ctx, 'legal', (ctx) => bury(ctx, erasure));
  for (const place of places) {
    const gone = await transact(ctx, 'legal', async (ctx) => {
      if (!(await mayGo(ctx, erasure))) return false;
      await runPlace(ctx, erasure, place);
      return true;
    });
    if (!gone) return false;
  }
  if (ctx.dataFolder !== null) await forgetInJournal(ctx.dataFolder, erasure.personIds);
  return true;
}

/** Two that run the same erasure take turns here. Since when it is held stands with it, for whoever looks. */
async function mayGo(ctx: Context, { id, publicId, personIds }: Erasure): Promise<boolean> {
  const { heldAt } = await lockErasure(ctx, publicId);
  const held = await isHeldBack(ctx, personIds);
  if (held === (heldAt !== null)) return !held;
  const held_at = held ? asDate(ctx.clock.now()) : null;
  await ctx.database.updateTable('erasure').set({ held_at }).where('id', '=', id).execute();
  return !held;
}

/** Whether the data of one of them may not go yet, because of a claim or the law. Runs under `legal`. */
export async function isHeldBack(ctx: Context, personIds: readonly string[]): Promise<boolean> {
  const held = await ctx.database
    .selectFrom('legal_hold')
    .select('id')
    .where('person_id', 'in', personIds)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return held !== undefined;
}

async function runPlace(ctx: Context, erasure: Erasure, place: Place): Promise<void> {
  const done = await ctx.database
    .selectFrom('erasure_step')
    .select('place')
    .where('erasure_id', '=', erasure.id)
    .where('place', '=', place.name)
    .executeTakeFirst();
  // While a hold kept the rest, something may have come to a place that was done: the hold itself.
  if (done && (await remaining(ctx, place, erasure.personIds)) === 0) return;
  let erased = 0;
  for (const personId of erasure.personIds) erased += await place.erase(ctx, personId);
  const kept = place.mode.kind === 'keep' ? place.mode : null;
  await ctx.database
    .insertInto('erasure_step')
    .values({
      erasure_id: erasure.id,
      place: place.name,
      mode: place.mode.kind,
      erased,
      kept_reason: kept?.reason ?? null,
      kept_until: kept?.until ?? null,
      done_at: asDate(ctx.clock.now()),
    })
    .onConflict((conflict) =>
      conflict.columns(['erasure_id', 'place']).doUpdateSet((set) => ({
        erased: set('erasure_step.erased', '+', set.ref('excluded.erased')),
        done_at: set.ref('excluded.done_at'),
      })),
    )
    .execute();
}

/** Asks every place once more what is left. Only when it is nothing anywhere, the erasure is verified. */
export async function verifyPlaces(ctx: Context, erasure: Erasure, places: readonly Place[]): Promise<void> {
  const { state } = await lockErasure(ctx, erasure.publicId);
  if (state !== 'running') return;
  const failed: string[] = [];
  for (const place of places) {
    const left = await remaining(ctx, place, erasure.personIds);
    if (left > 0) failed.push(place.name);
    await ctx.database
      .updateTable('erasure_step')
      .set({ remaining: left })
      .where('erasure_id', '=', erasure.id)
      .where('place', '=', place.name)
      .execute();
  }
  if (failed.length > 0) throw new Error(`an erasure left something in ${failed.join(', ')}`);
  await ctx.database
    .updateTable('erasure')
    .set({ state: 'verified', verified_at: asDate(ctx.clock.now()) })
    .where('id', '=', erasure.id)
    .execute();
}

export async function remaining(ctx: Context, place: Place, personIds: readonly string[]): Promise<number> {
  let left = 0;
  for (const personId of personIds) {
    left += place.verify ? await place.verify(ctx, personId) : (await place.find(ctx, personId)).length;
  }
  return left;
}
