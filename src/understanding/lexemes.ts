import { type Cue, type CueTable, readCues } from './cues.ts';
import { languages } from './understanding.ts';
import { classes } from './words/classes.ts';
import { dangerCues } from './words/danger-cues.ts';
import { formCues } from './words/form-cues.ts';
import { emoji, modifiers } from './words/modifiers.ts';
import { complaintCues, praiseCues } from './words/mood-cues.ts';
import { narrowCues } from './words/narrow-cues.ts';
import { openCues } from './words/open-cues.ts';
import { outageCues } from './words/outage-cues.ts';
import { polarityDe, polarityEn, polarityEs, polarityFr, polarityNl } from './words/polarity.ts';
import { relationCues } from './words/relation-cues.ts';
import { situationCues } from './words/situation-cues.ts';
import { stopWords } from './words/stop-words.ts';
import { topicCues } from './words/topic-cues.ts';
import { turnCues } from './words/turn-cues.ts';

/** Everything all heads know about one word, so that a token is looked up once. */
export interface Lexeme {
  /** Bit per language (order of `languages`, then Frisian) in which this is a stop word. */
  stop: number;
  /** Bit per language in which the word carries a judgement. */
  judges: number;
  /** -1 to 1 per language, in the order of `languages`. */
  polarity: Float32Array;
  role: 'none' | 'booster' | 'softener' | 'negation';
  /** The cue positions this word can fill. */
  symbols: number[];
}

type PolarityList = Partial<Record<keyof typeof weights, string>>;

interface Affix {
  text: string;
  symbol: number;
}

/** All word tables read into one: a word is looked up whole, then by its beginning and its end. */
interface Dictionary {
  known: Map<string, Lexeme>;
  prefixes: Map<string, Affix[]>;
  suffixes: Map<string, Affix[]>;
  symbols: Map<string, number>;
  numeral: Lexeme;
}

const shortestAffix = 3;
const stretched = /(.)\1\1/;
const stressed = /[áéíóú]/;
const weights = {
  strongNegative: -1,
  negative: -0.5,
  matter: -0.1,
  positive: 0.6,
  strongPositive: 1,
} as const;
const cueTables: readonly CueTable[] = [
  narrowCues,
  outageCues,
  formCues,
  openCues,
  complaintCues,
  praiseCues,
  situationCues,
  dangerCues,
  topicCues,
  turnCues,
  relationCues,
];

const dictionary: Readonly<Dictionary> = makeDictionary();

/** The cues that can begin with a symbol. */
export const cuesFrom: readonly (readonly Cue[])[] = compileCues(dictionary);

/** What is known about a lower-cased word; undefined for most words. */
export function findLexeme(word: string): Lexeme | undefined {
  return dictionary.known.get(word) ?? findByShape(word);
}

/** A number speaks for itself when it is known (112), else it is just a number. */
export function numberLexeme(word: string): Lexeme {
  return dictionary.known.get(word) ?? dictionary.numeral;
}

function findByShape(word: string): Lexeme | undefined {
  const found = affixSymbols(dictionary, word);
  if (found !== undefined) return { ...makeLexeme(), symbols: found };
  if (stretched.test(word)) return findStretched(word);
  if (!stressed.test(word)) return undefined;
  return dictionary.known.get(word.replace(/[áéíóú]/g, unstressed));
}

/** Dutch stress marks: "wéér niet", "óp het spoor". */
function unstressed(letter: string): string {
  return 'aeiou'.charAt('áéíóú'.indexOf(letter));
}

/** "suuuper" and "neeeee": a letter held longer than twice means twice or once. */
function findStretched(word: string): Lexeme | undefined {
  const { known } = dictionary;
  return known.get(word.replace(/(.)\1{2,}/g, '$1$1')) ?? known.get(word.replace(/(.)\1{2,}/g, '$1'));
}

function makeDictionary(): Dictionary {
  const made: Dictionary = {
    known: new Map(),
    prefixes: new Map(),
    suffixes: new Map(),
    symbols: new Map(),
    numeral: makeLexeme(),
  };
  addStopWords(made);
  addPolarities(made);
  addRoles(made);
  return made;
}

