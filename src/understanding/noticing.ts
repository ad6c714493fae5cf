import type { Cue, Position, Target } from './cues.ts';
import { cuesFrom, type Lexeme } from './lexemes.ts';
import { endsClause, endsSentence, kinds, type Tokens } from './tokens.ts';

/** A cue seen in the text, with its first and last token. */
export interface Notice {
  cue: Cue;
  first: number;
  last: number;
}

/** Finds every cue in the text once, at its first place, in order of appearance. */
export function noticeCues(tokens: Tokens): Notice[] {
  const notices: Notice[] = [];
  const present = symbolsIn(tokens);
  for (let first = 0; first < tokens.count; first++) {
    const symbols = tokens.lexeme[first]?.symbols;
    if (symbols === undefined) continue;
    for (const symbol of symbols) {
      for (const cue of cuesFrom[symbol] ?? []) {
        if (!hasRest(cue, present) || (cue.opens && !opensClause(tokens, first))) continue;
        const last = findLast(tokens, first, cue);
        if (last >= 0 && !notices.some((notice) => notice.cue === cue)) notices.push({ cue, first, last });
      }
    }
  }
  return notices;
}

function symbolsIn(tokens: Tokens): Uint8Array {
  const present = new Uint8Array(cuesFrom.length);
  for (let at = 0; at < tokens.count; at++) {
    const symbols = tokens.lexeme[at]?.symbols;
    if (symbols === undefined) continue;
    for (let index = 0; index < symbols.length; index++) present[symbols[index] as number] = 1;
  }
  return present;
}

/** Most cues fail because a later word stands nowhere in the message: seen here before any search. */
function hasRest({ rest }: Cue, present: Uint8Array): boolean {
  for (let index = 0; index < rest.length; index++)
    if (!hasAny(rest[index] as readonly number[], present)) return false;
  return true;
}

function hasAny(symbols: readonly number[], present: Uint8Array): boolean {
  for (let index = 0; index < symbols.length; index++)
    if (present[symbols[index] as number] === 1) return true;
  return false;
}

/** The token that fills the cue's last position, or -1. */
function findLast(tokens: Tokens, first: number, cue: Cue): number {
  let at = first;
  for (let index = 1; index < cue.positions.length; index++) {
    const position = cue.positions[index];
    if (position === undefined) return -1;
    at = findNext(tokens, at + 1, position);
    if (at < 0) return -1;
  }
  return at;
}

function findNext(tokens: Tokens, from: number, position: Position): number {
  const until = Math.min(from + position.gap, tokens.count - 1);
  for (let at = from; at <= until; at++) {
    if (fills(tokens.lexeme[at], position.symbols)) return at;
    if (position.wide ? endsSentence(tokens, at) : endsClause(tokens, at)) return -1;
  }
  return -1;
}

/** Nothing before it in its clause but a greeting, a "but" or a handle. */
function opensClause(tokens: Tokens, index: number): boolean {
  const before = index - 1;
  if (before < 0 || tokens.kind[before] !== kinds.word) return true;
  return (
    isLeadIn(tokens.lower.slice(tokens.start[before], tokens.end[before])) && opensClause(tokens, before)
  );
}

function isLeadIn(word: string): boolean {
  return leadIns.has(word);
}

const leadIns: ReadonlySet<string> = new Set(
  `hoi hallo hi hey hello dag beste team goedemorgen goedemiddag goedenavond en maar dus want of nou nu ook dan ja nee even eh uhm vraagje
  and but so or well ok oke oké please sorry also now then just hee hé goeiedag allez amai ps wie weet zeg`.split(
    /\s+/,
  ),
);

function fills(lexeme: Lexeme | undefined, symbols: readonly number[]): boolean {
  if (lexeme === undefined) return false;
  for (const symbol of lexeme.symbols) if (symbols.includes(symbol)) return true;
  return false;
}

/** The summed weight of what was noticed for one target. */
export function weightOf(notices: readonly Notice[], target: Target): number {
  let sum = 0;
  for (const notice of notices) if (notice.cue.target === target) sum += notice.cue.weight;
  return sum;
}

/** The words that spoke for a target, as the sender wrote them; a word inside a longer cue is not repeated. */
export function wordsFor(tokens: Tokens, notices: readonly Notice[], target: Target): string[] {
  const own = notices.filter(({ cue }) => cue.target === target && cue.weight > 0);
  const outer = own.filter(
    (notice, index) => !own.some((other, place) => covers(other, notice, place < index)),
  );
  return outer.map(({ first, last }) => tokens.text.slice(tokens.start[first], tokens.end[last]));
}

function covers(outer: Notice, inner: Notice, isEarlier: boolean): boolean {
  if (outer === inner || outer.first > inner.first || outer.last < inner.last) return false;
  return isEarlier || outer.first < inner.first || outer.last > inner.last;
}
