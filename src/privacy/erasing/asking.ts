import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { sendJob } from '../../platform/jobs.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Erasure, getErasure, lockErasure, mostCoolingDays, proofToErase } from './erasure.ts';

export interface AskedErasure {
  /** Everybody who is shown as this one person. */
  personIds: readonly string[];
  requestId?: string;
  /** How sure we are who asks; see `decide`. */
  strength: number;
}

/** Somebody wants to be forgotten. Who proved who they are goes on at once; others prove it first. */
export async function askErasure(ctx: Context, asked: AskedErasure): Promise<Erasure> {
  if (asked.personIds.length === 0) throw new Refusal('not-found.person');
  return transact(ctx, 'legal', async (ctx) => {
    await refuseSecond(ctx, asked);
    const now = asDate(ctx.clock.now());
    const proven = asked.strength >= proofToErase;
    const id = publicId('er', now.getTime());
    await ctx.database
      .insertInto('erasure')
      .values({
        public_id: id,
        request_id: asked.requestId ?? null,
        person_ids: [...asked.personIds],
        state: proven ? 'proven' : 'received',
        strength: asked.strength,
        received_at: now,
        proven_at: proven ? now : null,
        made_by: ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null,
      })
      .execute();
    if (proven) await sendJob(ctx, 'erasures', {});
    return getErasure(ctx, id);
  });
}

/** Somebody who only says who they are must not be able to keep the person themselves from being forgotten. */
async function refuseSecond(ctx: Context, { personIds, strength }: AskedErasure): Promise<void> {
  const over = ['certified', 'withdrawn', ...(strength >= proofToErase ? ['received'] : [])];
  const running = await ctx.database
    .selectFrom('erasure')
    .select('public_id')
    .where('state', 'not in', over)
    .where((where) => where('person_ids', '&&', where.val([...personIds])))
    .executeTakeFirst();
  if (running) throw new Refusal('conflict.erasure-running', { id: running.public_id });
}

/** Who asks is who they say: signed in, or a colleague saw a second proof and wrote down which with the request. */
export async function proveErasure(ctx: Context, id: string, strength: number): Promise<void> {
  if (strength < proofToErase) throw new Refusal('forbidden.proof', { strength });
  await transact(ctx, 'legal', async (ctx) => {
    const erasure = await lockErasure(ctx, id);
    if (erasure.state !== 'received') return;
    await ctx.database
      .updateTable('erasure')
      .set({ state: 'proven', strength, proven_at: asDate(ctx.clock.now()) })
      .where('public_id', '=', id)
      .execute();
    await sendJob(ctx, 'erasures', {});
  });
}

/** The scope was seen and is right: so many days to think it over, and then it goes. */
export async function confirmErasure(ctx: Context, id: string, coolingDays: number): Promise<void> {
  if (!Number.isInteger(coolingDays) || coolingDays < 0 || coolingDays > mostCoolingDays)
    throw new Refusal('invalid.cooling', { most: mostCoolingDays });
  await transact(ctx, 'legal', async (ctx) => {
    const erasure = await lockErasure(ctx, id);
    if (erasure.state !== 'shown') throw new Refusal('conflict.erasure-state', { state: erasure.state });
    const until = asDate(ctx.clock.now().add({ hours: 24 * coolingDays }));
    await ctx.database
      .updateTable('erasure')
      .set({ state: 'cooling', cooling_days: coolingDays, cooling_until: until })
      .where('public_id', '=', id)
      .execute();
    await sendJob(ctx, 'erasures', {});
  });
}

/** Up to the freezing the person may think better of it. */
export async function withdrawErasure(ctx: Context, id: string): Promise<void> {
  await transact(ctx, 'legal', async (ctx) => {
    const { state } = await lockErasure(ctx, id);
    if (!['received', 'proven', 'shown', 'cooling'].includes(state))
      throw new Refusal('conflict.erasure-state', { state });
    await ctx.database
      .updateTable('erasure')
      .set({
        state: 'withdrawn',
        ended_at: asDate(ctx.clock.now()),
        person_ids: [],
        scope: null,
        notify_address: null,
        notify_locale: null,
      })
      .where('public_id', '=', id)
      .execute();
  });
}
