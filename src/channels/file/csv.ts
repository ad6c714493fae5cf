import { isUtf8 } from 'node:buffer';
import { type CsvForm, cell, type Fields, noFields, readRecord } from './csv-record.ts';
import { back, countLineEnds, feed, leaveLine, passEmptyLines } from './line-ends.ts';
import { type Rejected, reject } from './rejection.ts';
import { fieldLimit, type Row, type RowReader, recordLimit } from './rows.ts';
import type { Window } from './window.ts';

/** Which column gives which value. */
export type CsvPlan = readonly (readonly [name: string, column: number])[];

interface CsvFile {
  readonly form: CsvForm;
  readonly plan: CsvPlan;
  /** Line of the first record. */
  readonly line: number;
}

/**
 * Reads CSV records one by one. A record whose quotes do not fit is rejected and reading goes on in the line
 * after its first one, so that the rows a lost quote would swallow are read after all.
 */
export function readingCsv({ form, plan, line: firstLine }: CsvFile): RowReader {
  const fields = noFields();
  let line = firstLine;
  /** Records that were searched for a closing quote in vain, and whose bytes are read again. */
  let unclosed = 0;
  let skipping = false;
  /** A broken record lies just above; its further lines may still come by. */
  let doubtful = false;

  function skipLine(window: Window): boolean {
    skipping = !leaveLine(window, form.loneReturn);
    if (!skipping) line++;
    return !skipping;
  }

  function giveUp(window: Window, rejected: Rejected): Rejected {
    skipLine(window);
    return rejected;
  }

  function takeRecord(window: Window): Row | Rejected {
    const span = { from: window.at, to: fields.stop };
    const lines = fields.hasQuotes ? countLineEnds(window.bytes, span, form.loneReturn) : 1;
    const tail = (doubtful || lines > 1) && closesWithoutOpening(window.bytes, fields);
    if (tail && lines > 1) {
      doubtful = true;
      return giveUp(window, reject(line, 'quote.unclosed', { column: fields.quoted.indexOf(true) + 1 }));
    }
    if (tail || fields.found === form.columns) doubtful = false;
    const row = tail ? reject(line, 'quote.unopened') : rowOf(window, { form, plan, line }, fields);
    line += lines;
    window.at = fields.stop;
    return row;
  }

  return {
    line: () => line,
    read: (window) => {
      if (skipping && !skipLine(window)) return null;
      line += passEmptyLines(window, form.loneReturn);
      if (window.at >= window.bytes.length) return null;
      const from = window.at;
      const reach = reachAfter(unclosed);
      const outcome = readRecord(window, { form, reach }, fields);
      if (outcome === 'more') return null;
      if (outcome === 'record') return takeRecord(window);
      if (outcome === 'long') {
        return giveUp(window, reject(line, 'field.too-large', { limit: fieldLimit }));
      }
      doubtful = true;
      const open = outcome === 'open';
      const code = open || crossesLines(window.bytes, fields) ? 'quote.unclosed' : 'quote.stray';
      const rejected = giveUp(window, reject(line, code, { column: fields.found + (open ? 1 : 0) }));
      if (open && window.at - from < reach) unclosed++;
      return rejected;
    },
  };
}

/** The bytes after an unclosed quote are read again, so a file full of them is not searched 8 MB far each time. */
function reachAfter(unclosed: number): number {
  return Math.max(16 * 1024, recordLimit / 2 ** Math.floor(unclosed / 8));
}

function rowOf(window: Window, { form, plan, line }: CsvFile, fields: Fields): Row | Rejected {
  const { bytes, at } = window;
  if (fields.found > form.columns) {
    return reject(line, 'columns.too-many', { found: fields.found, expected: form.columns });
  }
  for (let field = 0; field < fields.kept; field++) {
    if (lengthOf(fields, field) > fieldLimit) return reject(line, 'field.too-large', { limit: fieldLimit });
  }
  if (!isUtf8(bytes.subarray(at, fields.stop))) return reject(line, 'encoding.broken');
  const values: Record<string, string> = {};
  for (const [name, column] of plan) values[name] = column < fields.found ? cell(bytes, fields, column) : '';
  return { line, values };
}

function lengthOf(fields: Fields, field: number): number {
  return (fields.ends[field] ?? 0) - (fields.starts[field] ?? 0);
}

/** The last field that was read, with a quote at its end that closes nothing. */
function crossesLines(bytes: Buffer, fields: Fields): boolean {
  const last = fields.found - 1;
  const text = bytes.subarray(fields.starts[last] ?? 0, fields.ends[last] ?? 0);
  return text.includes(feed) || text.includes(back);
}

/** An unquoted field that ends in a quote: the tail of a quoted one that started in a line above. */
function closesWithoutOpening(bytes: Buffer, fields: Fields): boolean {
  for (let field = 0; field < fields.kept; field++) {
    const last = (fields.ends[field] ?? 0) - 1;
    if (!fields.quoted[field] && lengthOf(fields, field) > 0 && bytes[last] === 0x22) return true;
  }
  return false;
}
