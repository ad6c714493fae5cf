import type { Readable } from 'node:stream';
import { readingCsv } from './csv.ts';
import { type Head, readHead } from './head.ts';
import { readingJsonLines } from './jsonl.ts';
import { type Mapping, resolveMapping, widenMapping } from './mapping.ts';
import type { RowReader } from './rows.ts';
import { openSource, type Source } from './source.ts';
import { openWindow, type Window } from './window.ts';

export interface ReadOptions {
  /** IANA name of the zone of times that have none: the organisation's. */
  readonly zone: string;
  /** As `--columns`: `text=…,author=…`. */
  readonly columns?: string | undefined;
}

/** A file whose beginning is read. */
export interface Opened {
  readonly source: Source;
  readonly window: Window;
  readonly head: Head;
}

/** A column of JSON Lines beyond these is not looked at: keys may be made up without end. */
const mostKeys = 1000;

/** Opens a file up to its first record; see `openSource` and `readHead` for what is refused. */
export async function openFile(from: string | Readable): Promise<Opened> {
  const source = await openSource(from);
  const window = openWindow(source);
  try {
    return { source, window, head: await readHead(window) };
  } catch (error) {
    await window.close();
    throw error;
  }
}

/** Readers of the records by target, and the mapping that they follow (it may grow for JSON Lines). */
export interface MappedRows {
  readonly rows: RowReader;
  mapping(): Mapping;
}

export function mappedRows(head: Head, columns: string | undefined): MappedRows {
  const mapping = resolveMapping(head.headings, columns);
  if (head.format === 'jsonl') return growingRows(head.headings, mapping, columns);
  const plan = Object.entries(mapping).map(
    ([target, heading]) => [target, head.headings.indexOf(heading)] as const,
  );
  return { rows: readingCsv({ form: head.form, plan, line: head.line }), mapping: () => mapping };
}

/** JSON Lines may leave a key out for thousands of lines, so a key that turns up later still counts. */
function growingRows(headings: readonly string[], first: Mapping, columns: string | undefined): MappedRows {
  const known = new Set(headings);
  let mapping = first;
  let plan = Object.entries(mapping);
  const rows = readingJsonLines({
    columns: () => plan,
    meet: (key) => {
      if (known.has(key) || known.size >= mostKeys) return;
      known.add(key);
      mapping = widenMapping(mapping, [...known], columns);
      plan = Object.entries(mapping);
    },
  });
  return { rows, mapping: () => mapping };
}

/** Rows by the number of their column, for looking at. */
export function plainRows(head: Head): RowReader {
  if (head.format === 'csv') {
    const plan = head.headings.map((_, column) => [String(column), column] as const);
    return readingCsv({ form: head.form, plan, line: head.line });
  }
  const plan = head.headings.map((heading, column) => [String(column), heading] as const);
  return readingJsonLines({ columns: () => plan, meet: () => {}, showNested: true });
}
