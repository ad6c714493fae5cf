import { readMoney } from '../commerce/money.ts';
import { mailAddress, phoneNumber } from '../identifying/address.ts';
import { dateValue } from '../keeping/attribute.ts';

export type FieldType =
  | 'text'
  | 'code'
  | 'mail'
  | 'phone'
  | 'postcode'
  | 'day'
  | 'moment'
  | 'money'
  | 'currency'
  | 'number'
  | 'state';

/** One thing that a row may tell. Values are kept as text in one spelling, so that they can be compared as text. */
export interface Field {
  name: string;
  /** Where it is kept. */
  column: string;
  type: FieldType;
  /** Headings that are understood, the first is the one that an export writes. Small letters and digits only. */
  headings: readonly string[];
  required?: true;
  /** Of a state: what is kept, and the words that mean it. */
  states?: Readonly<Record<string, readonly string[]>>;
  longest?: number;
}

export interface FieldProblem {
  code: 'field.missing' | 'field.unreadable' | 'field.too-long';
  field: string;
}

const longestText = 300;

/** The value of a field in its one spelling; null for empty; a problem for what does not fit. */
export function readField(field: Field, raw: string, currency: string): string | null | FieldProblem {
  const given = unguarded(raw.normalize('NFC').trim()).trim();
  if (given === '') return field.required ? { code: 'field.missing', field: field.name } : null;
  const tooLong = (text: string) => text.length > (field.longest ?? longestText);
  if (tooLong(given)) return { code: 'field.too-long', field: field.name };
  const read = /\p{Cc}/u.test(given) ? null : readers[field.type](given, { field, currency });
  // Capitals can be longer than what was written.
  if (read !== null && tooLong(read)) return { code: 'field.too-long', field: field.name };
  return read ?? { code: 'field.unreadable', field: field.name };
}

export function isProblem(read: string | null | FieldProblem): read is FieldProblem {
  return typeof read === 'object' && read !== null;
}

/**
 * A spreadsheet takes what begins like this for a formula. An export puts an apostrophe before it, also where one stands
 * already; here it goes again.
 */
export const formula = /^'*[=+\-@\t\r＝＋－＠]/;

function unguarded(raw: string): string {
  return raw.startsWith("'") && formula.test(raw) ? raw.slice(1) : raw;
}

type Reader = (given: string, about: { field: Field; currency: string }) => string | null;

const readers: Readonly<Record<FieldType, Reader>> = {
  text: (given) => given,
  code: (given) => (/\s{2}/.test(given) ? null : given),
  mail: mailAddress,
  phone: (given) => phoneNumber(given),
  postcode: (given) => given.toUpperCase().replace(/\s+/g, ''),
  day: (given) => dateValue(given.slice(0, 10).replace(/[T ].*$/, '')),
  moment: readMoment,
  money: (given, { currency }) => readMoney(given, currency)?.toString() ?? null,
  currency: (given) => (/^[A-Za-z]{3}$/.test(given) ? given.toUpperCase() : null),
  number: (given) =>
    /^-?\d{1,9}([.,]\d{1,4})?$/.test(given) ? String(Number(given.replace(',', '.'))) : null,
  state: (given, { field }) => {
    const word = given.toLowerCase();
    const found = Object.entries(field.states ?? {}).find(
      ([state, words]) => state === word || words.includes(word),
    );
    return found?.[0] ?? null;
  },
};

/** A moment with its zone; a day alone is its beginning in UTC. */
function readMoment(given: string): string | null {
  const day = dateValue(given);
  if (day) return `${day}T00:00:00.000Z`;
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(given)) return null;
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/i.test(given) ? given : `${given}Z`;
  const at = new Date(zoned.replace(' ', 'T'));
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
