import { copyFile, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../../platform/refusal.ts';
import { journalFolder } from './journal.ts';

/**
 * Copies the files of another journal into that of a data folder, so that the next restore has them as well. `from` is
 * the journal folder itself, or the data folder it stands in. Lines that are there twice count once.
 * @throws Refusal `not-found.journal`
 */
export async function bringJournal(from: string, dataFolder: string): Promise<void> {
  const [folder, names] = await filesIn(from);
  const into = journalFolder(dataFolder);
  if (path.resolve(folder) === path.resolve(into)) return;
  await mkdir(into, { recursive: true, mode: 0o700 });
  const there = await readdir(into);
  for (const name of names) {
    const free = there.includes(name) ? `brought-${there.length}-${name}` : name;
    await copyFile(path.join(folder, name), path.join(into, free));
  }
}

async function filesIn(from: string): Promise<[folder: string, names: string[]]> {
  for (const folder of [from, journalFolder(from)]) {
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.jsonl'));
    if (names.length > 0) return [folder, names];
  }
  const sentence = `${from} holds no journal: no file that ends in .jsonl. Nothing was changed.`;
  throw new Refusal('not-found.journal', { folder: from, sentence });
}
