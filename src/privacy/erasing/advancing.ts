import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { Place } from '../../platform/personal-place.ts';
import { decide } from '../deciding.ts';
import { purposeKeys } from '../purpose.ts';
import { certify } from './certifying.ts';
import { type Erasure, erasuresUnderWay, lockErasure, type ScopeLine } from './erasure.ts';
import { isHeldBack, runPlaces, verifyPlaces } from './running.ts';

/**
 * Moves every erasure as far as it can go now: shows the scope, freezes when the days to think are over, takes the
 * places one by one, verifies, certifies. Stops anywhere and goes on at the next call; doing it twice changes nothing.
 */
export async function advanceErasures(ctx: Context, places: readonly Place[]): Promise<void> {
  const under = await transact(ctx, 'legal', erasuresUnderWay);
  const failures: unknown[] = [];
  for (const { publicId } of under) {
    try {
      while (await advance(ctx, publicId, places));
    } catch (error) {
      // One that cannot go on must not keep the others waiting.
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

/** One step; true when there may be another. */
async function advance(ctx: Context, id: string, places: readonly Place[]): Promise<boolean> {
  const erasure = await transact(ctx, 'legal', (ctx) => lockErasure(ctx, id));
  switch (erasure.state) {
    case 'proven':
      await showScope(ctx, erasure, places);
      return false;
    case 'cooling':
      return freezeWhenDue(ctx, erasure);
    case 'frozen':
      await transact(ctx, 'legal', (ctx) =>
        move(ctx, erasure, { state: 'running', started_at: asDate(ctx.clock.now()) }),
      );
      return true;
    case 'running':
      if (!(await runPlaces(ctx, erasure, places))) return false;
      await transact(ctx, 'legal', (ctx) => verifyPlaces(ctx, erasure, places));
      return true;
    case 'verified':
      await certify(ctx, erasure);
      return false;
    default:
      return false;
  }
}

async function showScope(ctx: Context, erasure: Erasure, places: readonly Place[]): Promise<void> {
  await transact(ctx, 'legal', async (ctx) => {
    const scope: ScopeLine[] = [];
    for (const place of places) scope.push(lineOf(place, await countIn(ctx, place, erasure.personIds)));
    await ctx.database
      .updateTable('erasure')
      .set({ state: 'shown', scope: JSON.stringify(scope), shown_at: asDate(ctx.clock.now()) })
      .where('id', '=', erasure.id)
      .where('state', '=', 'proven')
      .execute();
  });
}

function lineOf({ name, mode }: Place, rows: number): ScopeLine {
  const kept = mode.kind === 'keep' ? { reason: mode.reason, until: mode.until } : {};
  return { place: name, mode: mode.kind, rows, ...kept };
}

async function countIn(ctx: Context, place: Place, personIds: readonly string[]): Promise<number> {
  let rows = 0;
  for (const personId of personIds) {
    if (place.stream) for await (const _ of place.stream(ctx, personId)) rows += 1;
    else rows += (await place.find(ctx, personId)).length;
  }
  return rows;
}

/** From here on nothing else uses the data: every purpose is restricted, in one transaction with the state. */
async function freezeWhenDue(ctx: Context, erasure: Erasure): Promise<boolean> {
  return transact(ctx, 'legal', async (ctx) => {
    const { state, coolingUntil, heldAt } = await lockErasure(ctx, erasure.publicId);
    const now = asDate(ctx.clock.now());
    if (state !== 'cooling' || coolingUntil === null || coolingUntil > now) return state !== 'cooling';
    if (await isHeldBack(ctx, erasure.personIds)) {
      if (heldAt === null) await move(ctx, erasure, { held_at: now });
      return false;
    }
    for (const personId of erasure.personIds) await restrictAll(ctx, personId, erasure.strength);
    await move(ctx, erasure, { state: 'frozen', frozen_at: now, held_at: null });
    return true;
  });
}

async function restrictAll(ctx: Context, personId: string, strength: number): Promise<void> {
  for (const purpose of purposeKeys) {
    if (purpose !== 'legal') await decide(ctx, personId, { purpose, act: 'restrict', strength });
  }
}

interface Move {
  state?: 'frozen' | 'running';
  frozen_at?: Date;
  started_at?: Date;
  held_at?: Date | null;
}

async function move(ctx: Context, erasure: Erasure, change: Move): Promise<void> {
  await ctx.database.updateTable('erasure').set(change).where('id', '=', erasure.id).execute();
}
