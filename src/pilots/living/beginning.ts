import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { requiresRoom } from '../portfolio/change-load.ts';
import type { Scope } from '../scope.ts';
import { startPilot } from '../starting.ts';
import { keepHoursOf } from './hours.ts';
import { step } from './life.ts';
import { lockPilot, type Pilot, today } from './pilot.ts';
import { lackingFor } from './planning.ts';
import { requiresOwner, takeStep } from './stepping.ts';

export interface Start {
  /** Why it starts although the department has had its two widenings of this quarter. */
  readonly overrule?: string | undefined;
}

/**
 * Starts phase 1: from here on the capabilities are on within its scope, and only there.
 * @throws Refusal `conflict.pilot-not-ready` (with all that is missing), `conflict.change-load`, `conflict.pilot-state`
 */
export async function start(ctx: Context, id: string, { overrule }: Start = {}): Promise<Pilot> {
  return transact(ctx, ctx.purpose, async (ctx) => {
    const pilot = await lockPilot(ctx, id);
    requiresOwner(ctx, pilot);
    const missing = pilot.state === 'planned' ? await lackingFor(ctx, pilot) : [];
    if (missing.length > 0) throw new Refusal('conflict.pilot-not-ready', { missing });
    const first = pilot.plan?.phases[0];
    if (!step(pilot, 'start') || !first)
      throw new Refusal('conflict.pilot-state', { act: 'start', state: pilot.state });
    const endsOn = await runFor(ctx, pilot.id, { scope: first.scope, days: first.days });
    const facts = { scope: first.scope, plan: pilot.plan };
    const begun = await takeStep(ctx, pilot, { act: 'start', why: overrule ?? null, facts });
    await requiresRoom(ctx, pilot.department?.id ?? null, overrule);
    const { capabilities } = pilot;
    await startPilot(ctx, { key: pilot.publicId, capabilities, scope: first.scope, pilotId: pilot.id });
    await keepHoursOf(ctx, pilot, first.scope);
    return { ...begun, scope: first.scope, endsOn };
  });
}

/** The phase runs from now for so many days. Gives the date at which a decision is asked. */
export async function runFor(
  ctx: Context,
  pilotId: string,
  { scope, days }: { scope: Scope; days: number },
): Promise<string> {
  const endsOn = Temporal.PlainDate.from(await today(ctx))
    .add({ days })
    .toString();
  await sql`
    update pilot set scope = ${JSON.stringify(scope)}::jsonb, phase_started_at = ${asDate(ctx.clock.now())},
      ends_on = ${endsOn}::date where id = ${pilotId}`.execute(ctx.database);
  return endsOn;
}
