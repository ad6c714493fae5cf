import { understand } from '../../understanding/reading.ts';

export type PersonalKind =
  | 'NAME'
  | 'HANDLE'
  | 'EMAIL'
  | 'PHONE'
  | 'IBAN'
  | 'POSTCODE'
  | 'ADDRESS'
  | 'BIRTH'
  | 'NUMBER'
  | 'LINK';

/** A stretch of a text that leads to somebody. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: PersonalKind;
}

const link =
  /\b(?:[a-z][a-z+.-]{1,12}:\/\/|www\.)[^\s<>"]+|(?<![\w@.-])(?:[\w-]+\.)+[a-z]{2,12}\/[^\s<>"]*/giu;
const email = /[^\s@<>()[\]{}"',;:]+@[^\s@<>()[\]{}"',;:]+\.[\p{L}\p{N}]+/gu;
const handle = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_][\p{L}\p{N}_.-]*/gu;
const iban = /(?<![\p{L}\p{N}])[a-z]{2}\p{Nd}{2}(?:[ -]?[\p{Nd}a-z]{1,4}){2,9}(?![\p{L}\p{N}])/giu;
const spacedDigits = /\+?\(?\p{Nd}(?:[\p{Nd}\t ().\-/]*\p{Nd})/gu;
const token = /[\p{L}\p{N}]+(?:[-._/#][\p{L}\p{N}]+)*/gu;
const postcode = /(?<![\p{L}\p{N}])[1-9]\p{Nd}{3} ?([a-z]{2})(?![\p{L}\p{N}])/giu;
const road =
  '(?:straat|str|weg|laan|plein|kade|dijk|gracht|singel|hof|pad|dreef|steeg|street|road|lane|avenue|straße|strasse|allee)';
const address = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:\\p{L}+[ -]){0,2}\\p{L}*${road}\\.? \\p{Nd}{1,5}(?: ?[a-z](?!\\p{L}))?`,
  'giu',
);

const date = /^(?:\p{Nd}{1,2}[-./]\p{Nd}{1,2}(?:[-./](?:\p{Nd}{2}){1,2})?|\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2})$/u;
const measured =
  /^\p{Nd}+(?:[.,]\p{Nd}+)*(?:e|kwh|kw|m2|m3|km|kg|gb|mb|mbit|euro|eur|w|v|uur|min|x|ste|de|th|st|nd|rd)$/iu;
const money = /(?:€|eur|euro|usd|\$|£)\s?$/iu;
const moneyAfter = /^(?:,(?:\p{Nd}{2}|-))?\s?(?:€|eur\b|euro|%|procent|percent|kwh|kw\b|m3|m³)/iu;
/** Two letters after four digits that are words: "2026 is", "1500 km". */
const words = new Set(
  'is in en of op om to at on by de we je ze er te nu al uw an as it he so no km kg gb mb kw pk am pm hr'.split(
    ' ',
  ),
);

/**
 * Where a text may lead to a person, wide rather than exact: what is taken for personal and is not costs a model a
 * word, the other way round costs a person their privacy. Overlapping stretches are told apart by nobody.
 */
export function personalSpans(text: string): Span[] {
  return [
    ...every(text, link, 'LINK'),
    ...every(text, email, 'EMAIL'),
    ...every(text, handle, 'HANDLE'),
    ...every(text, iban, 'IBAN').filter((span) => digitsIn(text.slice(span.start, span.end)) >= 8),
    ...every(text, address, 'ADDRESS'),
    ...every(text, postcode, 'POSTCODE').filter(
      ({ start, end }) =>
        !words.has(text.slice(end - 2, end).toLowerCase()) || /[A-Z]{2}$/.test(text.slice(start, end)),
    ),
    ...numbers(text),
    ...understood(text),
  ];
}

/** All places where a value stands, whatever its capitals. */
export function placesOf(text: string, value: string, kind: PersonalKind): Span[] {
  if (value === '') return [];
  const [low, sought] = [lower(text), lower(value)];
  const spans: Span[] = [];
  for (let at = low.indexOf(sought); at >= 0; at = low.indexOf(sought, at + 1)) {
    spans.push({ start: at, end: at + value.length, kind });
  }
  return spans;
}

/** Small letters without accents, sign for sign: places in it are places in the text. */
export function lower(text: string): string {
  return text.replace(/[^\0-@[-\x7f]/gu, (sign) => {
    const plain = sign.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    return plain.length === sign.length ? plain : sign;
  });
}

function every(text: string, pattern: RegExp, kind: PersonalKind): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind,
  }));
}

function digitsIn(text: string): number {
  return text.match(/\p{Nd}/gu)?.length ?? 0;
}

/** Digits in a row, with what people put between them; and codes of letters and digits. No dates, no money. */
function numbers(text: string): Span[] {
  const rows = every(text, spacedDigits, 'NUMBER').filter(({ start, end }) => {
    const value = text.slice(start, end);
    const fewest = /[ ()]/.test(value) ? 7 : 5;
    return digitsIn(value) >= fewest && !date.test(value) && !isMoney(text, start, end);
  });
  const codes = every(text, token, 'NUMBER').filter(({ start, end }) => {
    const value = text.slice(start, end);
    return (
      /\p{L}/u.test(value) && digitsIn(value) >= 3 && !measured.test(value) && !isMoney(text, start, end)
    );
  });
  return [...rows, ...codes];
}

function isMoney(text: string, start: number, end: number): boolean {
  // Longer than any amount: an account with a sign before it is an account.
  if (digitsIn(text.slice(start, end)) > 7) return false;
  return money.test(text.slice(Math.max(0, start - 6), start)) || moneyAfter.test(text.slice(end, end + 12));
}

const kinds: Readonly<Record<string, PersonalKind>> = {
  name: 'NAME',
  email: 'EMAIL',
  phone: 'PHONE',
  iban: 'IBAN',
  postcode: 'POSTCODE',
  birth: 'BIRTH',
};

function understood(text: string): Span[] {
  const { personal, references } = understand(text);
  return [
    ...personal
      .filter(({ kind }) => kind !== 'health')
      .flatMap(({ kind, value }) => placesOf(text, value, kinds[kind] ?? 'NUMBER')),
    ...references.flatMap(({ value }) => (digitsIn(value) > 0 ? placesOf(text, value, 'NUMBER') : [])),
  ];
}
