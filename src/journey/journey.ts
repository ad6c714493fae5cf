import { collect } from '../insights/collecting.ts';
import type { Measured } from '../insights/measured.ts';
import { lastMoment } from '../insights/moment.ts';
import { measureSize } from '../organisation/measures.ts';
import { getOrganisation } from '../organisation/organisation.ts';
import type { Context } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { type Confidence, confidenceOf } from './confidence.ts';
import { criteria } from './criteria.ts';
import { evaluate, type Outcome } from './evaluating.ts';
import { pickWindow } from './picking-window.ts';
import { type Standing, standingOf } from './standing.ts';

export interface Journey {
  asOf: Temporal.Instant;
  /** Only the latest evaluation exists, so the outcome is provisional. */
  provisional: true;
  standing: Standing;
  confidence: Confidence;
  outcomes: Outcome[];
  /** One per code: the smallest window with enough behind it. */
  indicators: Measured[];
}

/** The figures people look at first, with the least number behind them for a decision. */
const shown: readonly (readonly [code: string, nMin: number])[] = [
  ['RR', 50],
  ['TW', 30],
  ['FRT', 30],
  ['FRT_CLOCK', 30],
  ['DEP', 30],
  ['SL60', 50],
  ['READ', 30],
  ['DA', 0],
  ['RESPONDING', 0],
  ['POST_ONLY', 0],
  ['UNTIMED', 0],
];

/**
 * Where the organisation stands, from live rows: as of the end of the last week with messages, or of `at`.
 * @throws Refusal `not-found.messages` while nothing was heard.
 */
export async function readJourney(ctx: Context, at?: Temporal.Instant): Promise<Journey> {
  const asOf = at ?? (await lastMoment(ctx));
  if (!asOf) throw new Refusal('not-found.messages');
  const measured = await collect(ctx, asOf);
  const size = await measureSize(ctx);
  const outcomes = evaluate(criteria, measured, {
    departments: size.departments,
    absent: size.employees < 10 || size.departments < 2 ? ['departments'] : [],
  });
  const standing = standingOf(outcomes);
  const indicators = shown.flatMap(([code, nMin]) => {
    const candidates = measured.filter((figure) => figure.code === code);
    return pickWindow(candidates, candidates[0]?.window ?? 28, nMin) ?? [];
  });
  return {
    asOf,
    provisional: true,
    standing,
    confidence: confidenceOf(outcomes, standing),
    outcomes,
    indicators,
  };
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
