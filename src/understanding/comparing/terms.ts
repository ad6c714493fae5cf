import type { Lexeme } from '../lexemes.ts';
import { kinds, type Tokens } from '../tokens.ts';
import { languages } from '../understanding.ts';
import { hashUnits, joinHashes } from './hashing.ts';

/** A longer message is heard up to here: a mail of megabytes must not fill a table that everybody shares. */
export const mostTerms = 1024;
const shortest = 2;

/**
 * What a message speaks about: its words without stop words, its hashtags as bare words, and the pairs of two
 * such neighbours. Never numbers, links or mentions. A term said twice stands here twice.
 */
export interface Terms {
  /** Lower-cased; the terms are pieces of it. */
  text: string;
  count: number;
  /** 32 bits, never 0. The same term has the same hash everywhere and always. */
  hash: Uint32Array;
  start: Int32Array;
  end: Int32Array;
}

export function makeTerms(): Terms {
  return {
    text: '',
    count: 0,
    hash: new Uint32Array(mostTerms),
    start: new Int32Array(mostTerms),
    end: new Int32Array(mostTerms),
  };
}

/**
 * Reads the terms of a message into `terms`, which is used again for every message. `language` decides which stop
 * words are left out; in an unknown or mixed one those of every language.
 */
export function readTerms(tokens: Tokens, language: string, terms: Terms): Terms {
  const stops = stopBits(language);
  terms.text = tokens.lower;
  terms.count = 0;
  let before = 0;
  for (let at = 0; at < tokens.count && terms.count < mostTerms - 1; at++) {
    const start = contentStart(tokens, at, stops);
    if (start < 0) {
      before = 0;
      continue;
    }
    const end = tokens.end[at] ?? 0;
    const hash = hashUnits(tokens.lower, start, end);
    add(terms, hash, { start, end });
    if (before !== 0)
      add(terms, joinHashes(before, hash), { start: contentStart(tokens, at - 1, stops), end });
    before = hash;
  }
  return terms;
}

function add(terms: Terms, hash: number, span: { start: number; end: number }): void {
  const index = terms.count++;
  terms.hash[index] = hash;
  terms.start[index] = span.start;
  terms.end[index] = span.end;
}

/** The term as people read it. */
export function nameOf({ text, start, end }: Terms, index: number): string {
  return text.slice(start[index], end[index]).replaceAll('#', '').replace(/\s+/g, ' ');
}

function stopBits(language: string): number {
  const index = (languages as readonly string[]).indexOf(language);
  return index < 0 ? -1 : 1 << index;
}

/** Where a word that says something begins; -1 for all other tokens. */
function contentStart(tokens: Tokens, at: number, stops: number): number {
  const kind = tokens.kind[at];
  if (kind !== kinds.word && kind !== kinds.hashtag) return -1;
  if (saysNothing(tokens.lexeme[at], stops)) return -1;
  const start = (tokens.start[at] ?? 0) + (kind === kinds.hashtag ? 1 : 0);
  return (tokens.end[at] ?? 0) - start < shortest ? -1 : start;
}

function saysNothing(lexeme: Lexeme | undefined, stops: number): boolean {
  return lexeme !== undefined && ((lexeme.stop & stops) !== 0 || lexeme.role !== 'none');
}
