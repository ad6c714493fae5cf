import { isUtf8 } from 'node:buffer';
import { feed, leaveLine } from './line-ends.ts';
import { type Rejected, reject } from './rejection.ts';
import { fieldLimit, isRejected, type Row, type RowReader, recordLimit } from './rows.ts';
import type { Window } from './window.ts';

export interface JsonPlan {
  /** Which key gives which value; asked again for each record, as it may grow. */
  columns(): readonly (readonly [name: string, key: string])[];
  /** Called for each key of each record. */
  meet(key: string): void;
  /** Lists and objects as their JSON (to be looked at) instead of a rejection. */
  readonly showNested?: boolean;
}

type Json = Readonly<Record<string, unknown>>;

/** Reads JSON Lines: one object on each line, ended by LF or CRLF; empty lines are passed. */
export function readingJsonLines(plan: JsonPlan): RowReader {
  let line = 1;
  let skipping = false;

  function leave(window: Window): boolean {
    skipping = !leaveLine(window, false);
    if (!skipping) line++;
    return !skipping;
  }

  function read(window: Window): Row | Rejected | null {
    if (skipping && !leave(window)) return null;
    for (;;) {
      const { bytes, at, complete } = window;
      const end = bytes.indexOf(feed, at);
      const length = (end === -1 ? bytes.length : end) - at;
      if (length > recordLimit) {
        const rejected = reject(line, 'field.too-large', { limit: fieldLimit });
        leave(window);
        return rejected;
      }
      if (end === -1 && (!complete || length === 0)) return null;
      const written = bytes.subarray(at, at + length);
      window.at = at + length + (end === -1 ? 0 : 1);
      line++;
      if (!isBlank(written)) return rowOf(written, line - 1, plan);
    }
  }

  return { line: () => line, read };
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}

function rowOf(bytes: Buffer, line: number, plan: JsonPlan): Row | Rejected {
  if (!isUtf8(bytes)) return reject(line, 'encoding.broken');
  const record = parseObject(bytes.toString(), line);
  if (isRejected(record)) return record;
  for (const key of Object.keys(record.json)) plan.meet(key);
  if (bytes.length > fieldLimit && hasLargeField(record.json)) {
    return reject(line, 'field.too-large', { limit: fieldLimit });
  }
  const values: Record<string, string> = {};
  for (const [name, key] of plan.columns()) {
    const value = Object.hasOwn(record.json, key) ? plain(record.json[key]) : '';
    if (value === undefined && !plan.showNested) return reject(line, 'field.not-plain', { column: key });
    values[name] = value ?? JSON.stringify(record.json[key]);
  }
  return { line, values };
}

function parseObject(written: string, line: number): { json: Json } | Rejected {
  let json: unknown;
  try {
    json = parseExactly(written);
  } catch {
    return reject(line, 'json.unreadable');
  }
  if (isObject(json)) return { json };
  return reject(line, 'json.not-object', { kind: Array.isArray(json) ? 'a list' : `${json}`.slice(0, 40) });
}

export function isObject(json: unknown): json is Json {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** Ids of 16 digits and more do not fit in a number; they are kept as they are written. */
function parseExactly(written: string): unknown {
  if (!/[:[,\s]-?\d{16}/.test(written)) return JSON.parse(written);
  return JSON.parse(written, (_key: string, value: unknown, context?: { readonly source?: string }) =>
    typeof value === 'number' && !Number.isSafeInteger(value) ? context?.source : value,
  );
}

/** Undefined for a list or an object. */
function plain(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? undefined : String(value);
}

function hasLargeField(json: Json): boolean {
  return Object.values(json).some(
    (value) => typeof value === 'string' && Buffer.byteLength(value) > fieldLimit,
  );
}
