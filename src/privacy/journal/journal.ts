import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

/**
 * What must survive a database that was put back to an earlier day: decisions, terms, minors, versions of the offer,
 * joins, tombstones. One line each, `sum<TAB>json`, in the data folder, outside the database and its backups. It is on
 * the disk before anybody is told that their decision holds.
 *
 * Every machine that runs Polder writes a file of its own; several processes of one machine append to the same one,
 * which the system does line by line. With a database elsewhere and several machines, a restore needs all files:
 * `read` takes a folder with any number of them. Lines name the number of their row, so twice is once.
 */
export interface JournalEntry {
  kind: 'decision' | 'flag' | 'term' | 'offer' | 'item' | 'join' | 'part' | 'tombstone';
  /** Number of the row; for a join, both persons; for a tombstone, what erasing calls it. */
  id: string;
  row: Readonly<Record<string, unknown>>;
}

export interface JournalRead {
  entries: JournalEntry[];
  /** Lines that are not whole, as `file:line`; a last line without an end is one that was never acknowledged. */
  broken: string[];
}

export function journalFolder(dataFolder: string): string {
  return path.join(dataFolder, 'journal');
}

/** Appends and waits for the disk. @throws when the disk does not take it; then nobody may be told that it holds. */
export async function append(dataFolder: string, entries: readonly JournalEntry[]): Promise<void> {
  const folder = journalFolder(dataFolder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await open(path.join(folder, `${safe(hostname())}.jsonl`), 'a', 0o600);
  try {
    // The empty line first: what a crash left of a line of before stays alone in its own.
    const text = entries.map(lineOf).join('');
    await writeWhole(file, `\n${text}`);
    await file.sync();
    if ((await file.stat()).size === Buffer.byteLength(text) + 1) await syncFolder(folder);
  } finally {
    await file.close();
  }
}

/** A new file is only there for good when its folder is on the disk too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

async function writeWhole(file: FileHandle, text: string): Promise<void> {
  const bytes = Buffer.from(text);
  const { bytesWritten } = await file.write(bytes);
  if (bytesWritten !== bytes.length)
    throw new Error(`the journal took ${bytesWritten} of ${bytes.length} bytes`);
}

function safe(name: string): string {
  return name.replaceAll(/[^\w.-]/g, '_') || 'here';
}

function lineOf(entry: JournalEntry): string {
  const text = JSON.stringify(entry);
  return `${sumOf(text)}\t${text}\n`;
}

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** Everything that the journal of a data folder holds; the files of other machines may lie beside its own. */
export async function read(dataFolder: string): Promise<JournalRead> {
  const folder = journalFolder(dataFolder);
  const names = await readdir(folder).catch(() => []);
  const found: JournalRead = { entries: [], broken: [] };
  for (const name of names.filter((one) => one.endsWith('.jsonl')).sort()) {
    const lines = (await readFile(path.join(folder, name), 'utf8')).split('\n');
    for (const [at, line] of lines.entries()) {
      const entry = entryIn(line);
      if (entry) found.entries.push(entry);
      else if (line !== '') found.broken.push(`${name}:${at + 1}`);
    }
  }
  return found;
}

function entryIn(line: string): JournalEntry | undefined {
  const [sum, text] = [line.slice(0, 16), line.slice(17)];
  if (line[16] !== '\t' || sumOf(text) !== sum) return undefined;
  return JSON.parse(text) as JournalEntry;
}

/** What each kind of entry is a row of. */
export const journalled = {
  decision: 'decision',
  flag: 'person_flag',
  term: 'person_term',
  offer: 'contract',
} as const;

/** Keeps a row that this transaction wrote: read now, on the disk after the commit and before the answer. */
export async function keepInJournal(ctx: Context, kind: keyof typeof journalled, id: string): Promise<void> {
  const { dataFolder } = ctx;
  if (dataFolder === null) return;
  const { rows } = await sql<{ row: Record<string, unknown> }>`
    select to_jsonb(t) as row from ${sql.table(journalled[kind])} t where id = ${id}`.execute(ctx.database);
  const entries = rows.map(({ row }) => ({ kind, id, row }));
  ctx.afterwards(() => append(dataFolder, entries));
}

/** Keeps what is no row of its own, such as a tombstone; on the disk after the commit and before the answer. */
export function rememberInJournal(ctx: Context, entry: JournalEntry): void {
  const { dataFolder } = ctx;
  if (dataFolder !== null) ctx.afterwards(() => append(dataFolder, [entry]));
}
