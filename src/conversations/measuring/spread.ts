import { type RawBuilder, sql } from 'kysely';

/** How many durations lie in each bucket; buckets are two per cent wide, so a median read from them is that exact. */
export interface Spread {
  readonly buckets: readonly number[];
  readonly numbers: readonly number[];
}

const width = Math.log(1.02);

/** The bucket of a number of seconds, in SQL; below a second is bucket 0. */
export function bucketOf(seconds: RawBuilder<unknown>): RawBuilder<number> {
  return sql<number>`case when ${seconds} < 1 then 0 else 1 + floor(ln(${seconds}) / ln(1.02))::int end`;
}

/** The same here. */
export function spreadOf(seconds: readonly number[]): Spread {
  const counts = new Map<number, number>();
  for (const one of seconds) {
    const bucket = one < 1 ? 0 : 1 + Math.floor(Math.log(one) / width);
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  }
  const ordered = [...counts].sort(([a], [b]) => a - b);
  return { buckets: ordered.map(([bucket]) => bucket), numbers: ordered.map(([, n]) => n) };
}

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
