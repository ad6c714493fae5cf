import type { Lexeme } from './lexemes.ts';

/** Kinds of token, as small numbers because they live in a typed array. */
export const kinds = {
  word: 1,
  number: 2,
  link: 3,
  mention: 4,
  hashtag: 5,
  emoji: 6,
  emoticon: 7,
  punctuation: 8,
} as const;

/** Longer texts are read up to here; a 5 MB field must not hold up the stream. UTF-16 units. */
export const longestRead = 65_536;

/**
 * One message cut into tokens. The arrays are reused for every message, so whatever outlives the reading of
 * one message is copied out first. Reading is synchronous, so two readings never meet in it.
 */
export interface Tokens {
  /** What was given to be cut. */
  source: string;
  /** As written, at most `longestRead` units. */
  text: string;
  /** Lower-cased, unit for unit as long as `text`. */
  lower: string;
  count: number;
  /** Where the tokeniser stands. */
  at: number;
  start: Int32Array;
  end: Int32Array;
  kind: Uint8Array;
  /** Whether words are looked up: a trained head that reads the text alone does not need what lists know. */
  looksUp: boolean;
  /** What any head knows about the token; undefined for the many words nobody knows. */
  lexeme: (Lexeme | undefined)[];
  hasDigit: boolean;
  hasAt: boolean;
  words: number;
}

export function makeTokens(): Tokens {
  return {
    source: '',
    text: '',
    lower: '',
    count: 0,
    at: 0,
    start: new Int32Array(longestRead),
    end: new Int32Array(longestRead),
    kind: new Uint8Array(longestRead),
    looksUp: true,
    lexeme: [],
    hasDigit: false,
    hasAt: false,
    words: 0,
  };
}

/** The token as the sender wrote it. */
export function written(tokens: Tokens, index: number): string {
  return tokens.text.slice(tokens.start[index], tokens.end[index]);
}

/** Does the token end a clause (and with it a negation or a cue)? */
export function endsClause(tokens: Tokens, index: number): boolean {
  return (
    tokens.kind[index] === kinds.punctuation && breaks.has(tokens.lower.charCodeAt(tokens.start[index] ?? 0))
  );
}

/** Does the token end a sentence? A comma does not. */
export function endsSentence(tokens: Tokens, index: number): boolean {
  return (
    tokens.kind[index] === kinds.punctuation && stops.has(tokens.lower.charCodeAt(tokens.start[index] ?? 0))
  );
}

const breaks = new Set([...'.,!?;:…\n()'].map((character) => character.charCodeAt(0)));
const stops = new Set([...'.!?…\n'].map((character) => character.charCodeAt(0)));
