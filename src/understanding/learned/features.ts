import { kinds, type Tokens } from '../tokens.ts';

/**
 * The features of one message: slots of a hashed table and how often each occurs. Words and pairs stand before
 * `split`, character groups from there on. The arrays are reused for every message and never cleared: a slot is
 * present when `place` points at an entry that points back.
 */
export interface Features {
  readonly mask: number;
  readonly slots: Int32Array;
  readonly times: Uint32Array;
  readonly place: Int32Array;
  count: number;
  split: number;
}

const groupLength = 4;
const space = 0x20;
const prime = 0x01000193;
const basis = 0x811c9dc5 | 0;
const edge = 0x5bd1e995;
const kindSalt = 0x3c6ef372;
const groupSalt = 0x27d4eb2f;
/** A letter held longer counts as held this often: "suuuuper" and "suuuper" are one word. */
const longestRun = 2;

export function makeFeatures(bits: number): Features {
  const size = 1 << bits;
  return {
    mask: size - 1,
    slots: new Int32Array(size),
    times: new Uint32Array(size),
    place: new Int32Array(size),
    count: 0,
    split: 0,
  };
}

/** Takes the features out of a message, in time linear in its length. */
export function extract(tokens: Tokens, into: Features): void {
  into.count = 0;
  let before = edge;
  for (let at = 0; at < tokens.count; at++) before = addToken(tokens, at, { into, before });
  addPair(into, before, edge);
  into.split = into.count;
  for (let at = 0; at < tokens.count; at++) addGroups(tokens, at, into);
}

/** The features that one token has a part in, for telling which words made a decision. */
export function extractToken(tokens: Tokens, at: number, into: Features): void {
  into.count = 0;
  const before = at === 0 ? edge : hashOf(tokens, at - 1);
  const hash = addToken(tokens, at, { into, before });
  addPair(into, hash, at + 1 < tokens.count ? hashOf(tokens, at + 1) : edge);
  into.split = into.count;
  addGroups(tokens, at, into);
}

/** Adds the token and its pair with the one before; gives its hash, for the next pair. */
function addToken(tokens: Tokens, at: number, place: { into: Features; before: number }): number {
  const { into } = place;
  const hash = hashOf(tokens, at);
  const kind = tokens.kind[at] ?? 0;
  add(into, hash);
  if (kind === kinds.mention || kind === kinds.number) add(into, exactHash(tokens, at));
  addPair(into, place.before, hash);
  return hash;
}

function addPair(into: Features, first: number, second: number): void {
  add(into, Math.imul(first, 0x9e3779b1) + Math.imul(second ^ 0x7f4a7c15, 0x85ebca77));
}

/** Links and mentions are one word each, numbers one per length; a hashtag is its word. */
function hashOf(tokens: Tokens, at: number): number {
  switch (tokens.kind[at]) {
    case kinds.link:
      return kindSalt;
    case kinds.mention:
      return kindSalt + 1;
    case kinds.number:
      return kindSalt + 2 + Math.min((tokens.end[at] ?? 0) - (tokens.start[at] ?? 0), 12);
    case kinds.hashtag:
      return hashUnits(tokens.lower, (tokens.start[at] ?? 0) + 1, tokens.end[at] ?? 0);
    default:
      return hashUnits(tokens.lower, tokens.start[at] ?? 0, tokens.end[at] ?? 0);
  }
}

function exactHash(tokens: Tokens, at: number): number {
  return hashUnits(tokens.lower, tokens.start[at] ?? 0, tokens.end[at] ?? 0) ^ kindSalt;
}

/** FNV-1a over UTF-16 units, long runs of one unit shortened. */
function hashUnits(lower: string, start: number, end: number): number {
  let hash = basis;
  let last = -1;
  let run = 0;
  for (let at = start; at < end; at++) {
    const unit = lower.charCodeAt(at);
    if (unit === last) {
      if (++run > longestRun) continue;
    } else {
      run = 1;
      last = unit;
    }
    hash = Math.imul(hash ^ unit, prime);
  }
  return hash;
}

/** Groups of four characters inside the token, a space at either end. */
function addGroups(tokens: Tokens, at: number, into: Features): void {
  const kind = tokens.kind[at];
  if (kind !== kinds.word && kind !== kinds.hashtag) return;
  const end = tokens.end[at] ?? 0;
  let from = tokens.start[at] ?? 0;
  if (kind === kinds.hashtag) from++;
  let [first, second, third] = [0, 0, space];
  let last = -1;
  let run = 0;
  let length = 1;
  for (; from <= end; from++) {
    const unit = from === end ? space : tokens.lower.charCodeAt(from);
    if (unit === last) {
      if (++run > longestRun) continue;
    } else {
      run = 1;
      last = unit;
    }
    if (++length >= groupLength) add(into, hashGroup(first, second, third) + Math.imul(unit, 0xc2b2ae3d));
    first = second;
    second = third;
    third = unit;
  }
}

function hashGroup(first: number, second: number, third: number): number {
  return (
    groupSalt + Math.imul(first, 0x9e3779b1) + Math.imul(second, 0x85ebca77) + Math.imul(third, 0x27d4eb4f)
  );
}

function add(into: Features, hash: number): void {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  const slot = (mixed ^ (mixed >>> 16)) & into.mask;
  const at = into.place[slot] ?? 0;
  if (at < into.count && into.slots[at] === slot) {
    into.times[at] = (into.times[at] ?? 0) + 1;
    return;
  }
  into.place[slot] = into.count;
  into.slots[into.count] = slot;
  into.times[into.count++] = 1;
}
