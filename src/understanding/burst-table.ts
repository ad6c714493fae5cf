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

/** What is kept of a term: messages, last message, authors (64 bits), place of its examples. */
export const field = { count: 0, last: 1, authorsLow: 2, authorsHigh: 3, place: 4 } as const;
const stride = 5;
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
  /** `field` by `field`, five numbers a slot. */
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

type Dropped = (hash: number, count: number) => void;

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
  { by, dropped }: { by: Speaker; dropped: Dropped },
): void {
  if (table.used + terms.count > fullest * table.capacity) makeRoom(table, terms.count, dropped);
  const message = ++table.messages;
  for (let index = 0; index < terms.count; index++) {
    const { hashes, entries } = table;
    const hash = terms.hash[index] ?? 0;
    const slot = slotOf(table, hash);
    const at = slot * stride;
    if (hashes[slot] !== hash) {
      table.used++;
      hashes[slot] = hash;
    } else if (entries[at + field.last] === message) continue;
    entries[at + field.last] = message;
    entries[at + field.authorsLow] = (entries[at + field.authorsLow] ?? 0) | by.low;
    entries[at + field.authorsHigh] = (entries[at + field.authorsHigh] ?? 0) | by.high;
    const count = (entries[at + field.count] ?? 0) + 1;
    entries[at + field.count] = count;
    if (count > table.unnamed) illustrate(table, at, { terms, index, by });
  }
}

function illustrate(table: Table, at: number, said: { terms: Terms; index: number; by: Ranked }): void {
  const { examples, entries } = table;
  let place = entries[at + field.place] ?? 0;
  if (place === 0) {
    place = takePlace(examples, nameOf(said.terms, said.index));
    if (place === 0) {
      freePlaces(table);
      return;
    }
    entries[at + field.place] = place;
  }
  remember(examples, place, said.by);
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
function makeRoom(table: Table, wanted: number, dropped: Dropped): void {
  let { capacity } = table;
  while (capacity < most && table.used + wanted > fullest * capacity) capacity *= 2;
  if (table.used + wanted <= fullest * capacity) {
    rebuild(table, capacity, 0);
    return;
  }
  const least = countLeaving(table, 0.6 * capacity - wanted);
  eachTerm(table, (hash, at) => {
    if ((table.entries[at + field.count] ?? 0) > least) return;
    dropped(hash, table.entries[at + field.count] ?? 0);
    givePlaceBack(table.examples, table.entries[at + field.place] ?? 0);
  });
  rebuild(table, capacity, least);
}

/** The count up to which terms must go so that at most `allowed` stay. */
function countLeaving(table: Table, allowed: number): number {
  const counts: number[] = [];
  eachTerm(table, (_, at) => counts.push(table.entries[at + field.count] ?? 0));
  const sorted = Uint32Array.from(counts).sort();
  return sorted[Math.max(0, sorted.length - 1 - Math.max(0, Math.floor(allowed)))] ?? 0;
}

function rebuild(table: Table, capacity: number, dropUpTo: number): void {
  const old = { ...table };
  table.hashes = new Uint32Array(capacity);
  table.entries = new Uint32Array(capacity * stride);
  table.capacity = capacity;
  table.used = 0;
  eachTerm(old, (hash, from) => {
    if ((old.entries[from + field.count] ?? 0) <= dropUpTo) return;
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
    if (entries[at + field.place] !== 0) counts.push(entries[at + field.count] ?? 0);
  });
  table.unnamed = counts.sort((one, other) => one - other)[counts.length >> 1] ?? table.unnamed;
  eachTerm(table, (_, at) => {
    if ((entries[at + field.count] ?? 0) > table.unnamed) return;
    givePlaceBack(examples, entries[at + field.place] ?? 0);
    entries[at + field.place] = 0;
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
  const placed = entries.every((value, at) => at % stride !== field.place || value <= examples.capacity);
  return filled === used && placed;
}
