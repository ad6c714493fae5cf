import { sql } from 'kysely';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { switchOff } from '../granting.ts';
import { noteLesson } from './lessons.ts';
import { lockPilot, type Pilot, today } from './pilot.ts';
import { longestExtension } from './plan.ts';
import { requiresOwner, requiresSponsor, takeStep } from './stepping.ts';

/** The phase has done its time, or somebody asks earlier: what it switched on stays on until somebody decides. */
export async function askDecision(ctx: Context, id: string, why: string | null): Promise<void> {
  await transact(ctx, ctx.purpose, async (ctx) => {
    const pilot = await lockPilot(ctx, id);
    requiresOwner(ctx, pilot);
    await takeStep(ctx, pilot, { act: 'ask', why });
  });
}

/** Once per phase, by half of its time at most. */
export async function extend(
  ctx: Context,
  id: string,
  { days, why }: { days: number; why: string },
): Promise<void> {
  await transact(ctx, ctx.purpose, async (ctx) => {
    const pilot = await lockPilot(ctx, id);
    requiresSponsor(ctx, pilot);
    const most = Math.floor((pilot.plan?.phases[pilot.phase - 1]?.days ?? 0) * longestExtension);
    if (!Number.isInteger(days) || days < 1 || days > most) throw new Refusal('invalid.extension', { most });
    await takeStep(ctx, pilot, { act: 'extend', why, facts: { days } });
    const endsOn = Temporal.PlainDate.from(await today(ctx))
      .add({ days })
      .toString();
    await sql`update pilot set ends_on = ${endsOn}::date where id = ${pilot.id}`.execute(ctx.database);
  });
}

/** It stays on as it is, and is no experiment any more. */
export async function keep(ctx: Context, id: string, why: string): Promise<void> {
  await transact(ctx, ctx.purpose, async (ctx) => {
    const pilot = await lockPilot(ctx, id);
    requiresSponsor(ctx, pilot);
    await takeStep(ctx, pilot, { act: 'keep', why, facts: { scope: pilot.scope } });
    await sql`update pilot set ends_on = null where id = ${pilot.id}`.execute(ctx.database);
  });
}

export interface Stopping {
  readonly why: string;
  readonly tags?: readonly string[];
  readonly learned: string;
  readonly otherwise: string;
}

/** It goes off at once, and what was learned is kept for whoever tries something like it. */
export async function stop(
  ctx: Context,
  id: string,
  { why, learned, otherwise, tags = [] }: Stopping,
): Promise<void> {
  await transact(ctx, ctx.purpose, async (ctx) => {
    const pilot: Pilot = await lockPilot(ctx, id);
    requiresSponsor(ctx, pilot);
    await takeStep(ctx, pilot, { act: 'stop', why, facts: { scope: pilot.scope } });
    await switchOff(ctx, pilot.id, 'stopped');
    await noteLesson(ctx, pilot, { learned, otherwise, tags });
    await sql`update pilot set ends_on = null where id = ${pilot.id}`.execute(ctx.database);
  });
}
