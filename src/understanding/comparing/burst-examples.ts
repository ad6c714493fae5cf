import { mix } from './hashing.ts';

/** So many messages are remembered per term: enough to see whether two terms stand in the same ones. */
export const mostExamples = 32;
/** UTF-16 units of a term's name that are kept. */
const longestName = 40;
const fewest = 512;
const most = 16_384;
const [space, hashSign] = [32, 35];

/**
 * Name and examples of the terms that are heard more than a few times. Of every term the messages with the least
 * rank are kept (rank = mixed id), so two terms that stand in the same messages keep the same ones. Fixed space:
 * 180 kB at first, at most 5.7 MB.
 */
export interface Examples {
  /** Places 1 to capacity; 0 is none. */
  capacity: number;
  ids: Float64Array;
  counts: Uint8Array;
  /** The highest rank among the messages of a place. */
  bounds: Uint32Array;
  names: Uint16Array;
  /** The places that are free, as a stack. */
  free: Uint16Array;
  freeCount: number;
}

/** Where a term is said. */
interface Said {
  text: string;
  start: number;
  end: number;
}

/** A message with the chance by which it is kept. */
export interface Ranked {
  /** Row id; negative when the id is no number. */
  id: number;
  rank: number;
}

export function makeExamples(): Examples {
  return roomFor(fewest);
}

function roomFor(capacity: number): Examples {
  return {
    capacity,
    ids: new Float64Array((capacity + 1) * mostExamples),
    counts: new Uint8Array(capacity + 1),
    bounds: new Uint32Array(capacity + 1),
    names: new Uint16Array((capacity + 1) * longestName),
    free: Uint16Array.from({ length: capacity }, (_, index) => capacity - index),
    freeCount: capacity,
  };
}

/** A free place for a term, or 0 when all are taken. */
export function takePlace(examples: Examples, said: Said): number {
  if (examples.freeCount === 0) grow(examples);
  if (examples.freeCount === 0) return 0;
  const place = examples.free[--examples.freeCount] ?? 0;
  examples.counts[place] = 0;
  writeName(examples.names, place * longestName, said);
  return place;
}

/** As `nameOf` gives it, unit by unit: so many terms get a name that making strings of them takes longer than counting. */
function writeName(names: Uint16Array, from: number, { text, start, end }: Said): void {
  const to = from + longestName;
  let at = from;
  for (let unit = start; unit < end && at < to; unit++) {
    const code = text.charCodeAt(unit);
    if (code === hashSign) continue;
    const isSpace = code === space || (isUncommon(code) && /\s/.test(String.fromCharCode(code)));
    if (isSpace && at > from && names[at - 1] === space) continue;
    names[at++] = isSpace ? space : code;
  }
  names.fill(0, at, to);
}

function isUncommon(code: number): boolean {
  return code < space || code >= 0xa0;
}

export function givePlaceBack(examples: Examples, place: number): void {
  if (place !== 0) examples.free[examples.freeCount++] = place;
}

/** Nothing of it stays, also not in what is saved. */
export function clearExamples(examples: Examples): void {
  examples.ids.fill(0);
  examples.names.fill(0);
  for (let at = 0; at < examples.capacity; at++) examples.free[at] = examples.capacity - at;
  examples.freeCount = examples.capacity;
}

function grow(examples: Examples): void {
  const { capacity, ids, counts, bounds, names } = examples;
  if (capacity >= most) return;
  const wider = roomFor(capacity * 2);
  wider.ids.set(ids);
  wider.counts.set(counts);
  wider.bounds.set(bounds);
  wider.names.set(names);
  wider.freeCount = capacity;
  Object.assign(examples, wider);
}

/** Remembers a message of the term if its rank is among the least. */
export function remember(examples: Examples, place: number, { id, rank }: Ranked): void {
  const { ids, counts, bounds } = examples;
  const from = place * mostExamples;
  const known = counts[place] ?? 0;
  const bound = bounds[place] ?? 0;
  if (known < mostExamples) {
    ids[from + known] = id;
    counts[place] = known + 1;
    if (known === 0 || rank > bound) bounds[place] = rank;
  } else if (rank < bound) bounds[place] = replaceHighest(ids, from, { id, rank });
}

/** Puts a message in the place of the one with the highest rank; gives the highest rank that is left. */
function replaceHighest(ids: Float64Array, from: number, { id, rank }: Ranked): number {
  let [highest, top, next] = [from, 0, rank];
  for (let at = from; at < from + mostExamples; at++) {
    const other = rankOf(ids[at] ?? 0);
    if (other >= top) {
      if (top > next) next = top;
      top = other;
      highest = at;
    } else if (other > next) next = other;
  }
  ids[highest] = id;
  return next;
}

/** The least are kept: by chance, but for all terms the same messages. */
export function rankOf(id: number): number {
  if (id >= 0 && id < 2 ** 32) return mix(id);
  return mix((id >>> 0) ^ mix(Math.floor(id / 2 ** 32) >>> 0));
}

/** Row ids by rank; a negative one stands for an id that was no number. */
export function examplesAt({ ids, counts }: Examples, place: number): number[] {
  const from = place * mostExamples;
  return [...ids.subarray(from, from + (counts[place] ?? 0))].sort(
    (one, other) => rankOf(one) - rankOf(other),
  );
}

export function nameAt({ names }: Examples, place: number): string {
  const units = names.subarray(place * longestName, (place + 1) * longestName);
  const length = units.indexOf(0);
  return String.fromCharCode(...(length < 0 ? units : units.subarray(0, length))).toWellFormed();
}

/** Can these have been made here? For ones that come out of a file. */
export function areExamples(examples: Examples): boolean {
  const { capacity, ids, counts, bounds, names, free, freeCount } = examples;
  const fits = capacity >= fewest && capacity <= most && freeCount >= 0 && freeCount <= capacity;
  const long = ids.length === (capacity + 1) * mostExamples && names.length === (capacity + 1) * longestName;
  const places = [counts, bounds].every(({ length }) => length === capacity + 1);
  return fits && long && places && free.length === capacity;
}
