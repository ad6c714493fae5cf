import { binomialAtLeast, incompleteBeta } from './incomplete-beta.ts';

/** 90 %: the interval decisions are made on. */
export const z90 = 1.64485;
/** 95 %: the interval people are shown. */
export const z95 = 1.959964;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Wilson score interval of k out of n; all of [0, 1] when there is nothing to count. */
export function wilson(k: number, n: number, z: number): Interval {
  if (n <= 0) return { low: 0, high: 1 };
  const p = k / n;
  const square = (z * z) / n;
  const middle = (p + square / 2) / (1 + square);
  const half = (z * Math.sqrt((p * (1 - p)) / n + square / (4 * n))) / (1 + square);
  // The formula reaches exactly 0 and 1 at the ends; floating point would leave a speck.
  return { low: k <= 0 ? 0 : Math.max(0, middle - half), high: k >= n ? 1 : Math.min(1, middle + half) };
}

/** How sure that the true share is at least `exit`, having seen k of n (Jeffreys: Beta(k + ½, n − k + ½)). */
export function certaintyMet(k: number, n: number, exit: number): number {
  return 1 - incompleteBeta(exit, k + 0.5, n - k + 0.5);
}

/** How sure that the true share is below `enter`, having seen k of n. */
export function certaintyNotMet(k: number, n: number, enter: number): number {
  return incompleteBeta(enter, k + 0.5, n - k + 0.5);
}

/** `share` between 0 and 1 of ascending values, interpolated (type 7, as R and NumPy); null when empty. */
export function percentile(sorted: ArrayLike<number>, share: number): number | null {
  const place = (sorted.length - 1) * Math.min(1, Math.max(0, share));
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (place - Math.floor(place));
}

/**
 * Interval of the median by order statistics: the narrowest symmetric pair of values that holds the true
 * median with at least `confidence`, whatever the distribution. Undefined when n is too small for any pair
 * (below 5 at 0.90, below 6 at 0.95).
 */
export function medianInterval(sorted: ArrayLike<number>, confidence: number): Interval | undefined {
  const n = sorted.length;
  const allowed = (1 - confidence) / 2;
  // Largest rank r with P(fewer than r of n values lie below the median) <= allowed.
  let rank = 0;
  let tooFar = Math.floor(n / 2) + 1;
  while (tooFar - rank > 1) {
    const middle = (rank + tooFar) >>> 1;
    if (1 - binomialAtLeast(middle, n, 0.5) <= allowed) rank = middle;
    else tooFar = middle;
  }
  const low = sorted[rank - 1];
  const high = sorted[n - rank];
  return low === undefined || high === undefined ? undefined : { low, high };
}

/**
 * Share of bootstrap medians at or below `threshold`: how sure a median is of staying under it. Resampling n
 * values of which k lie at or below the threshold gives a binomial count, so the share that endless resampling
 * would reach is known in closed form; no seed, no rounds. For even n the two middle values count half each.
 */
export function bootstrapMedianShare(sorted: ArrayLike<number>, threshold: number): number {
  const n = sorted.length;
  if (n === 0) return 0;
  const share = countAtMost(sorted, threshold) / n;
  const upper = binomialAtLeast(Math.floor(n / 2) + 1, n, share);
  return n % 2 === 1 ? upper : (upper + binomialAtLeast(n / 2, n, share)) / 2;
}

/** Chance that a normal variable is at most x; error below 2e-7 (Abramowitz and Stegun 7.1.26). */
export function normalAtMost(x: number, mean: number, deviation: number): number {
  const z = (x - mean) / (deviation * Math.SQRT2);
  const t = 1 / (1 + 0.3275911 * Math.abs(z));
  const terms = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592];
  const tail = terms.reduce((sum, term) => sum * t + term, 0) * t * Math.exp(-z * z);
  return z < 0 ? tail / 2 : 1 - tail / 2;
}

/** −100 to 100, out of all classified messages; null when there are none. */
export function netSentiment(positive: number, neutral: number, negative: number): number | null {
  const all = positive + neutral + negative;
  return all === 0 ? null : (100 * (positive - negative)) / all;
}

function countAtMost(sorted: ArrayLike<number>, threshold: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Number.POSITIVE_INFINITY) <= threshold) low = middle + 1;
    else high = middle;
  }
  return low;
}
