import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type OpenPolder, openPolder } from '../src/opening.ts';
import { readConfig } from '../src/platform/config.ts';
import { openDataFolder } from '../src/platform/data-folder.ts';
import { stopUnused } from '../src/platform/postgres/joining.ts';

export interface Place {
  polder: OpenPolder;
  folder: string;
  remove(): Promise<void>;
}

/** A new installation in a temporary folder, with a real embedded database that syncs to disk. */
export async function openPlace(): Promise<Place> {
  const folder = await mkdtemp(path.join(tmpdir(), 'polder-bench-'));
  const polder = await openPolder(readConfig({ POLDER_DATA: folder, POLDER_LOG: 'error', PORT: '0' }));
  return {
    polder,
    folder,
    remove: async () => {
      await polder.close();
      await stopUnused(openDataFolder(folder), 10_000);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
