import { type Interval, wilson, z90 } from '../../insights/statistics.ts';

/** 1 to 5, or "don't know". */
export type Answer = 1 | 2 | 3 | 4 | 5 | 'unknown';

export interface Score {
  /** With an opinion. */
  readonly n: number;
  /** Of those, agreeing: 4 or 5. */
  readonly k: number;
  /** Null with fewer than five opinions: then nothing is shown of anybody. */
  readonly share: number | null;
  readonly interval: Interval | null;
  /** Share of "don't know"; null while fewer than five people answered. */
  readonly unsure: number | null;
  /** More than three in ten do not know: a finding in itself. */
  readonly manyUnsure: boolean;
  readonly outcome: 'met' | 'not_met' | 'unknown';
}

/** Below this nobody's answers are shown: one could tell who said what. */
export const fewest = 5;
/** Below this a score is an indication and decides nothing. */
export const enough = 10;

/** Agreement among those with an opinion: 60 %, with the lower end of the 90 % interval at 40 % or more. */
export function scoreOf(answers: readonly Answer[]): Score {
  const opinions = answers.filter((answer) => answer !== 'unknown');
  const n = opinions.length;
  const k = opinions.filter((answer) => answer >= 4).length;
  const many = answers.length >= fewest;
  const unsure = many ? 1 - n / answers.length : null;
  // Of fewer opinions than this one could tell who held which.
  const shown = n >= fewest;
  const interval = shown ? wilson(k, n, z90) : null;
  const reached = interval !== null && k / n >= 0.6 && interval.low >= 0.4;
  return {
    n,
    k,
    share: shown ? k / n : null,
    interval,
    unsure,
    manyUnsure: unsure !== null && unsure > 0.3,
    outcome: n < enough || !shown ? 'unknown' : reached ? 'met' : 'not_met',
  };
}

export const roles = ['director', 'manager', 'frontline', 'support'] as const;
export type Role = (typeof roles)[number];

/** A round counts with five people or more of three roles or more. */
export function isCounted(sheets: readonly { readonly role: Role }[]): boolean {
  return sheets.length >= fewest && new Set(sheets.map(({ role }) => role)).size >= 3;
}

export function groupOf(closeness: number): 0 | 1 | 2 {
  return closeness <= 3 ? 0 : closeness <= 6 ? 1 : 2;
}