/** Gives every word form in the cues its number, then tells each known word which of them it can fill. */
function compileCues(made: Dictionary): Cue[][] {
  const cues = cueTables.flatMap((table) => readCues(table, (form) => symbolOf(made, form)));
  for (const [word, lexeme] of made.known) lexeme.symbols.push(...(affixSymbols(made, word) ?? []));
  const index: Cue[][] = Array.from({ length: made.symbols.size }, () => []);
  for (const cue of cues) {
    for (const symbol of cue.positions[0]?.symbols ?? []) index[symbol]?.push(cue);
  }
  return index;
}

function makeLexeme(): Lexeme {
  return { stop: 0, judges: 0, polarity: new Float32Array(languages.length), role: 'none', symbols: [] };
}

function lexemeFor({ known }: Dictionary, word: string): Lexeme {
  const lexeme = known.get(word) ?? makeLexeme();
  known.set(word, lexeme);
  return lexeme;
}

function split(words: string): string[] {
  return words.split(/\s+/).filter((word) => word !== '');
}

function addStopWords(made: Dictionary): void {
  const lists = [...languages.map((language) => stopWords[language]), stopWords.fy];
  lists.forEach((list, index) => {
    for (const word of split(list)) lexemeFor(made, word).stop |= 1 << index;
  });
}

function addPolarities(made: Dictionary): void {
  const lists: PolarityList[] = [polarityNl, polarityEn, polarityDe, polarityFr, polarityEs];
  lists.forEach((list, index) => {
    for (const strength of ['matter', 'negative', 'positive', 'strongPositive', 'strongNegative'] as const) {
      for (const word of split(list[strength] ?? '')) {
        const lexeme = lexemeFor(made, word);
        lexeme.polarity[index] = weights[strength];
        lexeme.judges |= 1 << index;
      }
    }
  });
  for (const picture of split(emoji.positive)) lexemeFor(made, picture).polarity.fill(0.7);
  for (const picture of split(emoji.negative)) lexemeFor(made, picture).polarity.fill(-0.7);
}

function addRoles(made: Dictionary): void {
  for (const role of ['softener', 'booster', 'negation'] as const) {
    for (const word of split(modifiers[role])) lexemeFor(made, word).role = role;
  }
}

function symbolOf(made: Dictionary, form: string): number {
  const given = made.symbols.get(form);
  if (given !== undefined) return given;
  const symbol = made.symbols.size;
  made.symbols.set(form, symbol);
  if (form === '#') made.numeral.symbols.push(symbol);
  else if (form.startsWith('@'))
    for (const word of split(classes[form.slice(1)] ?? '')) lexemeFor(made, word).symbols.push(symbol);
  else if (form.endsWith('~'))
    addAffix(made.prefixes, form.slice(0, shortestAffix), { text: form.slice(0, -1), symbol });
  else if (form.startsWith('~'))
    addAffix(made.suffixes, form.slice(-shortestAffix), { text: form.slice(1), symbol });
  else lexemeFor(made, form).symbols.push(symbol);
  return symbol;
}

function addAffix(affixes: Map<string, Affix[]>, key: string, affix: Affix): void {
  affixes.set(key, [...(affixes.get(key) ?? []), affix]);
}

function affixSymbols({ prefixes, suffixes }: Dictionary, word: string): number[] | undefined {
  if (word.length < shortestAffix) return undefined;
  const begins = prefixes.get(word.slice(0, shortestAffix));
  const ends = suffixes.get(word.slice(-shortestAffix));
  if (begins === undefined && ends === undefined) return undefined;
  const found: number[] = [];
  for (const affix of begins ?? []) if (word.startsWith(affix.text)) found.push(affix.symbol);
  for (const affix of ends ?? []) if (word.endsWith(affix.text)) found.push(affix.symbol);
  return found.length > 0 ? found : undefined;
}
