import { back, feed, lineEnd } from './line-ends.ts';

/** How a CSV file is written, seen from its heading line. */
export interface CsvForm {
  /** The delimiter's byte. */
  readonly delimiter: number;
  /** Lines end in CR alone, as on old Macs; elsewhere a lone CR is part of a text. */
  readonly loneReturn: boolean;
  /** Fields beyond this many are counted and not kept. */
  readonly columns: number;
}

/** Where the fields of one record lie, in bytes; used again for each record. */
export interface Fields {
  found: number;
  /** How many of them are kept below. */
  kept: number;
  hasQuotes: boolean;
  readonly starts: number[];
  readonly ends: number[];
  readonly quoted: boolean[];
  /** Where reading stopped. */
  stop: number;
}

export type Outcome = 'record' | 'more' | 'stray' | 'open' | 'long';

interface Stretch {
  readonly bytes: Buffer;
  /** Where the record starts. */
  readonly at: number;
  /** The bytes end here for good. */
  readonly complete: boolean;
}

interface Bounds {
  readonly form: CsvForm;
  /** How many bytes the record may take. */
  readonly reach: number;
}

const quote = 0x22;

export function noFields(): Fields {
  return { found: 0, kept: 0, hasQuotes: false, starts: [], ends: [], quoted: [], stop: 0 };
}

/**
 * Reads the record at `at` by RFC 4180 into `fields`. Outcome `record`: `stop` is where the next one starts.
 * `stray`: text after a closing quote; `open`: a quote that is not closed; `long`: no end of line within reach;
 * `more`: undecided until more bytes come. What is decided never depends on how the bytes were cut in chunks.
 */
export function readRecord({ bytes, at: from, complete }: Stretch, bounds: Bounds, fields: Fields): Outcome {
  const { form, reach } = bounds;
  const limit = from + reach;
  const end = Math.min(bytes.length, limit);
  const within = { bytes, end };
  fields.found = 0;
  fields.kept = 0;
  fields.hasQuotes = false;
  let at = from;
  for (;;) {
    const start = at;
    const isQuoted = at < end && bytes[at] === quote;
    if (isQuoted) {
      const close = closingQuote(bytes, at + 1, end);
      // A quote as the last byte may be half of a doubled one.
      if (close === -1 || (close + 1 === end && !(complete && end === bytes.length))) {
        return settle(fields, limit <= bytes.length || complete ? 'open' : 'more', start);
      }
      at = close + 1;
      note(fields, form, { start: start + 1, end: close, quoted: true });
    } else {
      at = plainEnd(within, at, form);
      note(fields, form, { start, end: at, quoted: false });
    }
    if (at >= end) {
      if (limit <= bytes.length) return settle(fields, 'long', at);
      return settle(fields, complete ? 'record' : 'more', at);
    }
    if (bytes[at] === form.delimiter) {
      at++;
      continue;
    }
    const ending = lineEnd(bytes, at, { loneReturn: form.loneReturn, complete });
    if (ending === 0) return settle(fields, 'stray', start);
    return settle(fields, ending === -1 ? 'more' : 'record', at + ending);
  }
}

function settle(fields: Fields, outcome: Outcome, stop: number): Outcome {
  fields.stop = stop;
  return outcome;
}

function note(fields: Fields, form: CsvForm, field: { start: number; end: number; quoted: boolean }): void {
  if (fields.found < form.columns) {
    fields.starts[fields.found] = field.start;
    fields.ends[fields.found] = field.end;
    fields.quoted[fields.found] = field.quoted;
    fields.kept++;
  }
  if (field.quoted) fields.hasQuotes = true;
  fields.found++;
}

/** The field as text, its doubled quotes made single. */
export function cell(bytes: Buffer, fields: Fields, column: number): string {
  const text = bytes.toString('utf8', fields.starts[column], fields.ends[column]);
  return fields.quoted[column] && text.includes('""') ? text.replaceAll('""', '"') : text;
}

function closingQuote(bytes: Buffer, from: number, end: number): number {
  let at = bytes.indexOf(quote, from);
  while (at !== -1 && at + 1 < end && bytes[at + 1] === quote) at = bytes.indexOf(quote, at + 2);
  return at < end ? at : -1;
}

function plainEnd({ bytes, end }: { bytes: Buffer; end: number }, from: number, form: CsvForm): number {
  const ends = { loneReturn: form.loneReturn, complete: true };
  let at = from;
  for (; at < end; at++) {
    const byte = bytes[at];
    if (byte === form.delimiter || byte === feed) break;
    if (byte === back && lineEnd(bytes, at, ends) !== 0) break;
  }
  return at;
}
