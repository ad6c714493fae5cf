import type { Finding } from './understanding.ts';
import { namingNouns, type ReferenceKind } from './words/reference-nouns.ts';

const numberWord = '(?:\\s?-?(?:nummers?|nrs?\\.?|numbers?|no\\.?|code|kenmerk|id|num[eé]ro))?';
const glue = '\\s{0,3}(?:is|van|of|:|#|=|\\(|“|"|\')?\\s{0,3}[#(:]?\\s{0,3}';
const code =
  '([A-Z]{1,6}(?:[ -][A-Z]{1,4})?[-./ ]?\\d[\\dA-Z]*(?:[-./ ]\\d[\\dA-Z]*)*|\\d{4,}(?:[-./ ]\\d{2,})*|[A-Z0-9]{6})(?![\\w€%]|[.,]\\d)';
const free = '(?<![\\p{L}\\p{N}_])';

const named = namingNouns.map(({ kind, nouns }) => ({
  kind,
  pattern: new RegExp(`${free}(?:${caseless(nouns)})s?${numberWord}${glue}${code}`, 'gu'),
}));
const around = namingNouns.map(({ kind, nouns, weak }) => ({
  kind,
  weak: weak ?? false,
  pattern: new RegExp(`${free}(?:${nouns})(?:s?nummer|s?nr|number)?(?![\\p{L}\\p{N}])`, 'giu'),
}));

/** Letters, a sign and at least four digits: shaped like a reference whatever stands around it. */
const shaped =
  /(?<![\p{L}\p{N}@./:_-])(?=[A-Z\d./-]{0,40}(?:\d[A-Z./-]*){4})[A-Z]{1,6}\d{0,4}(?:-[A-Z]{1,4})?(?:[-./]\d[\dA-Z]*)+(?![\p{L}\p{N}_@-])/giu;
