import type { Measured } from '../insights/measured.ts';
import { bootstrapMedianShare, certaintyNotMet, normalAtMost, z90 } from '../insights/statistics.ts';
import { isUnmet, type Outcome } from './evaluating.ts';
import type { Judged } from './judging.ts';

const caps = { measured: 1, document: 1, survey: 0.7, attested: 0.6 } as const;

/**
 * How sure the outcome of one criterion is, 0..1; undefined when it is unknown. Met is as sure as its weakest
 * figure; not met as sure as its surest failing one, because one failing figure is enough.
 */
export function certaintyOf(outcome: Outcome): number | undefined {
  if (outcome.state === 'unknown') return undefined;
  if (outcome.state === 'met') return Math.min(1, ...outcome.judged.map((judged) => sure(judged, true)));
  return Math.max(0, ...outcome.judged.filter(isUnmet).map((judged) => sure(judged, false)));
}

/** Met: chance of lying on the good side of exit. Not met: chance of lying on the bad side of enter. */
function sure({ part, measured }: Judged, met: boolean): number {
  if (!measured || measured.value === null) return 0;
  const cap = caps[measured.source ?? 'measured'];
  if (measured.source === 'document' || measured.population === 'census' || part.unit === 'count') return cap;
  const below = chanceBelow(measured, measured.value, met ? part.exit : part.enter);
  const wantsBelow = (part.direction === 'lower') === met;
  return Math.min(cap, wantsBelow ? below : 1 - below);
}

function chanceBelow(measured: Measured, value: number, threshold: number): number {
  if (measured.unit === 'share') {
    const k = measured.k ?? Math.round(value * measured.n);
    return certaintyNotMet(k, measured.n, threshold);
  }
  if (measured.unit === 'seconds' && measured.sorted && measured.sorted.length > 0) {
    return bootstrapMedianShare(measured.sorted, threshold);
  }
  return chanceFromInterval(measured, value, threshold);
}

// Without the values behind it the 90 % interval stands for the spread; durations are skewed, so their logarithm.
function chanceFromInterval(measured: Measured, value: number, threshold: number): number {
  if (measured.low === null || measured.high === null) return 0.5;
  const scale = measured.unit === 'seconds' ? (x: number) => Math.log(Math.max(x, 1)) : (x: number) => x;
  const deviation = (scale(measured.high) - scale(measured.low)) / (2 * z90);
  if (deviation <= 0) return value <= threshold ? 1 : 0;
  return normalAtMost(scale(threshold), scale(value), deviation);
}
