import type { Counterfactual, Metric } from '../living/plan.ts';

/** One week of one side. For a share `value` is 0..1 of n; for seconds a mean, for a count the count itself. */
export interface Week {
  /** The Monday, 'YYYY-MM-DD'. */
  readonly week: string;
  readonly n: number;
  readonly value: number;
  /** Standard deviation of single values in this week, where that is known. */
  readonly spread?: number | null;
}

export interface Sides {
  readonly pilot: readonly Week[];
  readonly beside: readonly Week[];
  readonly holdout: readonly Week[];
}

/** What would have been without the pilot, and the difference: in the unit of the metric, positive is better. */
export interface Effect {
  readonly by: Counterfactual;
  readonly measured: number;
  readonly counterfactual: number;
  /** Measured minus counterfactual, turned so that better is positive. */
  readonly gain: number;
  readonly error: number;
  readonly weeks: number;
  readonly n: number;
}

/** Own history is a comparison only when there is enough of it to see its trend. */
export const leastBaselineWeeks = 8;
const leastWeeks = 2;

/**
 * The effect by the strongest comparison there is: a group held apart by lot; what lies beside the pilot and went through
 * the same weeks (difference in differences); its own past with its trend. Undefined when none can be made yet.
 */
export function effectOf(metric: Metric, sides: Sides, start: string): Effect | undefined {
  const during = sides.pilot.filter(({ week }) => week >= start);
  const earlier = sides.pilot.filter(({ week }) => week < start);
  if (during.length === 0 || total(during) === 0) return undefined;
  const found =
    byHoldout(
      metric,
      during,
      sides.holdout.filter(({ week }) => week >= start),
    ) ??
    byBeside(metric, { during, earlier }, splitAt(sides.beside, start)) ??
    byTrend(metric, { during, earlier });
  if (!found) return undefined;
  const measured = level(metric, during).mean;
  const sign = metric.better === 'higher' ? 1 : -1;
  return {
    by: found.by,
    measured,
    counterfactual: found.counterfactual,
    gain: sign * (measured - found.counterfactual),
    error: found.error,
    weeks: during.length,
    n: total(during),
  };
}

interface Halves {
  readonly during: readonly Week[];
  readonly earlier: readonly Week[];
}

interface Found {
  readonly by: Counterfactual;
  readonly counterfactual: number;
  readonly error: number;
}

function splitAt(weeks: readonly Week[], start: string): Halves {
  return {
    during: weeks.filter(({ week }) => week >= start),
    earlier: weeks.filter(({ week }) => week < start),
  };
}

function byHoldout(metric: Metric, during: readonly Week[], apart: readonly Week[]): Found | undefined {
  if (apart.length < leastWeeks || total(apart) === 0) return undefined;
  const [own, other] = [level(metric, during), level(metric, apart)];
  return { by: 'holdout', counterfactual: other.mean, error: Math.hypot(own.error, other.error) };
}

function byBeside(metric: Metric, own: Halves, beside: Halves): Found | undefined {
  const halves = [own.during, own.earlier, beside.during, beside.earlier];
  if (halves.some((half) => half.length < leastWeeks || total(half) === 0)) return undefined;
  const [during, earlier, besideDuring, besideEarlier] = halves.map((half) => level(metric, half));
  if (!during || !earlier || !besideDuring || !besideEarlier) return undefined;
  return {
    by: 'beside',
    counterfactual: earlier.mean + (besideDuring.mean - besideEarlier.mean),
    error: Math.hypot(during.error, earlier.error, besideDuring.error, besideEarlier.error),
  };
}

function byTrend(metric: Metric, { during, earlier }: Halves): Found | undefined {
  const past = earlier.filter(({ n }) => n > 0);
  if (past.length < leastBaselineWeeks) return undefined;
  const line = fitLine(past.map(({ week, value }) => ({ x: weekNumber(week), y: value })));
  const middle = mean(during.map(({ week }) => weekNumber(week)));
  const now = level(metric, during);
  return { by: 'trend', counterfactual: line.at(middle), error: Math.hypot(now.error, line.errorAt(middle)) };
}

interface Level {
  readonly mean: number;
  readonly error: number;
}

/**
 * The level over some weeks and how far off it may be. Weeks differ more than chance within a week says, so the larger of
 * the two errors holds.
 */
export function level({ unit }: Pick<Metric, 'unit'>, weeks: readonly Week[]): Level {
  const counted = weeks.filter(({ n }) => n > 0);
  const weighed = unit === 'count' ? counted.map((one) => ({ ...one, n: 1 })) : counted;
  const n = total(weighed);
  if (n === 0) return { mean: 0, error: 0 };
  const centre = weighed.reduce((sum, one) => sum + one.value * one.n, 0) / n;
  const between = weighed.reduce((sum, one) => sum + one.n * (one.value - centre) ** 2, 0) / n;
  const ofWeeks = weighed.length > 1 ? Math.sqrt(between / (weighed.length - 1)) : 0;
  const within =
    unit === 'share'
      ? Math.sqrt(Math.max(centre * (1 - centre), 0.25 / (n + 4)) / n)
      : Math.sqrt(weighed.reduce((sum, one) => sum + one.n * (one.spread ?? 0) ** 2, 0)) / n;
  return { mean: centre, error: Math.max(ofWeeks, within) };
}

interface Line {
  at(x: number): number;
  /** Standard error of the line at x, with the scatter of one more mean around it. */
  errorAt(x: number): number;
}

/** Least squares through at least three points. */
export function fitLine(points: readonly { x: number; y: number }[]): Line {
  const mx = mean(points.map(({ x }) => x));
  const my = mean(points.map(({ y }) => y));
  const sxx = points.reduce((sum, { x }) => sum + (x - mx) ** 2, 0);
  const sxy = points.reduce((sum, { x, y }) => sum + (x - mx) * (y - my), 0);
  const slope = sxx === 0 ? 0 : sxy / sxx;
  const at = (x: number) => my + slope * (x - mx);
  const left = points.reduce((sum, { x, y }) => sum + (y - at(x)) ** 2, 0);
  const variance = left / Math.max(1, points.length - 2);
  return {
    at,
    errorAt: (x) => Math.sqrt(variance * (1 / points.length + (sxx === 0 ? 0 : (x - mx) ** 2 / sxx))),
  };
}

export function weekNumber(week: string): number {
  return Math.round(Date.UTC(+week.slice(0, 4), +week.slice(5, 7) - 1, +week.slice(8, 10)) / 604_800_000);
}

function total(weeks: readonly Week[]): number {
  return weeks.reduce((sum, { n }) => sum + n, 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
