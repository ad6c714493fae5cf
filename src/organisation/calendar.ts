import { Refusal } from '../platform/refusal.ts';
import { type CalendarProblem, type DaySpans, readDaySpans } from './day-spans.ts';
import { type Chunk, firstOpening, openBefore, openChunk } from './open-ranges.ts';

/** ISO weekday: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Wall-clock time of one day, 'HH:MM'; `to` is exclusive and may be '24:00'. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

export interface WeeklyInterval extends Span {
  readonly weekday: Weekday;
}

/** Replaces the whole week rule on one date; no intervals means closed. */
export interface CalendarException {
  readonly date: string;
  readonly label: string;
  readonly intervals: readonly Span[];
}

/** One immutable version of opening hours. A change makes a new version, so frozen figures stay true. */
export interface CalendarVersion {
  readonly timezone: string;
  readonly intervals: readonly WeeklyInterval[];
  readonly exceptions: readonly CalendarException[];
}

export interface CompiledCalendar {
  readonly version: CalendarVersion;
  readonly days: DaySpans;
  /** Filled on first use; holds results only, so two copies can never disagree. */
  readonly chunks: Map<number, Chunk>;
  readonly totals: Map<number, number>;
}

const chunkSeconds = 128 * 86_400;

// Bounds the work for absurd dates in imported files: a year 9999 costs the same as a year 2200.
const earliest = Date.UTC(1900, 0, 1) / 1000;
const latest = Date.UTC(2200, 0, 1) / 1000;

/** Monday to Friday, 09:00 to 17:00, no exceptions: the calendar of a fresh installation. */
export function officeHours(timezone: string): CalendarVersion {
  const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5];
  const intervals = weekdays.map((weekday) => ({ weekday, from: '09:00', to: '17:00' }));
  return { timezone, intervals, exceptions: [] };
}

/** Everything wrong with it, in reading order; empty when it can be compiled. */
export function validateCalendar(version: CalendarVersion): CalendarProblem[] {
  return readDaySpans(version).problems;
}

/** Refuses `invalid.calendar` with every problem; otherwise cheap, the days are worked out on first use. */
export function compileCalendar(version: CalendarVersion): CompiledCalendar {
  const { days, problems } = readDaySpans(version);
  if (problems.length > 0) {
    throw new Refusal('invalid.calendar', { problems: problems.map((p) => `${p.where}: ${p.what}`) });
  }
  return { version, days, chunks: new Map(), totals: new Map() };
}

/**
 * Open seconds between two epoch seconds, by the wall clock of the calendar's time zone: on the night the
 * clock goes back, 02:00-03:00 is open twice. Fractions are kept. 0 when `to` is not after `from`, because
 * clocks of channels disagree. Time outside the years 1900-2199 counts as closed.
 */
export function businessSeconds(compiled: CompiledCalendar, from: number, to: number): number {
  const start = clamp(from);
  const end = clamp(to);
  if (end <= start) return 0;
  const first = Math.floor(start / chunkSeconds);
  const last = Math.floor(end / chunkSeconds);
  let seconds = openBefore(chunkAt(compiled, last), end) - openBefore(chunkAt(compiled, first), start);
  for (let index = first; index < last; index++) seconds += totalAt(compiled, index);
  return seconds;
}

export function isOpenAt(compiled: CompiledCalendar, epochSeconds: number): boolean {
  return nextOpeningWithin(compiled, epochSeconds, epochSeconds) === epochSeconds;
}

/** The moment itself when open, else the next opening; undefined when it never opens again. */
export function nextOpening(compiled: CompiledCalendar, epochSeconds: number): number | undefined {
  // Three weeks after the last exception any weekly hour has shown itself, even one inside a clock change.
  const quiet = Math.max(epochSeconds, (compiled.days.lastException + 1) * 86_400);
  return nextOpeningWithin(compiled, epochSeconds, quiet + 21 * 86_400);
}

function nextOpeningWithin(compiled: CompiledCalendar, from: number, until: number): number | undefined {
  if (!(from >= earliest && from < latest)) return undefined;
  const last = Math.floor(Math.min(until, latest - 1) / chunkSeconds);
  for (let index = Math.floor(from / chunkSeconds); index <= last; index++) {
    const opening = firstOpening(chunkAt(compiled, index), from);
    if (opening !== undefined) return opening;
  }
  return undefined;
}

function clamp(epochSeconds: number): number {
  if (Number.isNaN(epochSeconds)) throw new RangeError('epoch seconds must be a number');
  return Math.min(Math.max(epochSeconds, earliest), latest);
}

function chunkAt(compiled: CompiledCalendar, index: number): Chunk {
  const known = compiled.chunks.get(index);
  if (known) return known;
  const chunk = openChunk(compiled.days, index * chunkSeconds, (index + 1) * chunkSeconds);
  compiled.chunks.set(index, chunk);
  compiled.totals.set(index, chunk.total);
  return chunk;
}

// Chunks that a long span only passes through keep their sum and not their ranges.
function totalAt(compiled: CompiledCalendar, index: number): number {
  const known = compiled.totals.get(index);
  if (known !== undefined) return known;
  const { total } = openChunk(compiled.days, index * chunkSeconds, (index + 1) * chunkSeconds);
  compiled.totals.set(index, total);
  return total;
}
