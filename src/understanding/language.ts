import { guessLanguage } from './guessing.ts';
import type { Lexeme } from './lexemes.ts';
import { endsClause, kinds, type Tokens, written } from './tokens.ts';
import { type Hints, type Language, languages } from './understanding.ts';

const frisian = languages.length;
const dutch = languages.indexOf('nl');
const fewWords = 3;

/** Stop words seen per language (Frisian last); a word that several languages share is divided among them. */
type Evidence = Float64Array;

/**
 * The language of a text: stop words decide when they are clear, letter groups otherwise.
 * `mixed` = a whole clause in each of two languages, or Frisian running through Dutch. No words: `und`.
 */
export function languageOf(tokens: Tokens, hints: Hints = {}): Language {
  if (tokens.words === 0) return 'und';
  const evidence = weigh(tokens);
  if ((evidence[frisian] ?? 0) >= 2 && (evidence[frisian] ?? 0) > 0.3 * (evidence[dutch] ?? 0))
    return 'mixed';
  const [best, second] = topTwo(evidence);
  const most = evidence[best] ?? 0;
  const next = evidence[second] ?? 0;
  if (next >= 1.5 && isMixed(tokens, best, second)) return 'mixed';
  if (most >= 2 && most >= 1.6 * next) return languages[best] ?? 'und';
  return closeCall(tokens, hints, most > next ? languages[best] : undefined);
}

function closeCall(tokens: Tokens, hints: Hints, leaning: Language | undefined): Language {
  if (tokens.words <= fewWords) {
    if (leaning !== undefined) return leaning;
    const earlier = languages.find((language) => language === hints.language);
    if (earlier !== undefined) return earlier;
  }
  const guess = guessLanguage(bareWords(tokens));
  return guess === 'und' ? (leaning ?? 'und') : guess;
}

function weigh(tokens: Tokens): Evidence {
  const evidence = new Float64Array(languages.length + 1);
  for (let at = 0; at < tokens.count; at++) {
    const lexeme = tokens.lexeme[at];
    if (lexeme === undefined || tokens.kind[at] !== kinds.word) continue;
    const weight = isInName(tokens, at) ? inNameWeight : 1;
    if (lexeme.stop !== 0) share(evidence, withoutFrisian(lexeme.stop), weight);
    else if (lexeme.judges !== 0) share(evidence, lexeme.judges, weight / 2);
  }
  return evidence;
}

/** Titles and names are often in another language than the sentence around them. */
const inNameWeight = 0.25;

/** A capital and a small letter within a sentence, or a small word between two such: part of a name or a title. */
function isInName(tokens: Tokens, at: number): boolean {
  if (at === 0) return false;
  if (isCapitalised(tokens, at)) return tokens.kind[at - 1] === kinds.word;
  return at + 1 < tokens.count && isCapitalised(tokens, at - 1) && isCapitalised(tokens, at + 1);
}

function isCapitalised(tokens: Tokens, at: number): boolean {
  const start = tokens.start[at] ?? 0;
  if (tokens.kind[at] !== kinds.word || (tokens.end[at] ?? 0) - start < 2) return false;
  const [first, second] = [tokens.text.charCodeAt(start), tokens.text.charCodeAt(start + 1)];
  const isSmall = (code: number) => code > 96 && code < 123;
  return first > 64 && first < 91 && isSmall(second);
}

/** A word that Dutch or English has as well says nothing about Frisian. */
function withoutFrisian(bits: number): number {
  const others = bits & ~(1 << frisian);
  return others === 0 ? bits : others;
}

function share(evidence: Evidence, bits: number, weight: number): void {
  const part = weight / bitCount(bits);
  for (let index = 0; index < evidence.length; index++) {
    if ((bits & (1 << index)) !== 0) evidence[index] = (evidence[index] ?? 0) + part;
  }
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** The two strongest of the five languages. */
function topTwo(evidence: Evidence): [number, number] {
  let best = 0;
  let second = 1;
  if ((evidence[1] ?? 0) > (evidence[0] ?? 0)) [best, second] = [1, 0];
  for (let index = 2; index < languages.length; index++) {
    const weight = evidence[index] ?? 0;
    if (weight > (evidence[best] ?? 0)) [best, second] = [index, best];
    else if (weight > (evidence[second] ?? 0)) second = index;
  }
  return [best, second];
}

/**
 * Is there a stretch that is plainly one language and another that is plainly the other? Each side needs three
 * words that only it has; a change of side inside a clause needs one more, so that a loanword changes nothing.
 */
function isMixed(tokens: Tokens, one: number, other: number): boolean {
  const runs = { one: 0, other: 0, bestOne: 0, bestOther: 0 };
  for (let at = 0; at < tokens.count; at++) {
    const side = sideOf(tokens.lexeme[at], one, other);
    if (side === 1) runs.other = 0;
    if (side === -1) runs.one = 0;
    if (side === 1) runs.bestOne = Math.max(runs.bestOne, ++runs.one);
    if (side === -1) runs.bestOther = Math.max(runs.bestOther, ++runs.other);
    if (endsClause(tokens, at) && tokens.lower[tokens.start[at] ?? 0] === '\n') runs.one = runs.other = 0;
  }
  return runs.bestOne >= 3 && runs.bestOther >= 3;
}

function sideOf(lexeme: Lexeme | undefined, one: number, other: number): -1 | 0 | 1 {
  if (lexeme === undefined) return 0;
  const isOne = (lexeme.stop & (1 << one)) !== 0;
  const isOther = (lexeme.stop & (1 << other)) !== 0;
  if (isOne === isOther) return 0;
  return isOne ? 1 : -1;
}

/** Words without links, numbers, signs and, where there are others, names: they would mislead the letter groups. */
function bareWords(tokens: Tokens): string {
  let words = '';
  let names = '';
  for (let at = 0; at < tokens.count && words.length < 500; at++) {
    if (tokens.kind[at] !== kinds.word) continue;
    const word = `${tokens.lower.slice(tokens.start[at], tokens.end[at])} `;
    if (isInName(tokens, at)) names += word;
    else words += word;
  }
  return words || names;
}

/** Up to five words that only this language has. */
export function languageWords(tokens: Tokens, language: Language): string[] {
  const index = (languages as readonly string[]).indexOf(language);
  const words = new Set<string>();
  for (let at = 0; at < tokens.count && words.size < 5; at++) {
    const lexeme = tokens.lexeme[at];
    if (lexeme === undefined || tokens.kind[at] !== kinds.word || lexeme.stop === 0) continue;
    if (language === 'mixed' ? bitCount(lexeme.stop) === 1 : lexeme.stop === 1 << index)
      words.add(written(tokens, at));
  }
  return [...words];
}
