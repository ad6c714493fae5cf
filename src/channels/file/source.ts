import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { Refusal } from '../../platform/refusal.ts';
import { gunzip, type Progress } from './gunzip.ts';

/** A file as plain bytes, whatever it was packed in. */
export interface Source {
  readonly gzip: boolean;
  readonly progress: Progress;
  readonly chunks: AsyncIterator<Buffer>;
}

/**
 * Opens a path or takes over a stream; gzip is seen by its first bytes, not by a name. Refuses with
 * `not-found.file`, `invalid.file.folder` or `forbidden.file`.
 */
export async function openSource(from: string | Readable): Promise<Source> {
  const progress: Progress = { bytesRead: 0, damage: null };
  const raw = counted(from, progress);
  const first: Buffer[] = [];
  let length = 0;
  while (length < 2) {
    const { value, done } = await raw.next();
    if (done) break;
    first.push(value);
    length += value.length;
  }
  const head = Buffer.concat(first);
  const gzip = head[0] === 0x1f && head[1] === 0x8b;
  const whole = joined(head, raw);
  return { gzip, progress, chunks: gzip ? gunzip(whole, progress) : whole };
}

async function* counted(from: string | Readable, progress: Progress): AsyncGenerator<Buffer> {
  const stream = typeof from === 'string' ? createReadStream(from, { highWaterMark: 256 * 1024 }) : from;
  try {
    for await (const chunk of stream) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : bytesOf(chunk);
      progress.bytesRead += bytes.length;
      yield bytes;
    }
  } catch (error) {
    throw typeof from === 'string' ? explained(error, from) : error;
  }
}

function bytesOf(chunk: Uint8Array): Buffer {
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

async function* joined(head: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  try {
    if (head.length > 0) yield head;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

function explained(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return new Refusal('not-found.file', { path });
  if (code === 'EISDIR') return new Refusal('invalid.file.folder', { path });
  if (code === 'EACCES') return new Refusal('forbidden.file', { path });
  return error;
}
