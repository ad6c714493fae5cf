import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from './refusal.ts';

/** Many may hold a lock `shared`; only one, alone, holds it `exclusive`. */
export type LockMode = 'shared' | 'exclusive';

export interface FileLock {
  release(): void;
}

const sqliteBusy = 5;

/**
 * Takes a lock between processes on `file` (made when absent), or gives undefined when another holds it.
 *
 * The lock is SQLite's own: the kernel drops it when the process dies, however it dies, so there is no stale
 * lock to judge, also not between containers that share a folder but see each other's process ids differently.
 * The lock lives as long as the returned object; nothing else may open `file` in this process.
 */
export function tryLock(file: string, mode: LockMode): FileLock | undefined {
  const connection = new DatabaseSync(file, { timeout: 0 });
  try {
    connection.exec(mode === 'exclusive' ? 'BEGIN EXCLUSIVE' : 'BEGIN; SELECT 1 FROM sqlite_schema');
  } catch (error) {
    connection.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy) return undefined;
    throw error;
  }
  return { release: () => connection.isOpen && connection.close() };
}

/**
 * Waits until the lock is free.
 * @param patience milliseconds
 * @throws Refusal `conflict.lock-held` when it is not free in time
 */
export async function lock(file: string, mode: LockMode, patience = 60_000): Promise<FileLock> {
  const end = performance.now() + patience;
  for (;;) {
    const held = tryLock(file, mode);
    if (held) return held;
    if (performance.now() > end) {
      const sentence = `Another process has been busy with ${file} for ${Math.round(patience / 1000)} s.`;
      throw new Refusal('conflict.lock-held', { file, sentence });
    }
    await wait(15);
  }
}
