import type { Measured } from '../insights/measured.ts';
import { type Part, share } from './criterion.ts';
import { toldOf } from './noting/attesting.ts';
import { pickWindow } from './picking-window.ts';

/** Where a figure lies: beyond enter, beyond exit, between the two, or not known. Drives holding and falling back. */
export type Reading = 'up' | 'down' | 'between' | 'unknown';

/** Stable; catalogues hold the words. */
export type WhyCode =
  | 'reached'
  | 'short'
  | 'uncertain'
  | 'too-few'
  | 'not-measured'
  | 'no-value'
  | 'expired'
  | 'not-applicable';

/** One figure against the thresholds in force for this organisation. */
export interface Judged {
  readonly part: Part;
  readonly measured?: Measured;
  readonly reading: Reading;
  readonly why: WhyCode;
}

/** All figures by code; one code may be there for several windows. */
export type Evidence = ReadonlyMap<string, readonly Measured[]>;

export function evidenceOf(measured: readonly Measured[]): Evidence {
  return Map.groupBy(measured, (figure) => figure.code);
}

/**
 * Judges a part by its own figure; when that is unknown, by its self-assessment questions if those are known; when they
 * are not either, by what was stated about them in talks. One judgement per figure used.
 */
export function judgePart(given: Part, evidence: Evidence, departments: number | undefined): Judged[] {
  const own = judgeFigure(withinDepartments(given, departments), evidence);
  if (own.reading !== 'unknown' || given.survey === undefined) return [own];
  for (const standIn of [surveyPart, toldPart]) {
    const asked = given.survey.map((question) => judgeFigure(standIn(question), evidence));
    if (asked.every((judged) => judged.reading !== 'unknown')) return asked;
  }
  return [own];
}

// Agreement of 0.60 with a lower bound of 0.40 on ten answers, valid for one round.
function surveyPart(question: string): Part {
  return share(question, [0.6, 0.4], { window: 'round', nMin: 10 });
}

// The same of three people or more who were spoken with.
function toldPart(question: string): Part {
  return share(toldOf(question), [0.6, 0.4], { window: 'round', nMin: 3 });
}

function withinDepartments(part: Part, departments: number | undefined): Part {
  if (!part.atMostDepartments || departments === undefined) return part;
  const enter = Math.min(part.enter, departments);
  return { ...part, enter, exit: Math.min(part.exit, enter - 1) };
}

function judgeFigure(part: Part, evidence: Evidence): Judged {
  const measured = pickWindow(evidence.get(part.indicator) ?? [], part.window, part.nMin);
  if (!measured) return { part, reading: 'unknown', why: 'not-measured' };
  const unknown = (why: WhyCode): Judged => ({ part, measured, reading: 'unknown', why });
  if (measured.value === null) return unknown(measured.n < part.nMin ? 'too-few' : 'no-value');
  if (measured.n < part.nMin) return unknown('too-few');
  if ((measured.ageDays ?? 0) > (measured.validDays ?? Infinity)) return unknown('expired');
  const { reading, reaches } = readAgainst(part, measured, measured.value);
  const why = reading === 'up' ? 'reached' : reaches ? 'uncertain' : 'short';
  return { part, measured, reading, why };
}

function readAgainst(part: Part, measured: Measured, value: number): { reading: Reading; reaches: boolean } {
  // Lower is better is higher is better seen in a mirror, so one comparison serves both.
  const sign = part.direction === 'higher' ? 1 : -1;
  const [low, high] = interval(measured, value).map((end) => end * sign);
  const worst = Math.min(low ?? 0, high ?? 0);
  const best = Math.max(low ?? 0, high ?? 0);
  const [v, enter, exit] = [value * sign, part.enter * sign, part.exit * sign];
  const reaches = v >= enter;
  if (part.byLowEnd) return { reading: worst > enter ? 'up' : 'down', reaches };
  if (reaches && worst >= exit) return { reading: 'up', reaches };
  const lost = part.unit === 'count' ? v <= exit : v < exit;
  return { reading: lost && best < enter ? 'down' : 'between', reaches };
}

// A complete, known set has no sampling error.
function interval(measured: Measured, value: number): [number, number] {
  if (measured.population === 'census') return [value, value];
  return [measured.low ?? value, measured.high ?? value];
}
