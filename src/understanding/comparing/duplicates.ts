import { tokenise } from '../tokenising.ts';
import { kinds, type Tokens } from '../tokens.ts';
import { hashUnits, joinHashes, mix } from './hashing.ts';

const slots = 64;
const bands = 21;
const bandSlots = 3;
/** From this agreement on messages are nearly equal; below 5 words, where one word says it all, from the higher. */
const nearlyEqual = { long: 0.4, short: 0.6 } as const;
const fewWords = 5;
/** Fewer words say too little to be alike; such texts must be equal. */
const fewestWords = 3;
const none = 0xffffffff;

/**
 * What a message says, in 65 bytes: one-permutation MinHash over its words and pairs of words in 64 slots, then the
 * number of words (at most 255). Links, mentions, emoji, punctuation, capitals and held letters make no difference,
 * nor does which number it is. Equal in every run, so it can be stored.
 */
export type Signature = Uint8Array;

/** The signature of a text. Any string; linear in its length. */
export function signatureOf(text: string): Signature {
  return signatureOfTokens(tokenise(text));
}

/** The signature of a text that has been cut into tokens already. */
export function signatureOfTokens(tokens: Tokens): Signature {
  const least = new Uint32Array(slots).fill(none);
  let words = 0;
  let before = 1;
  for (let at = 0; at < tokens.count; at++) {
    const hash = hashOfToken(tokens, at);
    if (hash === 0) continue;
    words++;
    keepLeast(least, hash);
    keepLeast(least, joinHashes(before, hash));
    before = hash;
  }
  return words < fewestWords ? exactSignature(tokens, words) : borrow(least, words);
}

/** 0 for what does not count. */
function hashOfToken(tokens: Tokens, at: number): number {
  const kind = tokens.kind[at];
  if (kind === kinds.number) return 2;
  if (kind !== kinds.word && kind !== kinds.hashtag) return 0;
  const start = (tokens.start[at] ?? 0) + (kind === kinds.hashtag ? 1 : 0);
  return hashFolded(tokens.lower, start, tokens.end[at] ?? 0);
}

/** Runs of a letter count as one: "sooo" and "so" are the same word here. */
function hashFolded(lower: string, from: number, to: number): number {
  let bits = 0x811c9dc5;
  let last = -1;
  for (let at = from; at < to; at++) {
    const unit = lower.charCodeAt(at);
    if (unit !== last) bits = Math.imul(bits ^ unit, 0x01000193);
    last = unit;
  }
  return mix(bits) || 1;
}

function keepLeast(least: Uint32Array, hash: number): void {
  const slot = hash >>> 26;
  const value = hash & 0x3ffffff;
  if (value < (least[slot] ?? 0)) least[slot] = value;
}

/** An empty slot borrows from a filled one, chosen by number alone, so that equal chances stay equal. */
function borrow(least: Uint32Array, words: number): Signature {
  const signature = new Uint8Array(slots + 1);
  signature[slots] = Math.min(words, 255);
  for (let slot = 0; slot < slots; slot++) {
    let from = slot;
    for (let attempt = 1; least[from] === none; attempt++) from = mix(slot * 0x10001 + attempt) & (slots - 1);
    signature[slot] = mix(least[from] ?? 0);
  }
  return signature;
}

/** For very short texts: all that is said but punctuation; if that is nothing, the text itself. */
function exactSignature(tokens: Tokens, words: number): Signature {
  let one = 0x2545f491;
  for (let at = 0; at < tokens.count; at++)
    if (tokens.kind[at] !== kinds.punctuation) one = joinHashes(one, literalHash(tokens, at));
  if (one === 0x2545f491) one = hashUnits(tokens.lower, 0, tokens.lower.length);
  return Uint8Array.from({ length: slots + 1 }, (_, slot) =>
    slot === slots ? words : mix(joinHashes(one, slot)),
  );
}

function literalHash(tokens: Tokens, at: number): number {
  const [start, end] = [tokens.start[at] ?? 0, tokens.end[at] ?? 0];
  return tokens.kind[at] === kinds.word
    ? hashFolded(tokens.lower, start, end)
    : hashUnits(tokens.lower, start, end);
}

/**
 * Twenty-one numbers below 2^29 to look for candidates by (an `integer[]` with a GIN index): whatever shares none
 * is not alike; of what shares one, `areAlike` decides.
 */
export function bandKeys(signature: Signature): number[] {
  return Array.from({ length: bands }, (_, band) => {
    const at = band * bandSlots;
    return (
      (band << 24) | ((signature[at] ?? 0) << 16) | ((signature[at + 1] ?? 0) << 8) | (signature[at + 2] ?? 0)
    );
  });
}

/** Share of equal slots, 0 to 1: about the share of words and pairs that both messages have. */
export function agreement(one: Signature, other: Signature): number {
  let equal = 0;
  for (let slot = 0; slot < slots; slot++) if (one[slot] === other[slot]) equal++;
  return equal / slots;
}

/** Do both messages say nearly the same? */
export function areAlike(one: Signature, other: Signature): boolean {
  return agreement(one, other) >= boundFor(one, other);
}

function boundFor(one: Signature, other: Signature): number {
  const words = Math.min(one[slots] ?? 0, other[slots] ?? 0);
  return words < fewWords ? nearlyEqual.short : nearlyEqual.long;
}

/** Most members that one band may hold as candidates; of a longer row the latest are compared. */
const mostCandidates = 64;

/**
 * Groups messages that are nearly equal. The answer has, for every signature, the index of the first message of its
 * group (its own when it is the first). Every message is compared with first ones only, so a group cannot drift; an
 * equal one goes where the first of them went, also when a likelier group began in between.
 */
export function groupDuplicates(signatures: readonly Signature[]): number[] {
  const firsts = new Map<number, number[]>();
  const equals = new Map<string, number>();
  return signatures.map((signature, index) => {
    const whole = String.fromCharCode(...signature);
    const keys = bandKeys(signature);
    const found = equals.get(whole) ?? mostAlike(signature, { keys, firsts, signatures });
    equals.set(whole, found ?? index);
    if (found !== undefined) return found;
    for (const key of keys) {
      const row = firsts.get(key);
      if (row === undefined) firsts.set(key, [index]);
      else {
        row.push(index);
        if (row.length > mostCandidates) row.shift();
      }
    }
    return index;
  });
}

interface Known {
  keys: readonly number[];
  firsts: ReadonlyMap<number, readonly number[]>;
  signatures: readonly Signature[];
}

function mostAlike(signature: Signature, { keys, firsts, signatures }: Known): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (const candidate of new Set(keys.flatMap((key) => firsts.get(key) ?? []))) {
    const other = signatures[candidate] ?? signature;
    const agreed = agreement(signature, other);
    if (agreed <= most || agreed < boundFor(signature, other)) continue;
    best = candidate;
    most = agreed;
  }
  return best;
}
