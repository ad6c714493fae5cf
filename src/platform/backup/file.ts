import { existsSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
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
  const handle = await open(part, 'wx', 0o600).catch((error: unknown) => {
    throw outputRefusal(error, part);
  });
  try {
    const { ino } = await handle.stat();
    const result = await write(handle.createWriteStream({ flush: true }));
    await requireOwn(part, ino);
    requireFree(file, force);
    await rename(part, file);
    await syncFolder(path.dirname(path.resolve(file)));
    return result;
  } catch (error) {
    await handle.close();
    await rm(part, { force: true });
    throw outputRefusal(error, part);
  }
}

/** A full disk, a folder that is not there, a reader that went away: said in a sentence. Other errors stay. */
export function outputRefusal(error: unknown, file: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (!['open', 'write', 'fsync', 'rename'].includes(syscall ?? '')) return error;
  const sentence = `${file === '-' ? 'Standard output' : file} cannot be written (${code}).`;
  return new Refusal('invalid.file-place', { file, reason: code ?? null, sentence });
}

function requireFree(file: string, force: boolean): void {
  if (force || !existsSync(file)) return;
  const sentence = `${file} is there already. Choose another name, or write over it with --force.`;
  throw new Refusal('conflict.file-exists', { file, sentence });
}

/** Another writer of the same name takes the part away; moving it then would put half a file in its place. */
async function requireOwn(part: string, ino: number): Promise<void> {
  const there = await stat(part).catch(() => undefined);
  if (there?.ino === ino) return;
  const sentence = `Another process writes ${part}.`;
  throw new Refusal('conflict.file-busy', { file: part, sentence });
}

/** So that the new name survives a power cut as well. Not every system lets a folder be synced. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
