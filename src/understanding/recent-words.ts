import { findLexeme, type Lexeme } from './lexemes.ts';

const size = 1 << 13;
/** A longer one is rare, and would keep the whole message alive that it was cut from. */
const longest = 12;

/** Words met lately with what is known of them: most words of a message stood in the messages before it. */
export interface RecentWords {
  readonly words: string[];
  readonly lexemes: (Lexeme | undefined)[];
}

export function makeRecentWords(): RecentWords {
  return { words: new Array<string>(size).fill(''), lexemes: new Array<undefined>(size).fill(undefined) };
}

interface Piece {
  readonly lower: string;
  readonly from: number;
  readonly to: number;
}

/** What is known about the word in this part of a lower-cased text, as `findLexeme` says; no string is made of it. */
export function findLexemeIn(
  { words, lexemes }: RecentWords,
  { lower, from, to }: Piece,
): Lexeme | undefined {
  let hash = 0x811c9dc5 | 0;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ lower.charCodeAt(at), 0x01000193);
  const spot = (hash ^ (hash >>> 13)) & (size - 1);
  if (isThere(words[spot] as string, { lower, from, to })) return lexemes[spot];
  const word = lower.slice(from, to);
  const found = findLexeme(word);
  if (word.length <= longest) {
    words[spot] = word;
    lexemes[spot] = found;
  }
  return found;
}

function isThere(word: string, { lower, from, to }: Piece): boolean {
  if (word.length !== to - from) return false;
  for (let at = 0; at < word.length; at++)
    if (word.charCodeAt(at) !== lower.charCodeAt(from + at)) return false;
  return true;
}
