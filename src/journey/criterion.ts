import type { Unit, Window } from '../insights/measured.ts';
import type { StageNumber } from './stages.ts';

/**
 * The five areas in which an organisation changes: a strategy and operations, b insights and analytics,
 * c customer advocacy and activation, d channels and technology, e training and education.
 */
export type Area = 'a' | 'b' | 'c' | 'd' | 'e';

/** Where a threshold comes from: the founding documents, a publication, our own proposal, or arithmetic. */
export type Basis = 'founding' | 'published' | 'proposed' | 'derived';

/** The only reasons for which a criterion may not apply to an organisation. */
export type Absence = 'community' | 'departments' | 'executives' | 'consumers';

/** One figure against its thresholds. A criterion with several parts is met when all of them are. */
export interface Part {
  readonly indicator: string;
  readonly unit: Unit;
  readonly window: Window;
  /** Fewer than this and the window widens, then the outcome is unknown. */
  readonly nMin: number;
  /** Reached at or beyond this. */
  readonly enter: number;
  /** Lost beyond this; for a count, lost at this. Between the two nothing changes. */
  readonly exit: number;
  readonly direction: 'higher' | 'lower';
  /** Thresholds "k departments" never ask for more departments than there are. */
  readonly atMostDepartments?: true;
  /** For differences that must exclude zero: reached when the low end lies beyond `enter`, lost otherwise. */
  readonly byLowEnd?: true;
  /** Self-assessment questions that may fill in, all of them, when the figure is unknown. */
  readonly survey?: readonly string[];
}

/** What can be judged by figures: a criterion of a stage, or of a phase of the roadmap. */
export interface Judgeable {
  readonly id: string;
  readonly parts: readonly Part[];
  readonly applicability?: Absence;
  readonly substitute?: readonly Part[];
  readonly neverDemotes?: true;
}

export interface Criterion extends Judgeable {
  readonly id: string;
  /** Raised when a threshold changes; history keeps the version it was judged by. */
  readonly version: number;
  readonly stage: Exclude<StageNumber, 1>;
  readonly area: Area;
  /** Supporting criteria colour the advice and never promote. */
  readonly kind: 'required' | 'supporting';
  readonly source: 'measured' | 'document' | 'survey' | 'attested';
  readonly parts: readonly Part[];
  /** Judged every week, or once per survey round, half-year or incident. */
  readonly cadence: 'weekly' | 'round';
  readonly basis: Basis;
  readonly basisRef: string;
  /** Rough effort to meet it: 1 days, 2 weeks, 3 months. Ours, for ordering the blockers. */
  readonly effort: 1 | 2 | 3;
  /** Pilot templates or acts that help, most fitting first. */
  readonly advice: readonly string[];
  readonly applicability?: Absence;
  /** Judged by these instead when it does not apply; without them the stage is proven with an exception. */
  readonly substitute?: readonly Part[];
  /** Shown and never held against anybody. */
  readonly neverDemotes?: true;
  /** Faster clocks than usual: lost after so many evaluations, warned from the first one on. */
  readonly strict?: { readonly holdDown: number; readonly warnAt: number };
  readonly nl: string;
  readonly en: string;
}

type Thresholds = readonly [enter: number, exit: number];
type More = Partial<Omit<Part, 'indicator' | 'unit' | 'enter' | 'exit'>>;

function part(of: Pick<Part, 'indicator' | 'unit'>, [enter, exit]: Thresholds, more: More): Part {
  return { ...of, enter, exit, window: 28, nMin: 0, direction: 'higher', ...more };
}

/** A share of n, 0..1. */
export function share(indicator: string, thresholds: Thresholds, more: More = {}): Part {
  return part({ indicator, unit: 'share' }, thresholds, { nMin: 50, ...more });
}

/** A whole number of things, counted completely. */
export function count(indicator: string, thresholds: Thresholds, more: More = {}): Part {
  return part({ indicator, unit: 'count' }, thresholds, more);
}

/** A median duration; lower is better. */
export function seconds(indicator: string, thresholds: Thresholds, more: More = {}): Part {
  return part({ indicator, unit: 'seconds' }, thresholds, { nMin: 30, direction: 'lower', ...more });
}

/** Any other figure. */
export function index(indicator: string, thresholds: Thresholds, more: More = {}): Part {
  return part({ indicator, unit: 'index' }, thresholds, more);
}

/** Something that is or is not so: 1 or 0. */
export function fact(indicator: string, more: More = {}): Part {
  return part({ indicator, unit: 'count' }, [1, 0], { window: 'now', ...more });
}
