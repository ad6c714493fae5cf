import { cut } from '../tokenising.ts';
import { kinds, type Tokens, written } from '../tokens.ts';

/** Words that one owner is known by, ready to be found in messages. */
export interface Phrases {
  /** By the first word as it stands; phrases of several words follow on. */
  readonly whole: ReadonlyMap<string, readonly Phrase[]>;
  /** Beginnings, by their first three letters. */
  readonly begun: ReadonlyMap<string, readonly Phrase[]>;
}

interface Phrase {
  readonly owner: number;
  readonly words: readonly string[];
  /** The last word may go on. */
  readonly open: boolean;
}

export interface Found {
  readonly owner: number;
  /** Tokens. */
  readonly first: number;
  readonly last: number;
}

const shortestBeginning = 3;

/**
 * Reads what people wrote down: a word, a phrase, or the beginning of a word (`pakket*`, at least three letters).
 * Capitals make no difference; what holds no word is left out.
 */
export function makePhrases(lists: readonly (readonly string[])[]): Phrases {
  const whole = new Map<string, Phrase[]>();
  const begun = new Map<string, Phrase[]>();
  lists.forEach((list, owner) => {
    for (const text of list) {
      const words = wordsOf(text.replace(/\*\s*$/, ''));
      const open = /\*\s*$/.test(text) && (words.at(-1)?.length ?? 0) >= shortestBeginning;
      const [first] = words;
      if (first === undefined) continue;
      const phrase = { owner, words, open };
      const [map, key] = open && words.length === 1 ? [begun, first.slice(0, 3)] : [whole, first];
      map.set(key, [...(map.get(key) ?? []), phrase]);
    }
  });
  return { whole, begun };
}

function wordsOf(text: string): string[] {
  const tokens = cut(text);
  return Array.from({ length: tokens.count }, (_, at) => at)
    .filter((at) => tokens.kind[at] !== kinds.punctuation)
    .map((at) => formOf(tokens, at));
}

function formOf(tokens: Tokens, at: number): string {
  const start = (tokens.start[at] ?? 0) + (tokens.kind[at] === kinds.hashtag ? 1 : 0);
  return tokens.lower.slice(start, tokens.end[at]);
}

/** Every place where one of the phrases stands, in the order of the text. */
export function findPhrases({ whole, begun }: Phrases, tokens: Tokens): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.kind[at] === kinds.punctuation) continue;
    const form = formOf(tokens, at);
    for (const phrase of whole.get(form) ?? []) {
      const last = lastOf(phrase, tokens, at);
      if (last >= 0) found.push({ owner: phrase.owner, first: at, last });
    }
    for (const { owner, words } of begun.get(form.slice(0, 3)) ?? []) {
      if (form.startsWith(words[0] ?? form)) found.push({ owner, first: at, last: at });
    }
  }
  return found;
}

/** The token that ends the phrase beginning here, or -1. */
function lastOf({ words, open }: Phrase, tokens: Tokens, first: number): number {
  for (let step = 1; step < words.length; step++) {
    const at = first + step;
    if (at >= tokens.count) return -1;
    const form = formOf(tokens, at);
    const wanted = words[step] ?? '';
    const fits = open && step === words.length - 1 ? form.startsWith(wanted) : form === wanted;
    if (!fits) return -1;
  }
  return first + words.length - 1;
}

/** What stands there, as the sender wrote it. */
export function textOf(tokens: Tokens, { first, last }: Found): string {
  return first === last ? written(tokens, first) : tokens.text.slice(tokens.start[first], tokens.end[last]);
}
