import {
  clearExamples,
  type Examples,
  givePlaceBack,
  makeExamples,
  type Ranked,
  remember,
  takePlace,
} from './burst-examples.ts';
import { mostTerms, type Terms } from './terms.ts';

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
const portion = 4096;
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

/** Hears of terms, some at a time; they are only lent. */
type Receive = (counts: Counts) => void;

/** The terms of one message that get examples: where they stand in it and in the table. Used again for every message. */
export interface Raised {
  count: number;
  indexes: Uint16Array;
  entries: Uint32Array;
}

export function makeRaised(): Raised {
  return { count: 0, indexes: new Uint16Array(mostTerms), entries: new Uint32Array(mostTerms) };
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
  { by, raised, dropped }: { by: Speaker; raised: Raised; dropped: Receive },
): void {
  if (table.used + terms.count > fullest * table.capacity) makeRoom(table, terms.count, dropped);
  const { hashes, entries } = table;
  const { low, high } = by;
  // Half a number is enough to see a term that is said twice; after 65,536 messages it begins anew.
  const message = (++table.messages & placeBits) << 16;
  raised.count = 0;
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
    if (count <= table.unnamed) continue;
    raised.indexes[raised.count] = index;
    raised.entries[raised.count++] = at;
  }
  illustrate(table, terms, { by, raised });
}

/** After counting, not between: then the processor waits for the places of all terms at once. */
function illustrate(table: Table, terms: Terms, { by, raised }: { by: Ranked; raised: Raised }): void {
  const { entries, examples } = table;
  for (let one = 0; one < raised.count; one++) {
    const at = raised.entries[one] ?? 0;
    if ((entries[at] ?? 0) <= table.unnamed) continue;
    const known = placeAt(table, at);
    const place = known === 0 ? takePlace(examples, saidAt(terms, raised.indexes[one] ?? 0)) : known;
    if (place === 0) {
      freePlaces(table);
      continue;
    }
    if (known === 0) setPlace(table, at, place);
    remember(examples, place, by);
  }
}

function saidAt({ text, start, end }: Terms, index: number) {
  return { text, start: start[index] ?? 0, end: end[index] ?? 0 };
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
function makeRoom(table: Table, wanted: number, dropped: Receive): void {
  let { capacity } = table;
  while (capacity < most && table.used + wanted > fullest * capacity) capacity *= 2;
  if (table.used + wanted <= fullest * capacity) {
    widen(table, capacity);
    return;
  }
  const staying = Math.max(0, Math.floor(0.6 * capacity - wanted));
  const least = countLeaving(table, Math.max(1, table.used - staying));
  giveCounts(table, least, dropped);
  drop(table, least);
}

/** The count up to which terms must go so that at least so many go: one look when the rarest are many, as ever. */
function countLeaving(table: Table, leaving: number): number {
  let high = 1;
  while (heardUpTo(table, high) < leaving) high *= 2;
  for (let low = high >> 1; high - low > 1; ) {
    const middle = (low + high) >> 1;
    if (heardUpTo(table, middle) < leaving) low = middle;
    else high = middle;
  }
  return high;
}

/** How many terms were heard at most so often. */
function heardUpTo({ entries }: Table, mostHeard: number): number {
  let found = 0;
  for (let at = field.count; at < entries.length; at += stride)
    if (isUpTo(entries[at] ?? 0, mostHeard)) found++;
  return found;
}

/** Of a term, not of an empty slot: without a sign, one less than nought is more than any count. */
function isUpTo(count: number, mostHeard: number): boolean {
  return (count - 1) >>> 0 < mostHeard;
}

/** Gives the terms that were heard at most so often with their counts, a few at a time. */
export function giveCounts({ hashes, entries }: Table, mostHeard: number, receive: Receive): void {
  const some = { hashes: new Uint32Array(portion), counts: new Uint32Array(portion) };
  let found = 0;
  for (let slot = 0; slot < hashes.length; slot++) {
    const count = entries[slot * stride + field.count] ?? 0;
    if (!isUpTo(count, mostHeard)) continue;
    some.hashes[found] = hashes[slot] ?? 0;
    some.counts[found++] = count;
    if (found < portion) continue;
    receive(some);
    found = 0;
  }
  receive({ hashes: some.hashes.subarray(0, found), counts: some.counts.subarray(0, found) });
}

function widen(table: Table, capacity: number): void {
  const { hashes, entries } = table;
  table.hashes = new Uint32Array(capacity);
  table.entries = new Uint32Array(capacity * stride);
  table.capacity = capacity;
  for (let from = 0; from < hashes.length; from++) {
    const hash = hashes[from] ?? 0;
    if (hash === 0) continue;
    const slot = slotOf(table, hash);
    table.hashes[slot] = hash;
    for (let part = 0; part < stride; part++)
      table.entries[slot * stride + part] = entries[from * stride + part] ?? 0;
  }
}

/**
 * Takes out the terms that were heard at most so often, in place. From an empty slot on, each that stays goes as near
 * to where it belongs as those before it left room, so that none is lost behind a gap.
 */
function drop(table: Table, mostHeard: number): void {
  const { capacity, hashes, entries, examples } = table;
  const first = hashes.indexOf(0);
  for (let step = 1; step < capacity; step++) {
    const slot = (first + step) & (capacity - 1);
    const hash = hashes[slot] ?? 0;
    if (hash === 0) continue;
    const at = slot * stride;
    const goes = (entries[at + field.count] ?? 0) <= mostHeard;
    if (goes) {
      givePlaceBack(examples, placeAt(table, at));
      table.used--;
    }
    hashes[slot] = 0;
    const to = goes ? slot : slotOf(table, hash);
    if (!goes) hashes[to] = hash;
    if (!goes && to === slot) continue;
    for (let part = 0; part < stride; part++) {
      if (!goes) entries[to * stride + part] = entries[at + part] ?? 0;
      entries[at + part] = 0;
    }
  }
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
