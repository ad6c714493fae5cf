import type { Readable } from 'node:stream';
import { isRefusal, type Refusal } from '../../platform/refusal.ts';
import { guessMapping, type Mapping, resolveMapping } from './mapping.ts';
import { type Opened, openFile, plainRows } from './opening.ts';
import { isRejected } from './rows.ts';

/** What a person sees of a file before it is imported. */
export interface Sniffed {
  readonly format: 'csv' | 'jsonl';
  /** Null for JSON Lines. */
  readonly delimiter: ',' | ';' | '\t' | null;
  readonly gzip: boolean;
  readonly headings: readonly string[];
  /** The first readable rows, at most ten, a value for each heading; long values are cut off. */
  readonly sample: readonly (readonly string[])[];
  readonly mapping: Mapping;
  /** What `readFile` would refuse: no text column, or a fault in `columns`. */
  readonly problem: Refusal | null;
}

const sampleSize = 10;
const longestShown = 300;

/** Looks at the beginning of a file. Refuses what `openFile` refuses. */
export async function sniff(from: string | Readable, columns?: string): Promise<Sniffed> {
  const opened = await openFile(from);
  try {
    const { head, source } = opened;
    return {
      format: head.format,
      delimiter: head.format === 'csv' ? delimiterOf(head.form.delimiter) : null,
      gzip: source.gzip,
      headings: head.headings,
      sample: await sampleOf(opened),
      ...mappingOf(head.headings, columns),
    };
  } finally {
    await opened.window.close();
  }
}

function delimiterOf(byte: number): ',' | ';' | '\t' {
  if (byte === 0x3b) return ';';
  return byte === 0x09 ? '\t' : ',';
}

function mappingOf(
  headings: readonly string[],
  columns: string | undefined,
): Pick<Sniffed, 'mapping' | 'problem'> {
  try {
    return { mapping: resolveMapping(headings, columns), problem: null };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const faulty = error.code !== 'invalid.columns.no-text';
    return { mapping: guessMapping(headings, faulty ? undefined : columns), problem: error };
  }
}

async function sampleOf({ window, head }: Opened): Promise<string[][]> {
  const rows = plainRows(head);
  const sample: string[][] = [];
  while (sample.length < sampleSize) {
    const row = rows.read(window);
    if (row === null && window.ended) break;
    if (row === null) await window.more();
    else if (!isRejected(row)) {
      sample.push(
        head.headings.map((_, column) => (row.values[String(column)] ?? '').slice(0, longestShown)),
      );
    }
  }
  return sample;
}

/** The headings alone, whatever the file is about. Refuses what `openFile` refuses. */
export async function sniffHeadings(from: string | Readable): Promise<readonly string[]> {
  const { head, window } = await openFile(from);
  await window.close();
  return head.headings;
}
