import { createHmac } from 'node:crypto';
import path from 'node:path';
import { foundHeads } from './listening/heads/founding.ts';
import { makeReader } from './listening/learning/reader.ts';
import { makeNoticer } from './listening/noticing/noticer.ts';
import { listeningCriteria } from './listening/segmenting.ts';
import { found } from './organisation/founding.ts';
import { grantFirst } from './pilots/granting.ts';
import { systemClock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { type Context, makeContext, transact } from './platform/context.ts';
import { openDataFolder } from './platform/data-folder.ts';
import { openDatabase } from './platform/database.ts';
import { type Log, openLog } from './platform/log.ts';
import { migrate } from './platform/migrating.ts';
import type { Outside } from './platform/outside.ts';
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
    const models = await modelsOf(config);
    const actor = { kind: 'system', name: 'polder' } as const;
    const context = makeContext({
      database: open.database,
      actor,
      clock: systemClock,
      now: nowReactions,
      reader: makeReader(),
      noticer: makeNoticer(),
      criteria: [listeningCriteria],
      dataFolder: config.dataFolder,
      outside: outsideOf(config),
      ...models,
    });
    await transact(context, null, async (ctx) => {
      await found(ctx);
      await publishFirst(ctx);
      await grantFirst(ctx);
      await foundHeads(ctx);
    });
    const close = async () => {
      await models.transformer?.close();
      await open.close();
      await leave();
    };
    return { config, context, databaseUrl: appUrl, log, close };
  } catch (error) {
    await leave();
    throw error;
  }
}

/** The secret of links comes from the one of sessions: losing it voids both, and there is one less to keep. */
function outsideOf({ baseUrl, smtp, dataFolder, insideHosts }: Config): Outside {
  const { session } = openDataFolder(dataFolder).secrets;
  const linkSecret = createHmac('sha256', session).update('links in mail').digest('base64url');
  return { baseUrl, linkSecret, smtp, insideHosts };
}

/** The optional models; their code is read only where they are switched on. */
async function modelsOf({
  languageModel,
  transformerFolder,
}: Config): Promise<Pick<Context, 'languageModel' | 'transformer'>> {
  const asking = languageModel && (await import('./platform/language-model/asking.ts'));
  const opening = transformerFolder && (await import('./platform/transformer/opening.ts'));
  return {
    ...(asking ? { languageModel: asking.makeLanguageModel(languageModel, { clock: systemClock }) } : {}),
    ...(opening ? { transformer: opening.openTransformer(transformerFolder) } : {}),
  };
}

async function databaseOf(
  config: Config,
): Promise<{ appUrl: string; ownerUrl: string; leave(): Promise<void> }> {
  if (config.database) return { ...config.database, leave: async () => {} };
  const { cluster, leave } = await joinDatabase(config.dataFolder);
  return { appUrl: cluster.appUrl, ownerUrl: cluster.ownerUrl, leave };
}
