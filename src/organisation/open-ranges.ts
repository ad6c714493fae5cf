import type { DaySpans } from './day-spans.ts';

const day = 86_400;

/** Sorted, touching ranges joined; `before[i]` is the open time of the chunk before range i. Epoch seconds. */
export interface Chunk {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly before: Float64Array;
  readonly total: number;
}

/** All open time in [from, to). */
export function openChunk(days: DaySpans, from: number, to: number): Chunk {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const stretch of steadyStretches(days.timezone, from, to)) {
    addOpenRanges(days, stretch, (start, end) => {
      if (ends.length > 0 && ends.at(-1) === start) ends[ends.length - 1] = end;
      else {
        starts.push(start);
        ends.push(end);
      }
    });
  }
  return summed(starts, ends);
}

/** Open seconds of the chunk before `at`. */
export function openBefore(chunk: Chunk, at: number): number {
  const index = lastStartAtOrBefore(chunk.starts, at);
  const start = chunk.starts[index];
  const end = chunk.ends[index];
  if (start === undefined || end === undefined) return 0;
  return (chunk.before[index] ?? 0) + Math.min(at, end) - start;
}

/** `at` itself when open, else the next start in this chunk. */
export function firstOpening(chunk: Chunk, at: number): number | undefined {
  const index = lastStartAtOrBefore(chunk.starts, at);
  if (at < (chunk.ends[index] ?? Number.NEGATIVE_INFINITY)) return at;
  return chunk.starts[index + 1];
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/** Splits at clock changes: inside a stretch local time is epoch time plus one fixed offset. */
function steadyStretches(timezone: string, from: number, to: number): Stretch[] {
  const stretches: Stretch[] = [];
  let local = Temporal.Instant.fromEpochMilliseconds(from * 1000).toZonedDateTimeISO(timezone);
  let start = from;
  while (start < to) {
    const change = local.getTimeZoneTransition('next');
    const end = change === null ? to : Math.min(to, change.epochMilliseconds / 1000);
    stretches.push({ from: start, to: end, offset: local.offsetNanoseconds / 1e9 });
    if (change === null) break;
    local = change;
    start = end;
  }
  return stretches;
}

function addOpenRanges(days: DaySpans, stretch: Stretch, add: (start: number, end: number) => void): void {
  const { from, to, offset } = stretch;
  const lastDay = Math.floor((to + offset - 1) / day);
  for (let localDay = Math.floor((from + offset) / day); localDay <= lastDay; localDay++) {
    const midnight = localDay * day - offset;
    for (const span of days.on(localDay)) {
      const start = Math.max(from, midnight + span.from);
      const end = Math.min(to, midnight + span.to);
      if (end > start) add(start, end);
    }
  }
}

function summed(starts: readonly number[], ends: readonly number[]): Chunk {
  const before = new Float64Array(starts.length);
  let total = 0;
  for (const [index, start] of starts.entries()) {
    before[index] = total;
    total += (ends[index] ?? start) - start;
  }
  return { starts: Float64Array.from(starts), ends: Float64Array.from(ends), before, total };
}

function lastStartAtOrBefore(starts: Float64Array, at: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? Number.POSITIVE_INFINITY) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
