import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { outputRefusal, writeWhole } from '../platform/backup/file.ts';
import { type Written, writeBackup } from '../platform/backup/writing.ts';
import type { Config } from '../platform/config.ts';
import { isDataFolder } from '../platform/data-folder.ts';
import { Refusal } from '../platform/refusal.ts';
import { readArguments } from './arguments.ts';
import { openAsOwner } from './backup/opening.ts';
import { counter, say, secondsSince, size } from './backup/telling.ts';

const usage = 'polder backup FILE [--force] [--json] [--data DIR]    (- as FILE is standard output)';
const options = { force: 'flag', json: 'flag' } as const;

/** `polder backup`: one file with everything in the database, while Polder runs. */
export async function run(args: string[]): Promise<number> {
  const { config, values, positionals } = readArguments(args, { usage, options, positionals: 1 });
  const [file] = positionals;
  if (!file) throw new Refusal('usage', { problem: 'Name the file to write.', usage });
  if (file === '-' && process.stdout.isTTY)
    throw new Refusal('usage', { problem: 'A backup is no text: send it on with > or |.', usage });
  const started = performance.now();
  const uploads = await waitingUploads(config.dataFolder);
  const written = await backUp(config, file, { force: values.force === true, uploads });
  if (uploads.length > 0)
    say(
      `Not in the backup: ${uploads.length} uploaded files that wait to be imported (uploads/ in the data folder).`,
    );
  report({ file, ...written, seconds: secondsSince(started) }, values.json === true);
  return 0;
}

async function backUp(
  config: Config,
  file: string,
  { force, uploads }: { force: boolean; uploads: readonly string[] },
): Promise<Written> {
  // opening would make an empty one, and a backup of nothing comforts where it should alarm
  if (!config.database && !isDataFolder(config.dataFolder)) throw nowhere(config.dataFolder);
  const { ownerUrl, leave } = await openAsOwner(config);
  const count = counter('backup');
  try {
    const version = await ownVersion();
    const write = (out: Writable) =>
      writeBackup(ownerUrl, out, { version, uploads, onProgress: count.progress });
    if (file !== '-') return await writeWhole(file, { force }, write);
    return await write(process.stdout).catch((error: unknown) => {
      throw outputRefusal(error, file);
    });
  } finally {
    count.end();
    await leave();
  }
}

function nowhere(folder: string): Refusal {
  const sentence = `${folder} is no data folder of Polder, so there is nothing to back up. Name the right one with --data.`;
  return new Refusal('not-found.data-folder', { folder, sentence });
}

async function waitingUploads(dataFolder: string): Promise<string[]> {
  try {
    return (await readdir(path.join(dataFolder, 'uploads'))).toSorted();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function ownVersion(): Promise<string> {
  const file = path.resolve(import.meta.dirname, '../../package.json');
  return (JSON.parse(await readFile(file, 'utf8')) as { version: string }).version;
}

/** The result goes where results go; when that is the backup itself, it is talk. */
function report(done: Written & { file: string; seconds: number }, json: boolean): void {
  const { file, rows, tables, bytes, seconds } = done;
  const line = json
    ? JSON.stringify(done)
    : `${file}: ${rows} rows of ${tables} tables, ${size(bytes)}, in ${seconds} s. It holds personal data and is not encrypted.`;
  if (file === '-') say(line);
  else process.stdout.write(`${line}\n`);
}
