import { isUtf8 } from 'node:buffer';
import { Refusal } from '../../platform/refusal.ts';
import { type CsvForm, cell, noFields, readRecord } from './csv-record.ts';
import { isObject } from './jsonl.ts';
import { back, countLineEnds, feed, passEmptyLines } from './line-ends.ts';
import { recordLimit } from './rows.ts';
import type { Window } from './window.ts';

/** What the beginning of a file tells about all of it. */
export type Head =
  | {
      readonly format: 'csv';
      readonly form: CsvForm;
      readonly headings: readonly string[];
      readonly line: number;
    }
  | { readonly format: 'jsonl'; readonly headings: readonly string[] };

const firstLook = 64 * 1024;
const lastLook = 2 * recordLimit;
const sampledLines = 200;

/**
 * Reads the beginning of a file and leaves the window at its first record. Refuses what is no table of
 * messages: `invalid.file.empty`, `.encoding` (UTF-16 or another), `.spreadsheet`, `.json-array`, `.json`,
 * `.headings`, `.damaged`.
 */
export async function readHead(window: Window): Promise<Head> {
  await reach(window, 4);
  passMark(window);
  for (let size = firstLook; ; size *= 2) {
    await reach(window, size);
    const look = window.bytes.subarray(window.at, window.at + size);
    const all = window.ended && window.at + size >= window.bytes.length;
    const head = findHead(window, look, all && window.complete);
    if (head) return head;
    if (all || size >= lastLook) throw refusal(window);
  }
}

function refusal(window: Window): Refusal {
  if (window.ended && !window.complete) return new Refusal('invalid.file.damaged');
  const rest = window.bytes
    .subarray(window.at, window.at + firstLook)
    .toString()
    .trim();
  if (rest === '') return new Refusal('invalid.file.empty');
  return new Refusal(rest.startsWith('{') ? 'invalid.file.json' : 'invalid.file.headings');
}

async function reach(window: Window, size: number): Promise<void> {
  while (window.bytes.length - window.at < size && !window.ended) await window.more();
}

/** Passes the mark of UTF-8; refuses the marks of files that cannot be read as text. */
function passMark(window: Window): void {
  const mark = window.bytes.subarray(0, 4).toString('hex');
  if (mark.startsWith('efbbbf')) window.at = 3;
  if (mark.startsWith('fffe')) throw new Refusal('invalid.file.encoding', { found: 'UTF-16LE' });
  if (mark.startsWith('feff')) throw new Refusal('invalid.file.encoding', { found: 'UTF-16BE' });
  if (mark === '504b0304' || mark === 'd0cf11e0') throw new Refusal('invalid.file.spreadsheet');
}

function findHead(window: Window, look: Buffer, whole: boolean): Head | undefined {
  const lines = firstLines(look, whole);
  const first = lines.find((text) => text.trim() !== '')?.trim();
  if (first === undefined) return undefined;
  const objects = lines.map(findObject).filter((json) => json !== undefined);
  const isArray = first === '[' || (first.startsWith('[') && objects.length === 0);
  if (isArray) throw new Refusal('invalid.file.json-array');
  if (objects.length > 0) {
    return { format: 'jsonl', headings: [...new Set(objects.flatMap((json) => Object.keys(json)))] };
  }
  return first.startsWith('{') ? undefined : findCsvHead(window, whole);
}

/** Whole lines only; the last one too when the file ends there. */
function firstLines(look: Buffer, whole: boolean): readonly string[] {
  const lines = look.toString('utf8').split(/\r\n|\n|\r/, sampledLines + 1);
  return lines.length > sampledLines || !whole ? lines.slice(0, -1) : lines;
}

function findObject(line: string): Readonly<Record<string, unknown>> | undefined {
  if (!line.trimStart().startsWith('{')) return undefined;
  try {
    const json: unknown = JSON.parse(line);
    return isObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

function findCsvHead(window: Window, whole: boolean): Head | undefined {
  const lone = endsInLoneReturn(window.bytes, window.at);
  const beginning = window.at;
  const line = 1 + passEmptyLines(window, lone);
  const delimiter = delimiterOf(window.bytes, window.at);
  const form: CsvForm = { delimiter, loneReturn: lone, columns: 10_000 };
  const fields = noFields();
  const stretch = { bytes: window.bytes, at: window.at, complete: whole };
  const outcome = readRecord(stretch, { form, reach: recordLimit }, fields);
  if (outcome === 'more') {
    window.at = beginning;
    return undefined;
  }
  const written = window.bytes.subarray(window.at, fields.stop);
  if (outcome !== 'record' || fields.found > fields.kept) throw new Refusal('invalid.file.headings');
  if (written.includes(0) || !isUtf8(written))
    throw new Refusal('invalid.file.encoding', { found: 'unknown' });
  const headings = Array.from({ length: fields.kept }, (_, column) =>
    cell(window.bytes, fields, column).trim(),
  );
  const lines = countLineEnds(window.bytes, { from: window.at, to: fields.stop }, lone);
  window.at = fields.stop;
  return { format: 'csv', form: { ...form, columns: headings.length }, headings, line: line + lines };
}

/** The first line end of the file that is outside quotes decides for all. */
function endsInLoneReturn(bytes: Buffer, from: number): boolean {
  for (const { byte, at } of outsideQuotes(bytes, from)) {
    if (byte === feed) return false;
    if (byte === back) return at + 1 < bytes.length && bytes[at + 1] !== feed;
  }
  return false;
}

/** The delimiter that the heading line uses most. */
function delimiterOf(bytes: Buffer, from: number): number {
  const counts = new Map([
    [0x09, 0],
    [0x3b, 0],
    [0x2c, 0],
  ]);
  for (const { byte } of outsideQuotes(bytes, from)) {
    if (byte === feed || byte === back) break;
    const count = counts.get(byte);
    if (count !== undefined) counts.set(byte, count + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] > 0 ? best[0] : 0x2c;
}

function* outsideQuotes(bytes: Buffer, from: number): Generator<{ byte: number; at: number }> {
  let inside = false;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x22) inside = !inside;
    else if (!inside) yield { byte, at };
  }
}
