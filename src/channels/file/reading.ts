import type { Readable } from 'node:stream';
import type { Heard } from '../channel.ts';
import { hearing } from './hearing.ts';
import type { Mapping } from './mapping.ts';
import { mappedRows, type Opened, openFile, type ReadOptions } from './opening.ts';
import { type Rejected, reject } from './rejection.ts';
import { isRejected, type RowReader } from './rows.ts';
import type { Window } from './window.ts';

/** Up to 1000 records of a file, in its order. */
export interface Batch {
  readonly heard: Heard[];
  readonly rejected: Rejected[];
  /** Bytes of the file read so far, as it lies there (compressed, when it is): for a progress bar. */
  bytesRead: number;
  /** The mapping so far; the last batch has the whole. */
  mapping: Mapping;
}

const batchSize = 1000;

/**
 * Reads a file of messages (CSV or JSON Lines, plain or gzip) in constant memory. A record that cannot be read
 * is in `rejected` with its line, and touches no other. Nothing is read ahead of the batch that is asked for;
 * stopping early closes the file.
 *
 * Refuses what `openSource`, `readHead` and `resolveMapping` refuse. A stream that breaks off throws its error.
 */
export async function* readFile(from: string | Readable, options: ReadOptions): AsyncGenerator<Batch> {
  const opened = await openFile(from);
  try {
    yield* batches(opened, options);
  } finally {
    await opened.window.close();
  }
}

async function* batches({ source, window, head }: Opened, options: ReadOptions): AsyncGenerator<Batch> {
  const { rows, mapping } = mappedRows(head, options.columns);
  const hear = hearing(options.zone);
  const { progress } = source;
  for (;;) {
    const batch: Batch = { heard: [], rejected: [], bytesRead: 0, mapping: mapping() };
    const filled = await fill(batch, { rows, window }, hear);
    if (!filled && progress.damage !== null) {
      batch.rejected.push(reject(rows.line(), 'gzip.damaged', { problem: progress.damage }));
    }
    batch.bytesRead = progress.bytesRead;
    batch.mapping = mapping();
    if (batch.heard.length + batch.rejected.length > 0) yield batch;
    if (!filled) return;
  }
}

interface Reading {
  readonly rows: RowReader;
  readonly window: Window;
}

/** False when the file ended first. */
async function fill(
  batch: Batch,
  { rows, window }: Reading,
  hear: ReturnType<typeof hearing>,
): Promise<boolean> {
  for (let count = 0; count < batchSize; ) {
    const row = rows.read(window);
    if (row === null) {
      if (window.ended) return false;
      await window.more();
      continue;
    }
    count++;
    const found = isRejected(row) ? row : hear(row.line, row.values);
    if (isRejected(found)) batch.rejected.push(found);
    else batch.heard.push(found);
  }
  return true;
}
