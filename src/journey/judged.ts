import { type Collecting, collectWith } from '../insights/collecting.ts';
import { countOf } from '../insights/figures/making.ts';
import type { Measured } from '../insights/measured.ts';
import type { History } from '../insights/rolling/history.ts';
import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import { evaluate, type Outcome } from './evaluating.ts';
import { ownFigures } from './evidence.ts';
import { type PhaseStanding, phaseCriteria, phaseOf } from './models/phase.ts';
import { organisationAt } from './organisation.ts';
import { standingOf } from './standing.ts';
import { teamTies } from './team/team.ts';
import type { CriterionVersion } from './versions/version.ts';
import { criteriaAt } from './versions/version.ts';
import { type Memory, settledOutcome } from './weekly/stepping.ts';

/** Everything judged at one moment, from its own figures alone. */
export interface JudgedMoment {
  readonly measured: readonly Measured[];
  readonly history: History;
  readonly outcomes: readonly Outcome[];
  readonly today: string;
}

export async function judgeMoment(
  ctx: Context,
  asOf: Temporal.Instant,
  { versions, ...how }: Collecting & { versions: readonly CriterionVersion[] },
): Promise<JudgedMoment> {
  const at = asDate(asOf);
  const collected = await collectWith(ctx, asOf, { ...how, ties: await teamTies(ctx, at) });
  const measured = [...collected.measured, ...(await ownFigures(ctx, asOf))];
  const organisation = await organisationAt(ctx, at, how.departmentId);
  const outcomes = evaluate(criteriaAt(versions, at), measured, organisation);
  return { measured, history: collected.history, outcomes, today: collected.frame.today };
}

/** The phase of the roadmap; its last one asks that stage 4 of the journey holds. */
export async function judgePhase(
  ctx: Context,
  asOf: Temporal.Instant,
  {
    measured,
    outcomes,
    memory,
    departmentId,
  }: {
    measured: readonly Measured[];
    outcomes: readonly Outcome[];
    memory: Memory;
    departmentId?: string | undefined;
  },
): Promise<PhaseStanding> {
  const { proven } = standingOf(outcomes.map((outcome) => settledOutcome(outcome, memory)));
  const organisation = await organisationAt(ctx, asDate(asOf), departmentId);
  return phaseOf(evaluate(phaseCriteria, [...measured, countOf(['STAGE', 'now'], proven)], organisation));
}
