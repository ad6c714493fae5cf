import { kinds, type Tokens } from '../tokens.ts';

/**
 * Slots of a hashed table and how often each occurs in one message. The arrays are reused for every message and
 * never cleared: what `place` says holds only when `where` points back.
 */
export interface Bag {
  readonly slots: Int32Array;
  readonly times: Int32Array;
  readonly place: Int32Array;
  readonly where: Int32Array;
  /** Which part of `place` is in use: a short message stays within what the processor holds nearest. */
  reach: number;
  count: number;
}

/** The features of one message: words with pairs of words, and groups of characters. */
export interface Features {
  readonly bits: number;
  readonly words: Bag;
  readonly groups: Bag;
}

const shortMessage = 600;
const nearby = 2047;
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
  return { bits, words: makeBag(1 << bits), groups: makeBag(1 << bits) };
}

function makeBag(size: number): Bag {
  const array = () => new Int32Array(size);
  return {
    slots: array(),
    times: array(),
    place: new Int32Array(size * 2),
    where: array(),
    reach: nearby,
    count: 0,
  };
}

/** Takes the features out of a message, in time linear in its length. */
export function extract(tokens: Tokens, into: Features): void {
  begin(into, tokens);
  let before = edge;
  for (let at = 0; at < tokens.count; at++) {
    const hash = addToken(tokens, at, into);
    addPair(into, before, hash);
    before = hash;
  }
  addPair(into, before, edge);
}

/** The features that one token has a part in, for telling which words made a decision. */
export function extractToken(tokens: Tokens, at: number, into: Features): void {
  const before = at === 0 ? edge : peek(tokens, at - 1, into);
  const after = at + 1 < tokens.count ? peek(tokens, at + 1, into) : edge;
  begin(into, tokens);
  const hash = addToken(tokens, at, into);
  addPair(into, before, hash);
  addPair(into, hash, after);
}

function peek(tokens: Tokens, at: number, into: Features): number {
  begin(into, tokens);
  return addToken(tokens, at, into);
}

function begin({ words, groups }: Features, tokens: Tokens): void {
  const isShort = tokens.text.length < shortMessage;
  for (const bag of [words, groups]) {
    bag.count = 0;
    bag.reach = isShort ? nearby : bag.place.length - 1;
  }
}

/**
 * Adds what one token is: its word, and the character groups in it. Links and mentions are one word each,
 * numbers one per length, a hashtag is its word. Gives the hash of the word, for pairs.
 */
function addToken(tokens: Tokens, at: number, into: Features): number {
  const kind = tokens.kind[at] as number;
  const start = tokens.start[at] as number;
  const end = tokens.end[at] as number;
  let hash: number;
  if (kind === kinds.word) hash = addSpelling(tokens.lower, { start, end }, into);
  else if (kind === kinds.hashtag) hash = addSpelling(tokens.lower, { start: start + 1, end }, into);
  else if (kind === kinds.link) hash = kindSalt;
  else if (kind === kinds.mention || kind === kinds.number) {
    add(into.words, hashUnits(tokens.lower, start, end) ^ kindSalt, into.bits);
    hash = kind === kinds.mention ? kindSalt + 1 : kindSalt + 2 + Math.min(end - start, 12);
  } else hash = hashUnits(tokens.lower, start, end);
  add(into.words, hash, into.bits);
  return hash;
}

function addPair({ words, bits }: Features, first: number, second: number): void {
  add(words, Math.imul(first, 0x9e3779b1) + Math.imul(second ^ 0x7f4a7c15, 0x85ebca77), bits);
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

/** Hashes the word and adds its groups of four characters, a space at either end, in one pass. */
function addSpelling(lower: string, { start, end }: { start: number; end: number }, into: Features): number {
  const { groups, bits } = into;
  let hash = basis;
  let [first, second, third] = [0, 0, space];
  let run = 0;
  let length = 1;
  for (let at = start; at < end; at++) {
    const unit = lower.charCodeAt(at);
    run = unit === third ? run + 1 : 1;
    if (run > longestRun) continue;
    hash = Math.imul(hash ^ unit, prime);
    if (++length >= groupLength)
      add(groups, hashGroup(first, second, third) + Math.imul(unit, 0xc2b2ae3d), bits);
    first = second;
    second = third;
    third = unit;
  }
  if (++length >= groupLength)
    add(groups, hashGroup(first, second, third) + Math.imul(space, 0xc2b2ae3d), bits);
  return hash;
}

function hashGroup(first: number, second: number, third: number): number {
  return (
    (groupSalt +
      Math.imul(first, 0x9e3779b1) +
      Math.imul(second, 0x85ebca77) +
      Math.imul(third, 0x27d4eb4f)) |
    0
  );
}

function add(bag: Bag, hash: number, bits: number): void {
  const { slots, place, where, reach, count } = bag;
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  const slot = (mixed ^ (mixed >>> 16)) >>> (32 - bits);
  let spot = slot & reach;
  for (;;) {
    const at = place[spot] as number;
    if (at >= count || where[at] !== spot) break;
    if (slots[at] === slot) {
      bag.times[at] = (bag.times[at] as number) + 1;
      return;
    }
    spot = (spot + 1) & reach;
  }
  place[spot] = count;
  where[count] = spot;
  slots[count] = slot;
  bag.times[count] = 1;
  bag.count = count + 1;
}
