import type { Config } from '../../platform/config.ts';
import { joinDatabase } from '../../platform/postgres/joining.ts';
import { requireFit } from '../../platform/postgres/logins.ts';

export interface OpenOwner {
  ownerUrl: string;
  /** Name of the weak login. */
  app: string;
  leave(): Promise<void>;
}

/** The database of an installation as its owner, as it is: unlike `openPolder` it migrates nothing. */
export async function openAsOwner(config: Config): Promise<OpenOwner> {
  if (config.database) {
    const { name } = await requireFit(config.database);
    return { ownerUrl: config.database.ownerUrl, app: name, leave: async () => {} };
  }
  const { cluster, leave } = await joinDatabase(config.dataFolder);
  try {
    const { name } = await requireFit(cluster);
    return { ownerUrl: cluster.ownerUrl, app: name, leave };
  } catch (error) {
    await leave();
    throw error;
  }
}
