import type { Measured } from '../insights/measured.ts';
import type { Absence, Criterion, Judgeable } from './criterion.ts';
import { type Evidence, evidenceOf, type Judged, judgePart, type Reading, type WhyCode } from './judging.ts';

export type CriterionState = 'met' | 'not_met' | 'unknown';

export interface Outcome<C extends Judgeable = Criterion> {
  readonly criterion: C;
  /** From this evaluation alone: the provisional form, until six evaluations exist. */
  readonly state: CriterionState;
  /** What this evaluation adds to the counters of holding. */
  readonly reading: Reading;
  readonly judged: readonly Judged[];
  /** Why, and by which figure: the first that fails, else the first unknown, else the first. */
  readonly why: WhyCode;
  readonly decidedBy?: Judged;
  /** Does not apply and has no substitute: it neither helps nor blocks, and the stage says so. */
  readonly exempt?: Absence;
  /** Does not apply and was judged by its substitute. */
  readonly substituted?: Absence;
  /** Held otherwise than this evaluation alone says: how many in a row it has been so by now, of how many. */
  readonly held?: { readonly weeks: number; readonly needed: number };
}

/** What of the organisation bends the thresholds. Below ten employees `departments` counts as absent. */
export interface Organisation {
  /** Departments with at least two employees. */
  readonly departments?: number;
  readonly absent?: readonly Absence[];
}

/** Every criterion against the figures of one moment. Unknown is never read as not met. */
export function evaluate<C extends Judgeable>(
  criteria: readonly C[],
  measured: readonly Measured[],
  organisation: Organisation = {},
): Outcome<C>[] {
  const evidence = evidenceOf(measured);
  return criteria.map((criterion) => evaluateOne(criterion, evidence, organisation));
}

function evaluateOne<C extends Judgeable>(
  criterion: C,
  evidence: Evidence,
  organisation: Organisation,
): Outcome<C> {
  const { applicability: absence, substitute } = criterion;
  const absent = absence !== undefined && (organisation.absent ?? []).includes(absence);
  if (absent && !substitute) {
    return {
      criterion,
      state: 'unknown',
      reading: 'unknown',
      judged: [],
      why: 'not-applicable',
      exempt: absence,
    };
  }
  const parts = absent && substitute ? substitute : criterion.parts;
  const judged = parts.flatMap((part) => judgePart(part, evidence, organisation.departments));
  const reading = readingOf(judged, criterion);
  const outcome = { criterion, state: provisionalState(judged), reading, judged, ...decisive(judged) };
  return absent ? { ...outcome, substituted: absence } : outcome;
}

/**
 * The latest evaluation only. Met when every figure is at or beyond enter with its interval beyond exit; a known
 * figure that is not makes the criterion not met, whatever else is unknown; otherwise unknown.
 */
function provisionalState(judged: readonly Judged[]): CriterionState {
  if (judged.some(isUnmet)) return 'not_met';
  return judged.every((one) => one.reading === 'up') ? 'met' : 'unknown';
}

function readingOf(judged: readonly Judged[], criterion: Judgeable): Reading {
  const readings = judged.map((one) => one.reading);
  if (readings.includes('down')) return criterion.neverDemotes ? 'between' : 'down';
  if (readings.includes('unknown')) return 'unknown';
  return readings.includes('between') ? 'between' : 'up';
}

function decisive(judged: readonly Judged[]): { why: WhyCode; decidedBy?: Judged } {
  const one = judged.find(isUnmet) ?? judged.find((j) => j.reading === 'unknown') ?? judged[0];
  return one ? { why: one.why, decidedBy: one } : { why: 'not-measured' };
}

export function isUnmet(judged: Judged): boolean {
  return judged.reading === 'down' || judged.reading === 'between';
}
