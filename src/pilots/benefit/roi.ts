import { isChannelStatistic, type Metric } from '../living/plan.ts';
import type { Effect } from './effect.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The only three things that may be said. */
export type Verdict = 'positive' | 'unproven' | 'negative';

export interface Worth {
  readonly metric: Metric;
  readonly effect: Effect;
  /** Euros for one unit. */
  readonly unitValue: number;
}

export interface Return {
  /** Euros until now. */
  readonly benefit: number;
  readonly cost: number;
  /** (benefit - cost) / cost; null without costs: then there is nothing to compare with. */
  readonly roi: number | null;
  readonly interval: Interval | null;
  readonly verdict: Verdict;
}

const draws = 2000;
const ninety: readonly [number, number] = [0.05, 0.95];

/** What one benefit metric is worth until now, for a gain per unit. Channel statistics are worth nothing, by rule. */
export function worthOf({ metric, effect, unitValue }: Worth, gain = effect.gain): number {
  if (isChannelStatistic(metric)) return 0;
  return gain * unitsOf(metric, effect) * unitValue;
}

/** How many times the gain was had: per message for shares, per hour for seconds, per week for counts. */
function unitsOf({ unit }: Metric, { n, weeks }: Effect): number {
  if (unit === 'share') return n;
  return unit === 'seconds' ? n / 3600 : weeks;
}

export function roiOf(benefit: number, cost: number): number | null {
  return cost > 0 ? (benefit - cost) / cost : null;
}

/**
 * The return with its 90 % interval, by 2,000 draws of every effect within its own uncertainty. The draws are the same
 * every time, so that two people who open the page see one number.
 */
export function returnOf(worths: readonly Worth[], cost: number): Return {
  const benefit = worths.reduce((sum, worth) => sum + worthOf(worth), 0);
  const roi = roiOf(benefit, cost);
  if (roi === null || worths.length === 0) return { benefit, cost, roi, interval: null, verdict: 'unproven' };
  const normal = normals(1);
  const drawn = Array.from({ length: draws }, () => {
    const sum = worths.reduce(
      (total, worth) => total + worthOf(worth, worth.effect.gain + worth.effect.error * normal()),
      0,
    );
    return (sum - cost) / cost;
  }).sort((a, b) => a - b);
  const [low, high] = ninety.map((share) => drawn[Math.floor(share * (draws - 1))] ?? 0);
  const interval = { low: low ?? 0, high: high ?? 0 };
  return { benefit, cost, roi, interval, verdict: verdictOf(interval) };
}

export function verdictOf({ low, high }: Interval): Verdict {
  if (low > 0) return 'positive';
  return high < 0 ? 'negative' : 'unproven';
}

export interface Success {
  /** The measured level reached the target. */
  readonly target: boolean;
  /** The 80 % interval of the gain lies on the right side. */
  readonly sure: boolean;
  /** It lies wholly on the wrong side. */
  readonly harmful: boolean;
}

const z80 = 1.281551565545;

/** A pilot succeeded when the target is reached and the gain is no chance. */
export function successOf(metric: Metric, effect: Effect, target: number): Success {
  const reached = metric.better === 'higher' ? effect.measured >= target : effect.measured <= target;
  const { low, high } = gainInterval(effect);
  return { target: reached, sure: low > 0, harmful: high < 0 };
}

/** The gain with its 80 % interval, as the page draws it. */
export function gainInterval({ gain, error }: Effect): Interval {
  return { low: gain - z80 * error, high: gain + z80 * error };
}

/** In which week the benefit had paid for the costs; null when it has not yet. Both are per week, from the start. */
export function paybackWeek(benefits: readonly number[], costs: readonly number[]): number | null {
  let sum = 0;
  for (let week = 0; week < benefits.length; week++) {
    sum += (benefits[week] ?? 0) - (costs[week] ?? 0);
    if (sum >= 0 && (benefits[week] ?? 0) > 0) return week + 1;
  }
  return null;
}

/** Standard normal values, the same row for the same seed (mulberry32, Box and Muller). */
function normals(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}
