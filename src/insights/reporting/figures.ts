import type { WaitKind } from '../../conversations/measuring/wait-days.ts';
import { wilson, z95 } from '../statistics.ts';
import { type Merged, quantileOf } from './quantile.ts';
import { type Sums, sumNames } from './reading.ts';

export const figureCodes = [
  ...(['RR', 'RR_ADDRESSED', 'SL60', 'NORM'] as const),
  ...(['FRT', 'FRT_P90', 'FRT_CLOCK', 'FRT_CLOCK_P90'] as const),
  ...(['TTR', 'TTR_P90', 'TTR_CLOCK', 'TTR_CLOCK_P90'] as const),
  ...(['ASKED', 'MESSAGES', 'ANSWERS', 'STARTED', 'CLOSED'] as const),
] as const;
export type FigureCode = (typeof figureCodes)[number];

/** A value with what it rests on. Shares and durations carry the 95 % interval; a count is what it is. */
export interface Estimate {
  readonly value: number | null;
  readonly n: number;
  /** Of a share: how many of n. */
  readonly k: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface ReportFigure extends Estimate {
  readonly code: FigureCode;
  readonly unit: 'share' | 'seconds' | 'count';
  readonly before: Estimate;
  /** Beyond what chance alone makes of it: the two intervals do not touch. */
  readonly changed: boolean;
}

/** All that one period of one group rests on. */
export interface Basis {
  readonly sums: Sums;
  readonly waits: ReadonlyMap<WaitKind, Merged>;
  /** Waiting now for an answer that is late; only of the period itself. */
  readonly overdue: number;
}

/** Fewer than this says nothing (domain.md 3.1). */
export const least: Readonly<Record<ReportFigure['unit'], number>> = { share: 50, seconds: 30, count: 0 };

type Maker = (basis: Basis) => Estimate;

const shares: Readonly<Partial<Record<FigureCode, Maker>>> = {
  RR: ({ sums }) => shareOf(sums.answered, sums.askedSettled),
  RR_ADDRESSED: ({ sums }) => shareOf(sums.addressedAnswered, sums.addressedSettled),
  SL60: ({ sums }) => shareOf(sums.withinHour, sums.inHours),
  NORM: ({ sums, overdue }) => shareOf(sums.normKept, sums.normKept + sums.normLate + overdue),
};

const waits: Readonly<Partial<Record<FigureCode, readonly [WaitKind, number]>>> = {
  FRT: ['first_hours', 0.5],
  FRT_P90: ['first_hours', 0.9],
  FRT_CLOCK: ['first_clock', 0.5],
  FRT_CLOCK_P90: ['first_clock', 0.9],
  TTR: ['resolved_hours', 0.5],
  TTR_P90: ['resolved_hours', 0.9],
  TTR_CLOCK: ['resolved_clock', 0.5],
  TTR_CLOCK_P90: ['resolved_clock', 0.9],
};

const counts: Readonly<Partial<Record<FigureCode, keyof Sums>>> = {
  ASKED: 'asked',
  MESSAGES: 'messages',
  ANSWERS: 'answers',
  STARTED: 'started',
  CLOSED: 'closed',
};

/** One figure of one period. */
export function estimateOf(code: FigureCode, basis: Basis): Estimate {
  const share = shares[code];
  if (share) return share(basis);
  const wait = waits[code];
  if (wait) return { ...quantileOf(basis.waits.get(wait[0]) ?? new Map(), wait[1]), k: null };
  const value = basis.sums[counts[code] ?? 'asked'];
  return { value, n: value, k: null, low: value, high: value };
}

export function unitOf(code: FigureCode): ReportFigure['unit'] {
  if (shares[code]) return 'share';
  return waits[code] ? 'seconds' : 'count';
}

export function figureOf(code: FigureCode, { now, before }: { now: Basis; before: Basis }): ReportFigure {
  const [present, former] = [estimateOf(code, now), estimateOf(code, before)];
  const unit = unitOf(code);
  return { code, unit, ...present, before: former, changed: unit !== 'count' && apart(present, former) };
}

function apart(one: Estimate, other: Estimate): boolean {
  if (one.low === null || one.high === null || other.low === null || other.high === null) return false;
  if (one.n === 0 || other.n === 0) return false;
  return one.low > other.high || one.high < other.low;
}

export function shareOf(k: number, n: number): Estimate {
  if (n === 0) return { value: null, n, k, low: null, high: null };
  return { value: k / n, n, k, ...wilson(k, n, z95) };
}

export function addSums(rows: readonly Sums[]): Sums {
  return Object.fromEntries(
    sumNames.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)]),
  ) as Sums;
}
