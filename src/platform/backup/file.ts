import { existsSync } from 'node:fs';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { Refusal } from '../refusal.ts';

/**
 * Writes a new file that is there whole or not at all: beside its place first, on disk, then moved. Readable by its
 * owner only.
 * @throws Refusal `conflict.file-exists` unless `force`; `invalid.file-place` when it cannot be written there
 */
export async function writeWhole<T>(
  file: string,
  { force }: { force: boolean },
  write: (out: Writable) => Promise<T>,
): Promise<T> {
  const part = `${file}.part`;
  requireFree(file, force);
  await rm(part, { force: true });
  const handle = await open(part, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    const sentence = `${part} cannot be written (${error.code}).`;
    throw new Refusal('invalid.file-place', { file, reason: error.code ?? null, sentence });
  });
  try {
    const result = await write(handle.createWriteStream({ autoClose: false }));
    await handle.sync();
    await requireOwn(handle, part);
    requireFree(file, force);
    await rename(part, file);
    await syncFolder(path.dirname(path.resolve(file)));
    return result;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

function requireFree(file: string, force: boolean): void {
  if (force || !existsSync(file)) return;
  const sentence = `${file} is there already. Choose another name, or write over it with --force.`;
  throw new Refusal('conflict.file-exists', { file, sentence });
}

/** Another writer of the same name takes the part away; moving it then would put half a file in its place. */
async function requireOwn(handle: FileHandle, part: string): Promise<void> {
  const [own, there] = [await handle.stat(), await stat(part).catch(() => undefined)];
  if (there?.ino === own.ino) return;
  const sentence = `Another process writes ${part}.`;
  throw new Refusal('conflict.file-busy', { file: part, sentence });
}

/** So that the new name survives a power cut as well. Not every system lets a folder be synced. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
