import { tokenise } from '../tokenising.ts';
import { makeTerms, nameOf, readTerms } from './terms.ts';

/** A difference this large comes by chance once in a thousand; G² is chi-squared with one degree of freedom. */
const leastG2 = 10.83;
const fewestMessages = 3;
const mostExamples = 5;
/** From this share of a word's messages on, the word is told by its pair alone. */
const toldByPair = 0.7;
const half = 0.5;

export interface KeynessOptions {
  /** Terms in each direction, 20 by default. */
  most?: number;
  /** Whose stop words are left out; without it those of every known language. */
  language?: string;
}

export interface SetMessage {
  id: string;
  text: string;
}

/** A word or pair of words that one set says more often than the other. */
export interface KeyTerm {
  term: string;
  /** Signed log-likelihood: above 0 the first set says it more, below 0 the second. */
  g2: number;
  /** Messages with it in each set, and their share of the set. */
  inA: number;
  inB: number;
  shareA: number;
  shareB: number;
  /** Ids of the first messages with it, from the set that says it more; at most 5. */
  examples: string[];
}

export interface Keyness {
  /** What the first set says and the second does not, the surest first. */
  more: KeyTerm[];
  /** What the second set says and the first does not. */
  fewer: KeyTerm[];
}

/** A term that one set surely says more; the name and examples are looked up when that is known. */
interface Found {
  g2: number;
  inA: number;
  inB: number;
  term: string;
  examples: string[];
}

/**
 * What one set of messages says that another does not: signed log-likelihood (G²) on the number of messages with a
 * word or pair. A term needs 3 messages in the set that says it more and odds of 1 in 1,000; with less it stays
 * silent. A copied message counts as often as it was sent: group duplicates first when that is not wanted.
 */
export function keynessOf(
  setA: readonly SetMessage[],
  setB: readonly SetMessage[],
  { most = 20, language = 'und' }: KeynessOptions = {},
): Keyness {
  const [countsA, countsB] = [countTerms(setA, language), countTerms(setB, language)];
  const [sizeA, sizeB] = [setA.length, setB.length];
  const more = new Map<number, Found>();
  const fewer = new Map<number, Found>();
  for (const hash of new Set([...countsA.keys(), ...countsB.keys()])) {
    const [a, b] = [countsA.get(hash) ?? 0, countsB.get(hash) ?? 0];
    const g2 = logLikelihood({ a, b, sizeA, sizeB });
    if (Math.abs(g2) < leastG2 || (g2 > 0 ? a : b) < fewestMessages) continue;
    (g2 > 0 ? more : fewer).set(hash, { g2, inA: a, inB: b, term: '', examples: [] });
  }
  illustrate(more, setA, language);
  illustrate(fewer, setB, language);
  const told = (found: Map<number, Found>) =>
    strongest([...found.values()], most).map(
      ({ term, g2, inA, inB, examples }): KeyTerm => ({
        term,
        g2,
        inA,
        inB,
        shareA: inA / sizeA,
        shareB: inB / sizeB,
        examples,
      }),
    );
  return { more: told(more), fewer: told(fewer) };
}

/** In how many messages each term stands. */
function countTerms(messages: readonly SetMessage[], language: string): Map<number, number> {
  const terms = makeTerms();
  const counts = new Map<number, number>();
  for (const { text } of messages) {
    readTerms(tokenise(text), language, terms);
    for (const hash of new Set(terms.hash.subarray(0, terms.count)))
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  return counts;
}

/** Reads again, only as far as it takes to find a name and examples for all. */
function illustrate(
  found: ReadonlyMap<number, Found>,
  messages: readonly SetMessage[],
  language: string,
): void {
  const terms = makeTerms();
  let open = found.size;
  for (const { id, text } of messages) {
    if (open === 0) return;
    readTerms(tokenise(text), language, terms);
    const here = new Set<Found>();
    for (let index = 0; index < terms.count; index++) {
      const term = found.get(terms.hash[index] ?? 0);
      if (term === undefined || here.has(term) || term.examples.length === mostExamples) continue;
      here.add(term);
      term.term ||= nameOf(terms, index);
      if (term.examples.push(id) === mostExamples) open--;
    }
  }
}

/**
 * Signed G² of a term that stands in `a` of `sizeA` messages and in `b` of `sizeB`, on the whole table (messages
 * with and without it). 0 when a set is empty: nothing can be compared.
 */
export function logLikelihood({ a, b, sizeA, sizeB }: Record<'a' | 'b' | 'sizeA' | 'sizeB', number>): number {
  if (sizeA === 0 || sizeB === 0) return 0;
  const share = (a + b) / (sizeA + sizeB);
  const sum =
    part(a, sizeA * share) +
    part(b, sizeB * share) +
    part(sizeA - a, sizeA * (1 - share)) +
    part(sizeB - b, sizeB * (1 - share));
  const g2 = Math.max(0, 2 * sum);
  return a / sizeA >= b / sizeB ? g2 : -g2;
}

function part(seen: number, expected: number): number {
  return seen === 0 ? 0 : seen * Math.log(seen / expected);
}

/** The surest terms, without the words that a pair tells as well and the pairs that say no more than their words. */
function strongest(terms: readonly Found[], most: number): Found[] {
  const known = new Map(terms.map((term) => [term.term, term]));
  const dropped = new Set<Found>();
  for (const pair of terms.filter(({ term }) => term.includes(' '))) {
    const words = pair.term.split(' ').flatMap((word) => known.get(word) ?? []);
    for (const word of words) if (messagesOf(pair) >= toldByPair * messagesOf(word)) dropped.add(word);
    if (words.some((word) => messagesOf(pair) < half * messagesOf(word))) dropped.add(pair);
  }
  return terms
    .filter((term) => !dropped.has(term))
    .toSorted((one, other) => Math.abs(other.g2) - Math.abs(one.g2) || (one.term < other.term ? -1 : 1))
    .slice(0, most);
}

/** In the set that says it more. */
function messagesOf({ g2, inA, inB }: Found): number {
  return g2 > 0 ? inA : inB;
}
