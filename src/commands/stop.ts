import { readConfig } from '../platform/config.ts';
import { type DataFolder, findHolder, isDataFolder, openDataFolder } from '../platform/data-folder.ts';
import { hasEnded } from '../platform/living-process.ts';
import { stopUnused } from '../platform/postgres/joining.ts';
import { readPlainArguments } from './plain-arguments.ts';

const patience = 60_000;

/** `polder stop [--data DIR]`: the web process first, in order, then the database that belongs to it. */
export async function run(args: string[]): Promise<number> {
  const options = { data: { type: 'string' } } as const;
  const values = readPlainArguments(args, { usage: 'polder stop [--data DIR]', options });
  const { dataFolder } = readConfig(process.env, values.data === undefined ? {} : { data: values.data });
  if (!isDataFolder(dataFolder)) return say(`Nothing runs: ${dataFolder} is no data folder of Polder.`);
  const folder = openDataFolder(dataFolder);
  const stopped = await stopStart(folder);
  if (stopped === 'busy') return 1;
  const database = await stopUnused(folder, 10_000);
  if (database === 'in use') {
    say('Another command still uses the database; it stops when that command ends.');
    return 1;
  }
  if (database === 'stopped') say('The database has stopped.');
  if (database === 'absent' && stopped === 'absent') say(`Nothing runs on ${folder.path}.`);
  return 0;
}

async function stopStart(folder: DataFolder): Promise<'stopped' | 'absent' | 'busy'> {
  const holder = findHolder(folder, 'start');
  if (!holder) return 'absent';
  try {
    process.kill(holder.pid, 'SIGTERM');
  } catch (error) {
    say(
      `Polder (process ${holder.pid}) cannot be stopped from here (${(error as NodeJS.ErrnoException).code}).`,
    );
    return 'busy';
  }
  if (!(await hasEnded(holder.pid, patience))) {
    say(`Polder (process ${holder.pid}) was asked to stop but is still busy after ${patience / 1000} s.`);
    return 'busy';
  }
  say(`Polder has stopped (process ${holder.pid}${holder.address ? `, ${holder.address}` : ''}).`);
  return 'stopped';
}

function say(sentence: string): 0 {
  process.stderr.write(`${sentence}\n`);
  return 0;
}
