/** Tryton writes what JSON has no word for as objects with a class mark. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };
export type Row = { readonly id: number; readonly [field: string]: Value };

const pad = (value: Value | undefined, length = 2) => String(value ?? 0).padStart(length, '0');

function marked(value: Value | undefined, mark: string): Readonly<Record<string, Value>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const object = value as Readonly<Record<string, Value>>;
  return object.__class__ === mark ? object : undefined;
}

/** `2026-11-24`, or null. */
export function dateOf(value: Value | undefined): string | null {
  const date = marked(value, 'date');
  return date ? `${pad(date.year, 4)}-${pad(date.month)}-${pad(date.day)}` : null;
}

/** ISO 8601 in UTC with microseconds, or null; sorts as text. */
export function momentOf(value: Value | undefined): string | null {
  const time = marked(value, 'datetime');
  if (!time) return null;
  const day = `${pad(time.year, 4)}-${pad(time.month)}-${pad(time.day)}`;
  const hour = `${pad(time.hour)}:${pad(time.minute)}:${pad(time.second)}`;
  return `${day}T${hour}.${pad(time.microsecond, 6)}Z`;
}

/** The other way round, for questions. */
export function asMoment(iso: string): Value {
  const [, year, month, day, hour, minute, second, part = ''] =
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?Z$/.exec(iso) ?? [];
  if (!year) throw new TypeError(`no moment: ${iso}`);
  return {
    __class__: 'datetime',
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    microsecond: Number(part.padEnd(6, '0')),
  };
}

export function asDate(day: string): Value {
  const [year, month, date] = day.split('-').map(Number);
  return { __class__: 'date', year: year ?? 0, month: month ?? 0, day: date ?? 0 };
}

/**
 * An amount in the smallest unit of a currency with two decimals, rounded half away from zero as on an invoice; null
 * when it is no amount. Reads the text, so that no binary fraction comes in between.
 */
export function minorOf(value: Value | undefined): number | null {
  const decimal = marked(value, 'Decimal')?.decimal;
  const parts = typeof decimal === 'string' ? /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) : null;
  if (!parts) return null;
  const [, minus, whole = '0', fraction = ''] = parts;
  const digits = fraction.padEnd(3, '0');
  const minor = Number(whole) * 100 + Number(digits.slice(0, 2)) + (Number(digits[2]) >= 5 ? 1 : 0);
  return Number.isSafeInteger(minor) ? (minus && minor ? -minor : minor) : null;
}

export function textOf(value: Value | undefined): string | null {
  return typeof value === 'string' && value.trim() ? value.trim() : null;
}

/** The fields of one it points at, which Tryton gives under the name with a dot. */
export function fieldsOf(row: Row, field: string): Row | null {
  const found = row[`${field}.`];
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Row) : null;
}

/** The fields of the many it points at. */
export function rowsOf(row: Row, field: string): readonly Row[] {
  const found = row[`${field}.`];
  return Array.isArray(found) ? (found as readonly Row[]) : [];
}
