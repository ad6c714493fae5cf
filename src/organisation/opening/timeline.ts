import { businessSeconds, type CompiledCalendar, isOpenAt, nextOpening } from '../calendar.ts';

/** A version of a calendar and the moment from which it holds, in epoch seconds. */
export interface DatedVersion {
  readonly from: number;
  readonly version: number;
  readonly calendar: CompiledCalendar;
}

/** All versions of one calendar, in any order. */
export type Timeline = readonly DatedVersion[];

/**
 * The version that holds at a moment: of those that began, the one that began last; of two that begin together, the
 * later made. So a plan for December stays, when November is mended after it was made. Time before all of them is
 * measured by the first made: there was no other.
 */
export function inForceAt(timeline: Timeline, at: number): DatedVersion | undefined {
  let found: DatedVersion | undefined;
  for (const one of timeline) {
    if (one.from > at) continue;
    if (!found || one.from > found.from || (one.from === found.from && one.version > found.version))
      found = one;
  }
  return found ?? timeline.toSorted((a, b) => a.version - b.version)[0];
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly held: DatedVersion;
}

/** Which version holds when, from one moment to another. */
export function stretchesOf(timeline: Timeline, from: number, to: number): Stretch[] {
  const cuts = timeline.map((one) => one.from).filter((cut) => cut > from && cut < to);
  const ends = [...new Set([from, ...cuts])].toSorted((a, b) => a - b);
  return ends.flatMap((start, at) => {
    const held = inForceAt(timeline, start);
    return held && start < to ? [{ from: start, to: ends[at + 1] ?? to, held }] : [];
  });
}

/** Open seconds between two moments, each part by the version that held then. */
export function secondsAcross(timeline: Timeline, from: number, to: number): number {
  return stretchesOf(timeline, from, to).reduce(
    (sum, part) => sum + businessSeconds(part.held.calendar, part.from, part.to),
    0,
  );
}

export function isOpenAcross(timeline: Timeline, at: number): boolean {
  const held = inForceAt(timeline, at);
  return held !== undefined && isOpenAt(held.calendar, at);
}

/** The moment itself when open, else the next opening, also by a version that is still to come. */
export function nextOpeningAcross(timeline: Timeline, at: number): number | undefined {
  const starts = timeline.map((one) => one.from).filter((from) => from > at);
  for (const start of [at, ...starts.toSorted((a, b) => a - b)]) {
    const held = inForceAt(timeline, start);
    const opening = held && nextOpening(held.calendar, start);
    const ends = Math.min(...starts.filter((from) => from > start));
    if (opening !== undefined && opening < ends) return opening;
  }
  return undefined;
}

const year = 366 * 24 * 3600;

/**
 * The latest moment from which `seconds` of opening hours fit before `at`. With so few hours in two years: a moment
 * before anything.
 */
export function openBefore(timeline: Timeline, at: number, seconds: number): number {
  let [early, late] = [at - 2 * year, at];
  if (secondsAcross(timeline, early, at) < seconds) return at - 100 * year;
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (secondsAcross(timeline, middle, at) >= seconds) early = middle;
    else late = middle;
  }
  return early;
}