/** Six capitals and digits with a letter after a digit: a booking (a discount code ends in its digits). */
const sixLong = /(?<![\p{L}\p{N}@./:#_-])(?=[A-Z\d]{6}(?![\p{L}\p{N}_@-]))[A-Z]+\d+[A-Z][A-Z\d]*/gu;
const digitsOnly =
  /(?<![\p{L}\p{N}@./:#€+_-]|[.,]\d{0,3}|€ ?)[1-9]\d{5,9}(?![\p{L}\p{N}%€_-]|[.,]\d| ?euro)/gu;
const nearby = 60;
const flights =
  /(?<!\p{L})(?:[Vv]lucht|[Ff]light|[Vv]luchtnummer|[Vv]ol|[Vv]uelo|[Ff]lug)\s{1,3}(?:(?:nummer|nr\.?|number|no\.?)\s{1,3})?([A-Z]{2}[A-Z]? ?\d{2,4})(?![\p{L}\p{N}-])/gu;
const trips =
  /(?<!\p{L})(?:[Tt]rein|[Rr]it|[Tt]rain|[Bb]us)\s?(?:nummer|nr\.?|number|no\.?)\s{0,3}(\d{2,6})(?![\p{L}\p{N}.:-])/gu;

/** What must stand in a text before any of the patterns above can hold: most texts with a digit have nothing of it. */
const hints = {
  code: /[A-Z][A-Z ./-]{0,12}\d|\d{4}|[A-Z\d]{6}/,
  vehicle: /\d{2}/,
  shaped: /\d(?:[A-Z./-]*\d){3}/iu,
  sixLong: /[A-Z\d]{6}/,
  digitsOnly: /\d{6}/,
} as const;

const noReference =
  /^(?:(?:19|20)\d\d|\d{4}-\d\d-\d\d|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}|[1-9]\d{3} ?[A-Z]{2})$/;
const yearInside = /[-./](?:20)?2\d[-./]|20\d\d/;
const invoicePrefix = /^(?:F|[A-Z]{2,4}F|INV|FAC|FAK)[-./]?\d/i;
const far = 240;
/** A noun behind the number counts as further away than one before it. */
const afterwards = 1.5;
const plain = around.filter(({ weak }) => !weak);
const vague = around.filter(({ weak }) => weak);

interface Place extends Finding {
  at: number;
}

/** Finds order, invoice, customer and other numbers, exactly as written, in order of appearance. */
export function referencesIn(text: string): Finding[] {
  const places: Place[] = [];
  if (hints.vehicle.test(text)) addVehicles(places, text);
  if (hints.code.test(text)) addNamed(places, text);
  if (hints.shaped.test(text)) addShaped(places, text);
  if (hints.sixLong.test(text)) {
    for (const match of text.matchAll(sixLong))
      addPlace(places, 'booking', { value: match[0], end: endOf(match) });
  }
  if (hints.digitsOnly.test(text)) addPlainNumbers(places, text);
  return places.sort((one, other) => one.at - other.at).map(({ kind, value }) => ({ kind, value }));
}

function addVehicles(places: Place[], text: string): void {
  for (const match of text.matchAll(flights))
    addPlace(places, 'flight', { value: match[1], end: endOf(match) });
  for (const match of text.matchAll(trips)) addPlace(places, 'trip', { value: match[1], end: endOf(match) });
}

function addNamed(places: Place[], text: string): void {
  for (const { kind, pattern } of named) {
    for (const match of text.matchAll(pattern)) {
      if (isNumberOf(kind, match[1])) addPlace(places, kind, { value: match[1], end: endOf(match) });
    }
  }
}

function addShaped(places: Place[], text: string): void {
  for (const match of text.matchAll(shaped)) {
    addPlace(places, kindAround({ text, at: match.index, value: match[0] }), {
      value: match[0],
      end: endOf(match),
    });
  }
}

function addPlainNumbers(places: Place[], text: string): void {
  for (const match of text.matchAll(digitsOnly)) {
    const kind = nearestKind({ text, at: match.index, value: match[0] }, plain, nearby);
    if (kind !== undefined) addPlace(places, kind, { value: match[0], end: endOf(match) });
  }
}

/** What a pattern caught; it always ends where the match ends. */
interface Found {
  value: string | undefined;
  end: number;
}

function endOf(match: RegExpExecArray): number {
  return match.index + match[0].length;
}

/** Adds what ends at `end`, unless it overlaps what was found before or is a year, a date or a postcode. */
function addPlace(places: Place[], kind: ReferenceKind, { value, end }: Found): void {
  if (value === undefined || noReference.test(value)) return;
  const at = end - value.length;
  if (places.some((place) => at < place.at + place.value.length && place.at < end)) return;
  places.push({ kind, value, at });
}

/** Six letters without any digit are only a number when they stand for a booking. */
function isNumberOf(kind: ReferenceKind, value: string | undefined): boolean {
  return kind === 'booking' || (value !== undefined && /\d/.test(value));
}

/** Where in the text a number stands. */
interface Spot {
  text: string;
  at: number;
  value: string;
}

/** An invoice shows by its shape; else the nearest noun tells, a plain one before a vague one. */
function kindAround(spot: Spot): ReferenceKind {
  if (invoicePrefix.test(spot.value)) return 'invoice';
  const byYear = yearInside.test(spot.value) ? 'case' : undefined;
  return nearestKind(spot, plain, far) ?? byYear ?? nearestKind(spot, vague, far) ?? 'customer';
}

function nearestKind(
  { text, at, value }: Spot,
  nouns: typeof around,
  reach: number,
): ReferenceKind | undefined {
  const from = Math.max(0, at - reach);
  const near = text.slice(from, at + value.length + reach);
  const place = at - from;
  let best: ReferenceKind | undefined;
  let nearest = reach;
  for (const { kind, pattern } of nouns) {
    for (const noun of near.matchAll(pattern)) {
      const distance =
        noun.index < place ? place - endOf(noun) : (noun.index - place - value.length) * afterwards;
      if (distance < 0 || distance >= nearest) continue;
      nearest = distance;
      best = kind;
    }
  }
  return best;
}

/** Nouns may begin with a capital while the number itself is read in capitals only. */
function caseless(nouns: string): string {
  return nouns
    .split('|')
    .map((noun) =>
      /^[a-z]/.test(noun) ? `[${noun.charAt(0)}${noun.charAt(0).toUpperCase()}]${noun.slice(1)}` : noun,
    )
    .join('|');
}
