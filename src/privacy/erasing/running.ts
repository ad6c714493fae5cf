import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { Place } from '../../platform/personal-place.ts';
import { forgetInJournal } from '../journal/forgetting.ts';
import { type Erasure, lockErasure } from './erasure.ts';
import { bury } from './tombstone.ts';

/**
 * Takes the places one after the other, each in a transaction of its own with the row that says so: whatever stops
 * this, the next call goes on with the place that was not done. The tombstone comes before the first.
 */
export async function runPlaces(ctx: Context, erasure: Erasure, places: readonly Place[]): Promise<void> {
  await transact(ctx, 'legal', (ctx) => bury(ctx, erasure));
  for (const place of places) await transact(ctx, 'legal', (ctx) => runPlace(ctx, erasure, place));
  if (ctx.dataFolder !== null) await forgetInJournal(ctx.dataFolder, erasure.personIds);
}

async function runPlace(ctx: Context, erasure: Erasure, place: Place): Promise<void> {
  // Two that run the same erasure take turns here, and the second finds the row.
  await lockErasure(ctx, erasure.publicId);
  const done = await ctx.database
    .selectFrom('erasure_step')
    .select('place')
    .where('erasure_id', '=', erasure.id)
    .where('place', '=', place.name)
    .executeTakeFirst();
  if (done) return;
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
