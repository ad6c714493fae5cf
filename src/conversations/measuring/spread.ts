/** How many durations lie in each bucket; buckets are two per cent wide, so a median read from them is that exact. */
export interface Spread {
  readonly buckets: readonly number[];
  readonly numbers: readonly number[];
}

const width = Math.log(1.02);

/** The middle of a bucket, in seconds. */
export function secondsOf(bucket: number): number {
  return bucket === 0 ? 0 : Math.exp((bucket - 0.5) * width);
}

export function mergeSpreads(spreads: readonly Spread[]): Map<number, number> {
  const merged = new Map<number, number>();
  for (const { buckets, numbers } of spreads) {
    for (const [i, bucket] of buckets.entries()) {
      merged.set(bucket, (merged.get(bucket) ?? 0) + (numbers[i] ?? 0));
    }
  }
  return merged;
}

const mostValues = 2001;

/** Ascending values that stand for the spread: all of them, or an even grid of quantiles when there are many. */
export function valuesOf(merged: ReadonlyMap<number, number>): { n: number; sorted: number[] } {
  const ordered = [...merged].sort(([a], [b]) => a - b);
  const n = ordered.reduce((sum, [, number]) => sum + number, 0);
  const size = Math.min(n, mostValues);
  const sorted: number[] = [];
  let below = 0;
  for (const [bucket, number] of ordered) {
    below += number;
    const until = n <= mostValues ? below : Math.round((below / n) * size);
    while (sorted.length < until) sorted.push(secondsOf(bucket));
  }
  return { n, sorted };
}
