import { type Field, isProblem, readField } from './field.ts';
import { type ExchangeKind, fieldsOf } from './kind.ts';

/** A row of a file, read: its number over there, and its values by field; only fields that the file has. */
export interface ReadRow {
  line: number;
  externalId: string;
  values: Readonly<Record<string, string | null>>;
}

/** A row that was refused: by a stable code, with an English sentence for whoever mends the file. */
export interface RefusedRow {
  line: number;
  code: string;
  reason: string;
  /** What could not be read; absent when it is the row as a whole. */
  field?: string;
}

const sentences: Readonly<Record<string, (field: string) => string>> = {
  'field.missing': (field) => `The row has no ${field}; fill it in or leave the row out.`,
  'field.unreadable': (field) => `The value of ${field} cannot be read; see the guide for how to write it.`,
  'field.too-long': (field) => `The value of ${field} is too long; check that the right column is used.`,
  'row.erased': () =>
    'This customer was erased at their own request; leave the row out, and mend the source.',
  'row.twice': () => 'A row above has the same number; the last one counts, so give each its own number.',
};

export function refuseRow(line: number, code: string, field = ''): RefusedRow {
  return { line, code, reason: sentences[code]?.(field) ?? code, ...(field && { field }) };
}

const standardCurrency = 'EUR';

/** Reads one row by the fields that the file has; the first problem refuses it. */
export function readRow(
  kind: ExchangeKind,
  line: number,
  raw: Readonly<Record<string, string>>,
): ReadRow | RefusedRow {
  const currency = currencyOf(fieldsOf[kind], raw);
  const values: Record<string, string | null> = {};
  for (const field of fieldsOf[kind]) {
    const given = raw[field.name];
    if (given === undefined) continue;
    const read = readField(field, given, currency);
    if (isProblem(read)) return refuseRow(line, read.code, read.field);
    values[field.name] = read;
  }
  return { line, externalId: values.id ?? '', values };
}

/** The money of a row is in the row's currency, which may stand behind it. */
function currencyOf(fields: readonly Field[], raw: Readonly<Record<string, string>>): string {
  const field = fields.find(({ type }) => type === 'currency');
  const read = field ? readField(field, raw[field.name] ?? '', standardCurrency) : null;
  return typeof read === 'string' ? read : standardCurrency;
}

export function isRefusedRow(row: ReadRow | RefusedRow): row is RefusedRow {
  return 'code' in row;
}

/** One field before and after. */
export interface FieldChange {
  field: string;
  before: string | null;
  after: string | null;
}

/** What a row changes of what is known; only fields that the file has. An empty value takes a known one away. */
export function changesOf(row: ReadRow, known: Readonly<Record<string, string | null>>): FieldChange[] {
  return Object.entries(row.values)
    .filter(([field, after]) => field !== 'id' && (known[field] ?? null) !== after)
    .map(([field, after]) => ({ field, before: known[field] ?? null, after }));
}
