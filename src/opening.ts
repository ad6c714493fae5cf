import path from 'node:path';
import { foundHeads } from './listening/learning/founding.ts';
import { makeReader } from './listening/learning/reader.ts';
import { found } from './organisation/founding.ts';
import { grantFirst } from './pilots/granting.ts';
import { systemClock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { type Context, makeContext, transact } from './platform/context.ts';
import { openDatabase } from './platform/database.ts';
import { type Log, openLog } from './platform/log.ts';
import { migrate } from './platform/migrating.ts';
import { joinDatabase } from './platform/postgres/joining.ts';
import { requireFit } from './platform/postgres/logins.ts';
import { publishFirst } from './privacy/contract.ts';
import { nowReactions } from './reactions.ts';
import { queues } from './schedule.ts';

export const migrationFolder = path.resolve(import.meta.dirname, '../migrations');

export interface OpenPolder {
  config: Config;
  /** Acts as the system; doors replace the actor. */
  context: Context;
  databaseUrl: string;
  log: Log;
  close(): Promise<void>;
}

/**
 * Opens an installation: its database (joined, started, or the one of DATABASE_URL), migrated to this version,
 * with what every organisation has from the start.
 */
export async function openPolder(config: Config, options: { size?: number } = {}): Promise<OpenPolder> {
  const log = openLog(config.logLevel);
  const { appUrl, ownerUrl, leave } = await databaseOf(config);
  try {
    const login = await requireFit({ appUrl, ownerUrl });
    const applied = await migrate(ownerUrl, { folder: migrationFolder, app: login.name, queues });
    if (applied.length > 0) log.info({ applied }, 'migrated');
    const open = openDatabase(appUrl, options);
    const actor = { kind: 'system', name: 'polder' } as const;
    const context = makeContext({
      database: open.database,
      actor,
      clock: systemClock,
      now: nowReactions,
      reader: makeReader(),
    });
    await transact(context, null, async (ctx) => {
      await found(ctx);
      await publishFirst(ctx);
      await grantFirst(ctx);
      await foundHeads(ctx);
    });
    const close = async () => {
      await open.close();
      await leave();
    };
    return { config, context, databaseUrl: appUrl, log, close };
  } catch (error) {
    await leave();
    throw error;
  }
}

async function databaseOf(
  config: Config,
): Promise<{ appUrl: string; ownerUrl: string; leave(): Promise<void> }> {
  if (config.database) return { ...config.database, leave: async () => {} };
  const { cluster, leave } = await joinDatabase(config.dataFolder);
  return { appUrl: cluster.appUrl, ownerUrl: cluster.ownerUrl, leave };
}
