import { certaintyOf } from './certainty.ts';
import type { Outcome } from './evaluating.ts';
import type { Judged } from './judging.ts';
import { requiredOf, type Standing } from './standing.ts';

export type ConfidenceClass = 'high' | 'medium' | 'low';

export interface Confidence {
  /** Share of the required criteria up to the next stage that could be judged. */
  readonly coverage: number;
  /** The weakest link among the criteria that decided the result. No product: they move together. */
  readonly certainty: number;
  /** Share of the deciding figures newer than half their validity. */
  readonly freshness: number;
  readonly class: ConfidenceClass;
}

export function confidenceOf(outcomes: readonly Outcome[], standing: Standing): Confidence {
  const upToNext = [2, 3, 4, 5]
    .filter((stage) => stage <= standing.proven + 1)
    .flatMap((s) => requiredOf(outcomes, s));
  const known = upToNext.filter((outcome) => outcome.state !== 'unknown');
  const deciding = decidingOf(known, standing);
  const figures = deciding.flatMap((outcome) => outcome.judged.filter((one) => one.measured));
  const parts = {
    coverage: share(known.length, upToNext.length),
    certainty: deciding.length === 0 ? 0 : Math.min(...deciding.map((outcome) => certaintyOf(outcome) ?? 0)),
    freshness: share(figures.filter(isFresh).length, figures.length),
  };
  const stepUps = Math.max(0, ...figures.map((one) => one.measured?.stepUps ?? 0));
  return { ...parts, class: classOf(parts, stepUps) };
}

/**
 * What is met up to the proven stage carries it. Of the next stage what is not met decides that it is not
 * reached; when nothing is, what is met decides that it is possible.
 */
function decidingOf(known: readonly Outcome[], { proven }: Standing): Outcome[] {
  const carrying = known.filter((outcome) => outcome.criterion.stage <= proven);
  const next = known.filter((outcome) => outcome.criterion.stage > proven);
  const failing = next.filter((outcome) => outcome.state === 'not_met');
  return [...carrying, ...(failing.length > 0 ? failing : next)];
}

function isFresh({ measured }: Judged): boolean {
  if (measured?.ageDays === undefined || measured.validDays === undefined) return true;
  return measured.ageDays < measured.validDays / 2;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

const classes: readonly ConfidenceClass[] = ['high', 'medium', 'low'];

// Each widening of a window lowers the class by one; the most widened figure counts.
function classOf(
  { coverage, certainty, freshness }: Omit<Confidence, 'class'>,
  stepUps: number,
): ConfidenceClass {
  const high = coverage >= 0.9 && certainty >= 0.9 && freshness >= 0.7;
  const medium = coverage >= 0.7 && certainty >= 0.75 && freshness >= 0.5;
  const rank = high ? 0 : medium ? 1 : 2;
  return classes[Math.min(2, rank + stepUps)] ?? 'low';
}
