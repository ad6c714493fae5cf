import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type DataFolder, openDataFolder } from '../data-folder.ts';
import { lock, tryLock } from '../file-lock.ts';
import {
  type Cluster,
  type ClusterOptions,
  databaseFolder,
  lockOpening,
  openLocked,
  stopServer,
} from './cluster.ts';

/** Counted use of a data folder's database. */
export interface Joined {
  readonly cluster: Cluster;
  /** Ends this use; the last user to leave stops the server. */
  leave(): Promise<void>;
}

/**
 * Joins the running database of a data folder, or starts it. Each user holds a shared lock that ends with its
 * process, so one that was killed does not count any more, and nobody stops a database that another uses.
 */
export async function joinDatabase(folder: string, options: ClusterOptions = {}): Promise<Joined> {
  const dataFolder = openDataFolder(folder);
  const opening = await lockOpening(dataFolder);
  try {
    const use = await lock(usersFile(dataFolder), 'shared');
    const cluster = await openLocked(dataFolder, options).catch((error: unknown) => {
      use.release();
      throw error;
    });
    return { cluster, leave: () => leave(dataFolder, cluster, use) };
  } finally {
    opening.release();
  }
}

/**
 * Stops a server that nobody uses any more (its users were killed), waiting `patience` milliseconds for the last
 * ones to leave.
 */
export async function stopUnused(
  folder: DataFolder,
  patience: number,
): Promise<'stopped' | 'absent' | 'in use'> {
  const end = performance.now() + patience;
  for (;;) {
    const opening = await lockOpening(folder);
    const alone = tryLock(usersFile(folder), 'exclusive');
    try {
      if (alone) return (await stopServer(databaseFolder(folder))) ? 'stopped' : 'absent';
    } finally {
      alone?.release();
      opening.release();
    }
    if (performance.now() > end) return 'in use';
    await wait(100);
  }
}

async function leave(folder: DataFolder, cluster: Cluster, use: { release(): void }): Promise<void> {
  const opening = await lockOpening(folder);
  use.release();
  const alone = tryLock(usersFile(folder), 'exclusive');
  try {
    if (alone) await cluster.stop();
  } finally {
    alone?.release();
    opening.release();
  }
}

function usersFile(folder: DataFolder): string {
  return path.join(folder.path, 'users.lock');
}
