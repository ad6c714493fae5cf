import {
  clearExamples,
  type Examples,
  givePlaceBack,
  makeExamples,
  type Ranked,
  remember,
  takePlace,
} from './burst-examples.ts';
import { nameOf, type Terms } from './terms.ts';

/**
 * What is kept of a term: messages, authors (64 bits), and in one number the place of its examples (low half) and
 * the last message (high half). Four numbers, so that a term lies in one line of the processor's cache.
 */
export const field = { count: 0, authorsLow: 1, authorsHigh: 2, rest: 3 } as const;
const stride = 4;
const placeBits = 0xffff;
const fewest = 1024;
const most = 131_072;
const fullest = 0.8;
/** A term gets a name and examples when it is heard more often than this. */
const unnamed = 2;

/**
 * The terms of the bucket that is open now: an open-addressed table. 24 kB at first, at most 3 MB; when that is
 * full, the rarest terms are dropped (lossy counting).
 */
export interface Table {
  /** A power of two. */
  capacity: number;
  /** Hash of the term in each slot, 0 where there is none. Apart from the rest: looking for a term reads only these. */
  hashes: Uint32Array;
  /** `field` by `field`, four numbers a slot. */
  entries: Uint32Array;
  used: number;
  messages: number;
  /** Terms up to this count go without examples; it rises when the places run out. */
  unnamed: number;
  examples: Examples;
}

/** One message as the table needs it. */
export interface Speaker extends Ranked {
  /** Bit of the author among 64, in two halves. */
  low: number;
  high: number;
}

/** Different terms with their counts. */
export interface Counts {
  hashes: Uint32Array;
  counts: Uint32Array;
}

export function makeTable(): Table {
  return {
    capacity: fewest,
    hashes: new Uint32Array(fewest),
    entries: new Uint32Array(fewest * stride),
    used: 0,
    messages: 0,
    unnamed,
    examples: makeExamples(),
  };
}

/** Counts every term of a message once. `dropped` hears of the terms that had to go to make room. */
export function countTerms(
  table: Table,
  terms: Terms,
  { by, dropped }: { by: Speaker; dropped: (counts: Counts) => void },
): void {
  if (table.used + terms.count > fullest * table.capacity) makeRoom(table, terms.count, dropped);
  const { hashes, entries } = table;
  const { low, high } = by;
  // Half a number is enough to see a term that is said twice; after 65,536 messages it begins anew.
  const message = (++table.messages & placeBits) << 16;
  for (let index = 0; index < terms.count; index++) {
    const hash = terms.hash[index] ?? 0;
    const slot = slotOf(table, hash);
    const at = slot * stride;
    const rest = entries[at + field.rest] ?? 0;
    if (hashes[slot] !== hash) {
      table.used++;
      hashes[slot] = hash;
    } else if ((rest ^ message) >>> 16 === 0) continue;
    const count = (entries[at] ?? 0) + 1;
    entries[at] = count;
    entries[at + field.authorsLow] = (entries[at + field.authorsLow] ?? 0) | low;
    entries[at + field.authorsHigh] = (entries[at + field.authorsHigh] ?? 0) | high;
    entries[at + field.rest] = message | (rest & placeBits);
    if (count > table.unnamed) illustrate(table, at, { terms, index, by });
  }
}

function illustrate(table: Table, at: number, said: { terms: Terms; index: number; by: Ranked }): void {
  const { examples } = table;
  const known = placeAt(table, at);
  const place = known === 0 ? takePlace(examples, nameOf(said.terms, said.index)) : known;
  if (place === 0) {
    freePlaces(table);
    return;
  }
  if (known === 0) setPlace(table, at, place);
  remember(examples, place, said.by);
}

/** The place of the term's examples; 0 when it has none. */
export function placeAt({ entries }: Table, at: number): number {
  return (entries[at + field.rest] ?? 0) & placeBits;
}

function setPlace({ entries }: Table, at: number, place: number): void {
  entries[at + field.rest] = ((entries[at + field.rest] ?? 0) & ~placeBits) | place;
}

/** The slot in which the term stands, or the empty one where it will. */
function slotOf({ hashes, capacity }: Table, hash: number): number {
  let slot = hash & (capacity - 1);
  for (;;) {
    const known = hashes[slot];
    if (known === hash || known === 0) return slot;
    slot = (slot + 1) & (capacity - 1);
  }
}

