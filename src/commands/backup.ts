import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { writeWhole } from '../platform/backup/file.ts';
import { type Written, writeBackup } from '../platform/backup/writing.ts';
import type { Config } from '../platform/config.ts';
import { isDataFolder } from '../platform/data-folder.ts';
import { joinDatabase } from '../platform/postgres/joining.ts';
import { requireFit } from '../platform/postgres/logins.ts';
import { Refusal } from '../platform/refusal.ts';
import { readArguments } from './arguments.ts';
import { counter, megabytes } from './counting.ts';

const usage = 'polder backup FILE [--force] [--json] [--data DIR]    (FILE - is standard output)';
const options = { force: 'flag', json: 'flag' } as const;

/** `polder backup`: one file with everything in the database, while Polder runs. */
export async function run(args: string[]): Promise<number> {
  const { config, values, positionals } = readArguments(args, { usage, options, positionals: 1 });
  const [file] = positionals;
  if (!file) throw new Refusal('usage', { problem: 'Name the file to write.', usage });
  const started = performance.now();
  const { ownerUrl, leave } = await openDatabase(config);
  try {
    const uploads = await waitingUploads(config.dataFolder);
    const count = counter(values.json === true);
    const backUp = (out: Writable) =>
      writeBackup(ownerUrl, out, { version: await versionOf(), uploads, onProgress: count.progress });
    const written = file === '-' ? await backUp(standardOutput()) : await writeWhole(file, { force: values.force === true }, backUp);
    count.end();
    warn(uploads);
    const out = file === '-' ? process.stderr : process.stdout;
    out.write(report({ file, written, seconds: (performance.now() - started) / 1000 }, values.json === true));
    return 0;
  } finally {
    await leave();
  }
}
