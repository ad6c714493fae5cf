import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Refusal } from '../refusal.ts';
import {
  damaged,
  type Footer,
  findFooter,
  foreign,
  type Header,
  opening,
  readHeader,
  readHeading,
} from './format.ts';
import { type Part, partsOf } from './parts.ts';
import { countLines } from './writing.ts';

/** What to do with a backup while it is read. Without anything, it is only looked through. */
export interface Use {
  header?(header: Header): Promise<void>;
  /** All rows of one table; must be read to their end. */
  rows?(table: Header['tables'][number], rows: AsyncIterable<Buffer>): Promise<void>;
  progress?(progress: { table: string; rows: number }): void;
}

export interface Content {
  header: Header;
  footer: Footer;
}

/**
 * Reads a backup from its first to its last byte, in constant memory. Answers only when all of it is as it was
 * written; what `use` did before must be undone when this refuses.
 * @throws Refusal `not-found.file`, `invalid.backup-foreign`, `invalid.backup-damaged`, `invalid.backup-newer`
 */
export async function readBackup(file: string, use: Use = {}): Promise<Content> {
  try {
    if (!(await isPacked(file))) throw foreign();
    return await pipeline(
      createReadStream(file),
      createGunzip({ chunkSize: 2 ** 18 }),
      (chunks: AsyncIterable<Buffer>) => consume(partsOf(startingRight(chunks)), use),
    );
  } catch (error) {
    throw refusalOf(error as NodeJS.ErrnoException, file);
  }
}

/** Begins as gzip does, whatever follows. */
async function isPacked(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2);
    return bytesRead === 2 && buffer.readUInt16BE() === 0x1f8b;
  } finally {
    await handle.close();
  }
}

function refusalOf(error: NodeJS.ErrnoException, file: string): Error {
  if (error.code === 'ENOENT') return new Refusal('not-found.file', { file });
  if (error.code === 'EISDIR') return foreign();
  return error.code?.startsWith('Z_') ? damaged(`it cannot be unpacked (${error.message})`) : error;
}

async function* startingRight(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (start === undefined) {
      yield chunk;
      continue;
    }
    start = Buffer.concat([start, chunk]);
    if (!isOpening(start)) throw foreign();
    if (start.length < opening.length) continue;
    yield start;
    start = undefined;
  }
  if (start !== undefined) throw foreign();
}

function isOpening(start: Buffer): boolean {
  const length = Math.min(start.length, opening.length);
  return start.toString('latin1', 0, length) === opening.slice(0, length);
}

async function consume(parts: AsyncGenerator<Part>, use: Use): Promise<Content> {
  const hash = createHash('sha256');
  const next = async (): Promise<Part> => {
    const { value, done } = await parts.next();
    if (done) throw damaged('it stops before its end');
    if (value.kind !== 'line' || findFooter(value.bytes.toString()) === undefined) hash.update(value.bytes);
    return value;
  };
  const header = readHeader(lineOf(await next()));
  await use.header?.(header);
  const counted: Footer['rows'] = {};
  let total = 0;
  for (const table of header.tables) {
    if (readHeading(lineOf(await next())) !== table.name)
      throw damaged(`table ${table.name} is not where it belongs`);
    const rows = rowsUntilEnd(next, (more) => {
      counted[table.name] = (counted[table.name] ?? 0) + more;
      total += more;
      use.progress?.({ table: table.name, rows: total });
    });
    if (use.rows) await use.rows(table, rows);
    else for await (const _ of rows);
  }
  const last = lineOf(await next());
  const footer = findFooter(last);
  if (!footer) throw damaged('its last line cannot be read');
  if (!(await parts.next()).done) throw damaged('something follows after its end');
  const rows = Object.fromEntries(header.tables.map(({ name }) => [name, counted[name] ?? 0]));
  const found = { rows, sha256: hash.digest('hex') };
  requireSame(footer, found);
  // The hash covers all but this line, so it is compared to the letter.
  if (last !== `${JSON.stringify(found)}\n`) throw damaged('its last line differs from what was written');
  return { header, footer };
}

async function* rowsUntilEnd(
  next: () => Promise<Part>,
  count: (rows: number) => void,
): AsyncGenerator<Buffer> {
  for (let part = await next(); part.kind !== 'end'; part = await next()) {
    count(countLines(part.bytes));
    yield part.bytes;
  }
}

function lineOf(part: Part): string {
  return part.kind === 'line' ? part.bytes.toString() : '';
}

function requireSame(told: Footer, found: Footer): void {
  for (const [table, rows] of Object.entries(told.rows)) {
    const counted = found.rows[table] ?? 0;
    if (counted !== rows) throw damaged(`table ${table} has ${counted} rows where ${rows} were written`);
  }
  if (told.sha256 !== found.sha256) throw damaged('its content differs from what was written');
}
