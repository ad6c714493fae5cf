import { sql } from 'kysely';
import { may } from '../../organisation/authority.ts';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Act, step } from './life.ts';
import type { Pilot } from './pilot.ts';

export interface Step {
  readonly act: Act;
  readonly why?: string | null;
  /** What it came to: numbers and choices, for whoever looks back. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/**
 * The only place that moves a pilot: refuses what its life does not know, writes down who did it and why, and tells it.
 * The pilot must be locked. @throws Refusal `conflict.pilot-state`
 */
export async function takeStep(
  ctx: Context,
  pilot: Pilot,
  { act, why = null, facts = {} }: Step,
): Promise<Pilot> {
  const next = step(pilot, act);
  if (!next) throw new Refusal('conflict.pilot-state', { act, state: pilot.state });
  const { state, phase, extended } = next;
  await sql`update pilot set state = ${state}, phase = ${phase}, extended = ${extended}
    where id = ${pilot.id}`.execute(ctx.database);
  await noteStep(ctx, { pilotId: pilot.id, act, from: pilot.state, to: state, phase, why, facts });
  await ctx.emit([
    { verb: `pilot.${past[act]}`, subject: { kind: 'pilot', id: pilot.id }, data: { state, phase } },
  ]);
  return { ...pilot, ...next };
}

const past: Readonly<Record<Act, string>> = {
  propose: 'proposed',
  fit: 'fitted',
  plan: 'planned',
  start: 'started',
  change: 'changed',
  ask: 'decision-asked',
  scale: 'scaled',
  extend: 'extended',
  keep: 'kept',
  stop: 'stopped',
  drop: 'dropped',
};

interface NewStep {
  pilotId: string;
  act: Act;
  from: string | null;
  to: string;
  phase: number;
  why: string | null;
  facts: Readonly<Record<string, unknown>>;
}

export async function noteStep(ctx: Context, one: NewStep): Promise<void> {
  await sql`
    insert into pilot_step (pilot_id, seq, act, from_state, to_state, phase, at, by, why, facts)
    select ${one.pilotId}, coalesce(max(seq), 0) + 1, ${one.act}, ${one.from}, ${one.to}, ${one.phase},
      ${asDate(ctx.clock.now())}, ${employeeIn(ctx)}::bigint, ${one.why}, ${JSON.stringify(one.facts)}::jsonb
    from pilot_step where pilot_id = ${one.pilotId}`.execute(ctx.database);
}

export function employeeIn({ actor }: Context): string | null {
  return actor.kind === 'employee' ? actor.employeeId : null;
}

/** Who arranges pilots, and the owner of this one. @throws Refusal `forbidden.action` */
export function requiresOwner(ctx: Context, pilot: Pick<Pilot, 'owner'>): void {
  const own = ctx.actor.kind === 'employee' && ctx.actor.employeeId === pilot.owner?.id;
  if (!own && !may(ctx.actor, 'pilot.manage'))
    throw new Refusal('forbidden.action', { action: 'pilot.manage' });
}

/** Who arranges pilots, and the sponsor of this one. @throws Refusal `forbidden.action` */
export function requiresSponsor(ctx: Context, pilot: Pick<Pilot, 'sponsor'>): void {
  const own = ctx.actor.kind === 'employee' && ctx.actor.employeeId === pilot.sponsor?.id;
  if (!own && !may(ctx.actor, 'pilot.manage'))
    throw new Refusal('forbidden.action', { action: 'pilot.manage' });
}
