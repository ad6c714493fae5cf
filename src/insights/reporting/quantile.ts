import { secondsOf } from '../../conversations/measuring/spread.ts';
import { binomialAtLeast } from '../incomplete-beta.ts';

/** How many lie in each bucket of a spread. */
export type Merged = ReadonlyMap<number, number>;

export interface Quantile {
  readonly n: number;
  /** Seconds; null when there is nothing. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * A quantile of what lies in the buckets, exact to two per cent, with the interval of order statistics: the ranks
 * between which the true one lies with `confidence`, whatever the distribution. Where n is too small there is none.
 */
export function quantileOf(merged: Merged, share: number, confidence = 0.95): Quantile {
  const ordered = [...merged].filter(([, number]) => number > 0).sort(([a], [b]) => a - b);
  const n = ordered.reduce((sum, [, number]) => sum + number, 0);
  if (n === 0) return { n, value: null, low: null, high: null };
  const at = (rank: number) => secondsOf(bucketAt(ordered, rank));
  const { low, high } = ranksOf(n, share, confidence);
  const known = low >= 1 && high <= n;
  const place = 1 + (n - 1) * share;
  const [below, above] = [at(Math.floor(place)), at(Math.ceil(place))];
  return {
    n,
    value: below + (above - below) * (place - Math.floor(place)),
    low: known ? at(low) : null,
    high: known ? at(high) : null,
  };
}

/** Counting from 1: the ranks whose values enclose the quantile. 0 and n + 1: there is none so far out. */
export function ranksOf(n: number, share: number, confidence: number): { low: number; high: number } {
  const allowed = (1 - confidence) / 2;
  // The largest rank that at most `allowed` of all samples would have above the quantile.
  const low = lastOf(n, (rank) => 1 - binomialAtLeast(rank, n, share) <= allowed);
  // The smallest rank that at most `allowed` would have below it.
  const high = n + 1 - lastOf(n, (back) => binomialAtLeast(n + 1 - back, n, share) <= allowed);
  return { low, high };
}

/** The largest whole number from 1 to n for which it holds, as it does for all below; 0 when for none. */
function lastOf(n: number, holds: (rank: number) => boolean): number {
  let [yes, no] = [0, n + 1];
  while (no - yes > 1) {
    const middle = (yes + no) >>> 1;
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

function bucketAt(ordered: readonly (readonly [number, number])[], rank: number): number {
  let below = 0;
  for (const [bucket, number] of ordered) {
    below += number;
    if (below >= rank) return bucket;
  }
  return ordered.at(-1)?.[0] ?? 0;
}
