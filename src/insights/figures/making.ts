import type { Measured, Window } from '../measured.ts';
import { medianInterval, percentile, wilson, z90 } from '../statistics.ts';

/** k of n. */
export interface Tally {
  readonly k: number;
  readonly n: number;
}

/** Which figure, over which window. */
export type Named = readonly [code: string, window: Window];

type More = Partial<Pick<Measured, 'reason' | 'round' | 'source' | 'ageDays' | 'validDays' | 'check'>>;

/** A sample of an ongoing process: with the 90 % interval. */
export function shareOf([code, window]: Named, { k, n }: Tally, more: More = {}): Measured {
  const known = n > 0;
  const interval = known ? wilson(k, n, z90) : { low: null, high: null };
  const of = { code, unit: 'share', window, population: 'process', stepUps: 0 } as const;
  return { ...of, value: known ? k / n : null, n, k, ...interval, ...more };
}

/** A complete, known set: without interval. */
export function censusOf([code, window]: Named, { k, n }: Tally, more: More = {}): Measured {
  const value = n > 0 ? k / n : null;
  const of = { code, unit: 'share', window, population: 'census', stepUps: 0 } as const;
  return { ...of, value, n, k, low: value, high: value, ...more };
}

export function medianOf(
  [code, window]: Named,
  { n, sorted }: { n: number; sorted: readonly number[] },
): Measured {
  const interval = medianInterval(sorted, 0.9) ?? { low: null, high: null };
  const of = { code, unit: 'seconds', window, population: 'process', stepUps: 0 } as const;
  return { ...of, value: percentile(sorted, 0.5), n, ...interval, sorted };
}

export function countOf([code, window]: Named, value: number, more: More & { n?: number } = {}): Measured {
  const of = { code, unit: 'count', window, population: 'census', stepUps: 0 } as const;
  return { ...of, value, n: value, low: value, high: value, ...more };
}

/** 1 or 0. */
export function factOf([code, window]: Named, so: boolean, more: More = {}): Measured {
  return countOf([code, window], so ? 1 : 0, { n: 1, ...more });
}

/** What is counted wholly: known or not, these are no samples. */
const wholes: readonly string[] = [
  ...(['DA', 'MI', 'CN', 'EIX', 'PO', 'TR', 'KC', 'KF', 'LI', 'EXO', 'EXI', 'PC', 'PV', 'MANDATE'] as const),
  ...([
    'REVIEWED',
    'SEND_RIGHTS',
    'QUALITY_GATE',
    'COMMUNITY_ALIVE',
    'COCREATION_DONE',
    'BOARD_LETTERS',
  ] as const),
];

/** Registered, and why there is no figure. */
export function unknownOf([code, window]: Named, reason: string, unit: Measured['unit'] = 'share'): Measured {
  const population = wholes.includes(code) ? 'census' : 'process';
  const of = { code, unit, window, population, stepUps: 0 } as const;
  return { ...of, value: null, n: 0, low: null, high: null, reason };
}
