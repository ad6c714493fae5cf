import { calendarFinder } from '../../organisation/calendars.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { switchOff, switchOn } from '../granting.ts';
import { requiresRoom } from '../portfolio/change-load.ts';
import type { Scope } from '../scope.ts';
import { runFor } from './beginning.ts';
import { keepHoursOf } from './hours.ts';
import { lockPilot, type Pilot } from './pilot.ts';
import { kindOfStep } from './readiness.ts';
import { requiresOwner, requiresSponsor, takeStep } from './stepping.ts';

export interface Scaling {
  readonly why: string;
  readonly overrule?: string | undefined;
}

/**
 * One act: the scope grows to that of the next phase, and all that asks what is on follows with the next question that it
 * asks. Only what widens is scaling; anything else is a change.
 * @throws Refusal `conflict.not-wider`, `conflict.change-load`, `conflict.pilot-state`
 */
export async function scale(ctx: Context, id: string, { why, overrule }: Scaling): Promise<Pilot> {
  return transact(ctx, ctx.purpose, async (ctx) => {
    const pilot = await lockPilot(ctx, id);
    requiresSponsor(ctx, pilot);
    const scaled = await takeStep(ctx, pilot, { act: 'scale', why, facts: factsOf(pilot) });
    const next = pilot.plan?.phases.find((_, at) => at === scaled.phase - 1);
    const wider = next && kindOfStep(next.scope, pilot.scope ?? {}, await calendarFinder(ctx));
    if (!next || wider !== 'wider') throw new Refusal('conflict.not-wider', { phase: scaled.phase });
    await requiresRoom(ctx, pilot.department?.id ?? null, overrule);
    await move(ctx, pilot, next.scope);
    const endsOn = await runFor(ctx, pilot.id, { scope: next.scope, days: next.days });
    return { ...scaled, scope: next.scope, endsOn };
  });
}

function factsOf({ plan, phase, scope }: Pilot): Record<string, unknown> {
  return { from: scope, scope: plan?.phases.find((_, at) => at === phase)?.scope };
}

/**
 * Another scope in the middle of a phase: narrower, or sideways. What widens goes through a decision.
 * @throws Refusal `conflict.is-scaling`, `conflict.no-change`
 */
export async function change(
  ctx: Context,
  id: string,
  { scope, why }: { scope: Scope; why: string },
): Promise<void> {
  await transact(ctx, ctx.purpose, async (ctx) => {
    const pilot = await lockPilot(ctx, id);
    requiresOwner(ctx, pilot);
    const kind = kindOfStep(scope, pilot.scope ?? {}, await calendarFinder(ctx));
    if (kind === 'wider') throw new Refusal('conflict.is-scaling');
    if (kind === 'same') throw new Refusal('conflict.no-change');
    await takeStep(ctx, pilot, { act: 'change', why, facts: { from: pilot.scope, scope } });
    await move(ctx, pilot, scope);
    await ctx.database
      .updateTable('pilot')
      .set({ scope: JSON.stringify(scope) })
      .where('id', '=', pilot.id)
      .execute();
  });
}

async function move(ctx: Context, pilot: Pilot, scope: Scope): Promise<void> {
  await switchOff(ctx, pilot.id, 'moved');
  const { publicId: key, capabilities, id: pilotId } = pilot;
  await switchOn(ctx, { key, capabilities, scope, pilotId });
  await keepHoursOf(ctx, pilot, scope);
}