/** Wider while that is allowed; then without the rarest terms, as many as it takes to be a quarter emptier. */
function makeRoom(table: Table, wanted: number, dropped: (counts: Counts) => void): void {
  let { capacity } = table;
  while (capacity < most && table.used + wanted > fullest * capacity) capacity *= 2;
  if (table.used + wanted <= fullest * capacity) {
    rebuild(table, capacity, 0);
    return;
  }
  const least = countLeaving(table, 0.6 * capacity - wanted);
  dropped(countsUpTo(table, least));
  rebuild(table, capacity, least);
}

/** The count up to which terms must go so that at most `allowed` stay. */
function countLeaving(table: Table, allowed: number): number {
  const counts = countsUpTo(table, Number.POSITIVE_INFINITY).counts.sort();
  return counts[Math.max(0, counts.length - 1 - Math.max(0, Math.floor(allowed)))] ?? 0;
}

/** The terms that were heard at most so often. */
export function countsUpTo(table: Table, most: number): Counts {
  const hashes = new Uint32Array(table.used);
  const counts = new Uint32Array(table.used);
  let found = 0;
  eachTerm(table, (hash, at) => {
    const count = table.entries[at + field.count] ?? 0;
    if (count > most) return;
    hashes[found] = hash;
    counts[found++] = count;
  });
  return { hashes: hashes.subarray(0, found), counts: counts.subarray(0, found) };
}

function rebuild(table: Table, capacity: number, dropUpTo: number): void {
  const old = { ...table };
  table.hashes = new Uint32Array(capacity);
  table.entries = new Uint32Array(capacity * stride);
  table.capacity = capacity;
  table.used = 0;
  eachTerm(old, (hash, from) => {
    if ((old.entries[from + field.count] ?? 0) <= dropUpTo) {
      givePlaceBack(table.examples, placeAt(old, from));
      return;
    }
    const slot = slotOf(table, hash);
    table.hashes[slot] = hash;
    for (let part = 0; part < stride; part++)
      table.entries[slot * stride + part] = old.entries[from + part] ?? 0;
    table.used++;
  });
}

/** Takes the places of the rarer half of the named terms; they get one again when they are heard more. */
function freePlaces(table: Table): void {
  const { entries, examples } = table;
  const counts: number[] = [];
  eachTerm(table, (_, at) => {
    if (placeAt(table, at) !== 0) counts.push(entries[at + field.count] ?? 0);
  });
  table.unnamed = counts.sort((one, other) => one - other)[counts.length >> 1] ?? table.unnamed;
  eachTerm(table, (_, at) => {
    if ((entries[at + field.count] ?? 0) > table.unnamed) return;
    givePlaceBack(examples, placeAt(table, at));
    setPlace(table, at, 0);
  });
}

/** Calls with the hash of every term and where its fields begin. */
export function eachTerm({ hashes }: Table, call: (hash: number, at: number) => void): void {
  for (let slot = 0; slot < hashes.length; slot++) {
    const hash = hashes[slot] ?? 0;
    if (hash !== 0) call(hash, slot * stride);
  }
}

export function clearTable(table: Table): void {
  table.hashes.fill(0);
  table.entries.fill(0);
  table.used = 0;
  table.messages = 0;
  table.unnamed = unnamed;
  clearExamples(table.examples);
}

/** Distinct authors by linear counting: exact enough up to about 200, then it says 266. */
export function authorsOf({ entries }: Table, at: number): number {
  const low = entries[at + field.authorsLow] ?? 0;
  const high = entries[at + field.authorsHigh] ?? 0;
  const empty = 64 - bitsIn(low) - bitsIn(high);
  return Math.round(64 * Math.log(64 / Math.max(1, empty)));
}

function bitsIn(value: number): number {
  let rest = value - ((value >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Can these have been the parts of a table? For one that comes out of a file. */
export function isTable({ capacity, hashes, entries, used, messages, examples }: Table): boolean {
  const fits = capacity >= fewest && capacity <= most && (capacity & (capacity - 1)) === 0;
  const long = hashes.length === capacity && entries.length === capacity * stride;
  if (!fits || !long || !(messages >= 0) || used > fullest * capacity) return false;
  const filled = hashes.reduce((sum, hash) => sum + Math.min(1, hash), 0);
  const placed = entries.every(
    (value, at) => at % stride !== field.rest || (value & placeBits) <= examples.capacity,
  );
  return filled === used && placed;
}
