import type { Goal } from '../insights/goals/goal.ts';
import { listGoals } from '../insights/goals/goals.ts';
import type { Measured } from '../insights/measured.ts';
import { lastMoment } from '../insights/moment.ts';
import { getOrganisation } from '../organisation/organisation.ts';
import { measurePilots, type PilotFigures } from '../pilots/measures.ts';
import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { type Ambition, findAmbition, warnAtOf } from './ambition/ambition.ts';
import { type Confidence, confidenceOf } from './confidence.ts';
import type { Criterion } from './criterion.ts';
import type { Outcome } from './evaluating.ts';
import { judgeMoment, judgePhase } from './judged.ts';
import { type Models, readModels } from './models/models.ts';
import type { PhaseStanding } from './models/phase.ts';
import { pickWindow } from './picking-window.ts';
import { type Standing, standingOf } from './standing.ts';
import { listVersions } from './versions/version.ts';
import { memoryAt, whole } from './weekly/keeping.ts';
import { settledOutcome, staleIn, waveringIn } from './weekly/stepping.ts';

export interface Journey {
  asOf: Temporal.Instant;
  /** Fewer than six weekly evaluations: the outcome rests on the latest figures alone. */
  provisional: boolean;
  /** The last weekly evaluation before; null when there was none yet. */
  evaluatedAt: Temporal.Instant | null;
  standing: Standing;
  confidence: Confidence;
  outcomes: Outcome[];
  /** Criteria up to the proven stage that are half-way to being lost. */
  wavering: { criterion: Criterion; down: number; holdDown: number }[];
  /** Criteria whose state is kept and can no longer be judged. */
  stale: string[];
  phase: PhaseStanding;
  models: Models;
  ambition: Ambition | null;
  goals: Goal[];
  pilots: PilotFigures[];
  /** One per code: the smallest window with enough behind it. */
  indicators: Measured[];
}

/** The figures people look at first, with the least number behind them for a decision. */
const leastBehind: Readonly<Record<string, number>> = {
  ...{
    RR: 50,
    RR_ADDRESSED: 50,
    SL60: 50,
    TW: 30,
    FRT: 30,
    FRT_CLOCK: 30,
    DEP: 30,
    READ: 30,
    UT: 50,
    PL: 50,
    MV: 50,
    EM: 50,
  },
  ...{ TRIAGE: 30, BL: 20, AC: 50, CN: 5, MI: 3, PO: 3, TR: 3, MANDATE: 3, KC: 3, KF: 3, RR_OUTSIDE: 30 },
};

/**
 * Where the organisation stands, from live rows: as of the end of the last week with messages, or of `at`.
 * @throws Refusal `not-found.messages` while nothing was heard.
 */
export async function readJourney(
  ctx: Context,
  at?: Temporal.Instant,
  departmentId?: string,
): Promise<Journey> {
  const asOf = at ?? (await lastMoment(ctx));
  if (!asOf) throw new Refusal('not-found.messages');
  const of = departmentId === undefined ? {} : { departmentId };
  const judged = await judgeMoment(ctx, asOf, { versions: await listVersions(ctx), ...of });
  const { memory, asOf: evaluatedAt } = await memoryAt(ctx, departmentId ?? whole, asOf);
  const outcomes = judged.outcomes.map((outcome) => settledOutcome(outcome, memory));
  const standing = standingOf(outcomes);
  const ambition = (await findAmbition(ctx, asDate(asOf))) ?? null;
  const goals = await listGoals(ctx, asDate(asOf));
  const pilots = await measurePilots(ctx, asDate(asOf));
  const phase = await judgePhase(ctx, asOf, { measured: judged.measured, outcomes, memory, ...of });
  const carrying = outcomes.map(({ criterion }) => criterion).filter(({ stage }) => stage <= standing.proven);
  return {
    asOf,
    provisional: ![...memory.values()].some(({ seen }) => seen >= 6),
    evaluatedAt,
    standing,
    confidence: confidenceOf(outcomes, standing),
    outcomes,
    wavering: waveringIn(carrying, memory, warnAtOf(ambition)),
    stale: staleIn(carrying, memory),
    phase,
    models: await readModels(ctx, { judged, outcomes, standing, phase, goals, pilots }),
    ambition,
    goals,
    pilots,
    indicators: indicatorsOf(judged.measured),
  };
}

function indicatorsOf(measured: readonly Measured[]): Measured[] {
  return [...Map.groupBy(measured, ({ code }) => code)].flatMap(([code, candidates]) => {
    const start = candidates.some(({ window }) => window === 28) ? 28 : (candidates[0]?.window ?? 28);
    return pickWindow(candidates, start, leastBehind[code] ?? 0) ?? [];
  });
}

/**
 * A day named by a person (`2026-11-22`) is evaluated as of its end, in the organisation's time; an instant
 * (`2026-11-24T10:00:00Z`) as of itself, so that an address can hold on to one evaluation.
 * @throws Refusal `invalid.date`
 */
export async function momentOf(ctx: Context, day: string): Promise<Temporal.Instant> {
  const { timezone } = await getOrganisation(ctx);
  const moment = findMoment(day, timezone);
  const ms = moment?.epochMilliseconds ?? 0;
  // Further away no message can stand, and the database has an end to its calendar too.
  if (!moment || ms <= 0 || ms > Date.UTC(2200))
    throw new Refusal('invalid.date', { value: day.slice(0, 40) });
  return moment;
}

function findMoment(day: string, timezone: string): Temporal.Instant | undefined {
  try {
    if (day.includes('T')) return Temporal.Instant.from(day);
    return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timezone).toInstant();
  } catch {
    return undefined;
  }
}
