import { stat } from 'node:fs/promises';
import { placeUnplaced } from '../conversations/placing.ts';
import { changeImport } from '../listening/imports.ts';
import { migrationFolder, openPolder } from '../opening.ts';
import { type Checked, checkBackup, restoreBackup } from '../platform/backup/restoring.ts';
import { asDate } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import type { Context } from '../platform/context.ts';
import { hold, openDataFolder } from '../platform/data-folder.ts';
import { Refusal } from '../platform/refusal.ts';
import { queues } from '../schedule.ts';
import { readArguments } from './arguments.ts';
import { openAsOwner } from './backup/opening.ts';
import { counter, say, secondsSince, size } from './backup/telling.ts';

const usage = 'polder restore FILE [--json] [--data DIR]';

/** What opening an installation writes by itself. A table that is not named here must be empty. */
export const founding: readonly string[] = [
  'auth.rateLimit',
  'public.calendar',
  'public.calendar_version',
  'public.capability_grant',
  'public.contract',
  'public.event',
  'public.event_cursor',
  'public.head',
  'public.organisation',
  'public.queue',
  'public.setup_link',
];

/** `polder restore`: puts a backup into an empty installation. */
export async function run(args: string[]): Promise<number> {
  const asked = { usage, options: { json: 'flag' } as const, positionals: 1 };
  const { config, values, positionals } = readArguments(args, asked);
  const [file] = positionals;
  if (!file) throw new Refusal('usage', { problem: 'Name the backup to restore.', usage });
  const started = performance.now();
  const checked = await check(file);
  // a Polder that starts meanwhile would work on half of it
  const held = hold(openDataFolder(config.dataFolder), 'start');
  try {
    const migrated = await restore(config, checked);
    await settleRestored(config);
    const bytes = (await stat(file)).size;
    report(checked, { bytes, migrated, seconds: secondsSince(started), json: values.json === true });
    return 0;
  } finally {
    held.release();
  }
}

async function check(file: string): Promise<Checked> {
  const count = counter('checking');
  try {
    return await checkBackup(file, { folder: migrationFolder, onProgress: count.progress });
  } finally {
    count.end();
  }
}

async function restore(config: Config, checked: Checked): Promise<string[]> {
  const { ownerUrl, app, leave } = await openAsOwner(config);
  const count = counter('loading');
  const options = { folder: migrationFolder, app, queues, founding, onProgress: count.progress };
  try {
    return await restoreBackup(ownerUrl, checked, options);
  } finally {
    count.end();
    await leave();
  }
}

async function settleRestored(config: Config): Promise<void> {
  const polder = await openPolder(config, { size: 2 });
  try {
    await settle(polder.context);
  } finally {
    await polder.close();
  }
}

/**
 * What was under way when the backup was made: messages of a running import get their place in a conversation, and
 * imports whose file stayed behind say so. Importing that file again stores what is missing and nothing twice.
 */
export async function settle(ctx: Context): Promise<void> {
  await placeUnplaced(ctx);
  const broken = await ctx.database.selectFrom('import').select('id').where('path', 'is not', null).execute();
  for (const { id } of broken) {
    const error = { code: 'not-found.file', details: {} };
    const finishedAt = asDate(ctx.clock.now());
    await changeImport(ctx, id, { state: 'failed', path: null, error, finishedAt });
  }
}

interface Outcome {
  bytes: number;
  migrated: readonly string[];
  seconds: number;
  json: boolean;
}

function report({ file, header, rows }: Checked, { bytes, migrated, seconds, json }: Outcome): void {
  const { madeAt, polder, leftOut } = header;
  const tables = header.tables.length;
  const line = json
    ? JSON.stringify({ file, madeAt, polder, tables, rows, bytes, migrated, seconds })
    : `${file}: ${rows} rows of ${tables} tables, ${size(bytes)}, as of ${madeAt}, ${migrated.length} newer migrations, in ${seconds} s.`;
  process.stdout.write(`${line}\n`);
  say('Everybody signs in again, with the same password.');
  if (leftOut.uploads.length > 0)
    say(`${leftOut.uploads.length} uploaded files were not in the backup; import them again.`);
  say(
    `What customers decided after ${madeAt} is not in it. Do those withdrawals and erasures again before you start.`,
  );
}
