import path from 'node:path';
import { type Config, readConfig } from '../platform/config.ts';
import { findHolder, isDataFolder, openDataFolder } from '../platform/data-folder.ts';
import { isRefusal } from '../platform/refusal.ts';
import { examineAddress } from './doctor/address.ts';
import { examineEmbeddedDatabase, examineOutsideDatabase } from './doctor/database.ts';
import { examineFolder } from './doctor/folder.ts';
import { examineInstallation } from './doctor/installation.ts';
import { examineModels } from './doctor/models.ts';
import { inWords, type Verdict, wrong } from './doctor/verdict.ts';
import { readPlainArguments } from './plain-arguments.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** `polder doctor [--data DIR] [--json]`: says what is wrong with this installation; exit code 1 when anything is. */
export async function run(args: string[]): Promise<number> {
  const options = { data: { type: 'string' }, json: { type: 'boolean' } } as const;
  const values = readPlainArguments(args, { usage: 'polder doctor [--data DIR] [--json]', options });
  const verdicts = await examine(process.env, values.data);
  const healthy = verdicts.every((verdict) => verdict.state !== 'wrong');
  process.stdout.write(values.json ? `${JSON.stringify({ healthy, verdicts })}\n` : inWords(verdicts));
  return healthy ? 0 : 1;
}

export async function examine(env: NodeJS.ProcessEnv, data?: string): Promise<Verdict[]> {
  const verdicts = examineInstallation(root);
  try {
    const config = readConfig(env, data === undefined ? {} : { data });
    return [...verdicts, ...(await examineSettings(config))];
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return [...verdicts, wrong('settings', String(error.details.sentence ?? error.message))];
  }
}

async function examineSettings(config: Config): Promise<Verdict[]> {
  const rights = examineFolder(config.dataFolder);
  if (rights.some((verdict) => verdict.about === 'folder' && verdict.state === 'wrong')) return rights;
  // opening would make the folder, and a doctor changes nothing
  const folder = isDataFolder(config.dataFolder) ? openDataFolder(config.dataFolder) : undefined;
  const migrations = path.join(root, 'migrations');
  const database = config.database
    ? examineOutsideDatabase(config.database, migrations)
    : examineEmbeddedDatabase(folder, migrations);
  return [
    ...rights,
    await examineAddress(config, folder && findHolder(folder, 'start')),
    ...(await database),
    ...(await examineModels(config)),
  ];
}
