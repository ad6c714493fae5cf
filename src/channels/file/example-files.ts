import { Readable } from 'node:stream';
import type { Heard } from '../channel.ts';
import { readFile } from './reading.ts';
import type { Rejected } from './rejection.ts';

/** Files written and read in tests. */
export interface Outcome {
  readonly heard: Heard[];
  readonly rejected: Rejected[];
}

export interface Written {
  readonly delimiter: ',' | ';' | '\t';
  readonly lineEnd: '\n' | '\r\n' | '\r';
  /** Quote all fields, also those that do not need it. */
  readonly quoteAll: boolean;
}

/** RFC 4180, with the delimiter and line end asked for. */
export function writtenCsv(rows: readonly (readonly string[])[], form: Written): string {
  return rows.map((row) => writtenRow(row, form) + form.lineEnd).join('');
}

export function writtenRow(row: readonly string[], { delimiter, quoteAll }: Written): string {
  const field = (value: string) =>
    quoteAll || /[",;\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  return row.map(field).join(delimiter);
}

/** The bytes cut at the given shares (0..1) of their length. */
export function cutInChunks(bytes: Buffer, shares: readonly number[]): Buffer[] {
  const places = [0, ...shares.map((share) => Math.floor(share * bytes.length)), bytes.length];
  places.sort((a, b) => a - b);
  return places.slice(1).map((place, index) => bytes.subarray(places[index], place));
}

/** Reads it all; times without a zone are Amsterdam's. */
export async function readAll(
  content: string | Buffer | readonly Buffer[],
  columns?: string,
): Promise<Outcome> {
  const chunks = Array.isArray(content) ? content : [Buffer.from(content as string)];
  const outcome: Outcome = { heard: [], rejected: [] };
  const options = { zone: 'Europe/Amsterdam', columns };
  for await (const batch of readFile(Readable.from(chunks, { objectMode: true }), options)) {
    outcome.heard.push(...batch.heard);
    outcome.rejected.push(...batch.rejected);
  }
  return outcome;
}

/** What a test mostly looks at: the texts, and where something was wrong. */
export async function readBriefly(content: string | Buffer | readonly Buffer[], columns?: string) {
  const { heard, rejected } = await readAll(content, columns);
  return {
    texts: heard.map((message) => message.text),
    rejected: rejected.map(({ line, code }) => `${line} ${code}`),
  };
}
