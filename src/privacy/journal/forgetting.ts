import { open, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type JournalEntry, journalFolder } from './journal.ts';

/**
 * Takes the lines about these persons out of the journal, tombstones excepted. Each line is written over in its place
 * with line ends, which nobody reads: the file is never made anew, so that whoever appends meanwhile loses nothing.
 * Gives how many lines went.
 */
export async function forgetInJournal(dataFolder: string, personIds: readonly string[]): Promise<number> {
  const folder = journalFolder(dataFolder);
  const names = await readdir(folder).catch(() => []);
  let gone = 0;
  for (const name of names.filter((one) => one.endsWith('.jsonl'))) {
    gone += await forgetInFile(path.join(folder, name), new Set(personIds));
  }
  return gone;
}

async function forgetInFile(file: string, persons: ReadonlySet<string>): Promise<number> {
  const content = await readFile(file);
  const lines = [...theirLines(content, persons)];
  if (lines.length === 0) return 0;
  const handle = await open(file, 'r+');
  try {
    for (const { from, length } of lines) await handle.write(Buffer.alloc(length, '\n'), 0, length, from);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return lines.length;
}

function* theirLines(content: Buffer, persons: ReadonlySet<string>) {
  for (let from = 0; from < content.length; ) {
    const end = content.indexOf(10, from);
    const to = end === -1 ? content.length : end;
    if (isAbout(content.toString('utf8', from, to), persons)) yield { from, length: to - from };
    from = to + 1;
  }
}

function isAbout(line: string, persons: ReadonlySet<string>): boolean {
  const start = line.indexOf('\t');
  if (start === -1) return false;
  try {
    const { kind, row } = JSON.parse(line.slice(start + 1)) as JournalEntry;
    if (kind === 'tombstone') return false;
    return [row.person_id, row.other_id, row.personId, row.otherId].some((id) => persons.has(String(id)));
  } catch {
    return false;
  }
}
