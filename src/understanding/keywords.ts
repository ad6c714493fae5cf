import type { Lexeme } from './lexemes.ts';
import { kinds, type Tokens, written } from './tokens.ts';
import type { Finding } from './understanding.ts';

const atMost = 8;
const shortest = 3;

interface Candidate {
  word: string;
  weight: number;
  at: number;
}

/**
 * At most eight words that say what it is about, the weightiest first: hashtags, words that cues know,
 * capitals inside a sentence, long words. Without stop words, numbers, links and what is personal.
 */
export function keywordsIn(tokens: Tokens, found: readonly Finding[]): string[] {
  const taken = found.map(({ value }) => value.toLowerCase());
  const candidates = new Map<string, Candidate>();
  for (let at = 0; at < tokens.count; at++) {
    const kind = tokens.kind[at];
    if (kind !== kinds.word && kind !== kinds.hashtag) continue;
    const start = (tokens.start[at] ?? 0) + (kind === kinds.hashtag ? 1 : 0);
    const word = tokens.lower.slice(start, tokens.end[at]);
    if (!isKeyword(word, tokens.lexeme[at]) || taken.some((value) => value.includes(word))) continue;
    const known = candidates.get(word);
    if (known !== undefined) known.weight += 0.5;
    else candidates.set(word, { word, weight: weigh(tokens, at, word), at });
  }
  return [...candidates.values()]
    .sort((one, other) => other.weight - one.weight || one.at - other.at)
    .slice(0, atMost)
    .map(({ word }) => word);
}

function isKeyword(word: string, lexeme: Lexeme | undefined): boolean {
  if (word.length < shortest || /\d/.test(word)) return false;
  return lexeme === undefined || (lexeme.stop === 0 && lexeme.role === 'none');
}

function weigh(tokens: Tokens, at: number, word: string): number {
  const lexeme = tokens.lexeme[at];
  let weight = Math.min(word.length, 14) / 7;
  if (tokens.kind[at] === kinds.hashtag) weight += 3;
  if (lexeme !== undefined && lexeme.symbols.length > 0) weight += 1;
  if (lexeme !== undefined && lexeme.judges !== 0) weight -= 0.6;
  const first = written(tokens, at).charAt(0);
  if (at > 0 && tokens.kind[at - 1] !== kinds.punctuation && first !== first.toLowerCase()) weight += 0.8;
  return weight;
}
