import { stat } from 'node:fs/promises';
import { giveBackRestored } from '../conversations/composing/restored.ts';
import { placeUnplaced } from '../conversations/placing/placing.ts';
import { changeImport } from '../listening/imports.ts';
import { migrationFolder, openPolder } from '../opening.ts';
import { places } from '../places.ts';
import { type Checked, checkBackup, restoreBackup } from '../platform/backup/restoring.ts';
import { asDate, systemClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { type Context, makeContext } from '../platform/context.ts';
import { hold, openDataFolder } from '../platform/data-folder.ts';
import { openDatabase } from '../platform/database.ts';
import { holdRestoredMail } from '../platform/mail/restored.ts';
import { Refusal } from '../platform/refusal.ts';
import { type BroughtUp, bringUp, forgetConsents } from '../privacy/erasing/replaying.ts';
import { bringJournal } from '../privacy/journal/bringing.ts';
import { type JournalEntry, read } from '../privacy/journal/journal.ts';
import { queues } from '../schedule.ts';
import { readArguments } from './arguments.ts';
import { openAsOwner } from './backup/opening.ts';
import { counter, say, secondsSince, size } from './backup/telling.ts';

const usage = 'polder restore FILE [--journal DIR | --without-journal] [--json] [--data DIR]';

/** What opening an installation writes by itself. A table that is not named here must be empty. */
export const founding: readonly string[] = [
  'auth.rateLimit',
  'public.calendar',
  'public.calendar_version',
  'public.capability_grant',
  'public.burst_watch',
  'public.contract',
  'public.erasure_salt',
  'public.event',
  'public.event_cursor',
  'public.head',
  'public.organisation',
  'public.queue',
  'public.roll_watch',
  'public.setup_link',
];

/** `polder restore`: puts a backup into an empty installation. */
export async function run(args: string[]): Promise<number> {
  const options = { json: 'flag', journal: 'value', 'without-journal': 'flag' } as const;
  const asked = { usage, options, positionals: 1 };
  const { config, values, positionals } = readArguments(args, asked);
  const [file] = positionals;
  if (!file) throw new Refusal('usage', { problem: 'Name the backup to restore.', usage });
  const started = performance.now();
  const checked = await check(file);
  // a Polder that starts meanwhile would work on half of it
  const held = hold(openDataFolder(config.dataFolder), 'start');
  try {
    const without = values['without-journal'] === true;
    const journal = await journalFor(config, { given: values.journal, without });
    const { migrated, replayed } = await restore(config, checked, journal);
    await settleRestored(config);
    const bytes = (await stat(file)).size;
    const seconds = secondsSince(started);
    report(checked, { bytes, migrated, replayed, seconds, json: values.json === true });
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

/**
 * What has been decided since the backup. `null`: whoever restores says that there is none.
 * @throws Refusal `conflict.restore-without-journal`
 */
async function journalFor(
  config: Config,
  { given, without }: { given: string | undefined; without: boolean },
): Promise<JournalEntry[] | null> {
  if (given !== undefined) await bringJournal(given, config.dataFolder);
  const { entries, broken } = await read(config.dataFolder);
  if (broken.length > 0)
    say(`The journal has ${broken.length} lines that are not whole: ${broken.slice(0, 5).join(', ')}.`);
  if (without) return null;
  if (entries.length > 0) return entries;
  const sentence =
    'There is no journal of what customers decided since the backup: erased people would come back, and withdrawn consents with them. Nothing was changed. Give the journal folder of the old data folder with --journal. Is it lost? Then --without-journal restores without it, and every consent is asked for anew.';
  throw new Refusal('conflict.restore-without-journal', { sentence });
}

async function restore(config: Config, checked: Checked, journal: JournalEntry[] | null) {
  const { ownerUrl, app, leave } = await openAsOwner(config);
  const count = counter('loading');
  const options = { folder: migrationFolder, app, queues, founding, onProgress: count.progress };
  try {
    const migrated = await restoreBackup(ownerUrl, checked, options);
    return { migrated, replayed: await bringUpToDate(ownerUrl, journal) };
  } finally {
    count.end();
    await leave();
  }
}

/** Before anybody else opens the database: as its owner, and with no reaction that would tell of it. */
export async function bringUpToDate(
  ownerUrl: string,
  journal: readonly JournalEntry[] | null,
): Promise<BroughtUp | null> {
  const open = openDatabase(ownerUrl, { size: 2 });
  const actor = { kind: 'system', name: 'restore' } as const;
  const context = makeContext({ database: open.database, actor, clock: systemClock, now: {} });
  try {
    if (journal !== null) return await bringUp(context, journal, places);
    await forgetConsents(context);
    return null;
  } finally {
    await open.close();
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
  await holdRestoredMail(ctx);
  await giveBackRestored(ctx);
  // A mailing that was under way in the backup goes on only when a colleague says so.
  await ctx.database.updateTable('mailing').set({ state: 'paused' }).where('state', '=', 'sending').execute();
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
  replayed: BroughtUp | null;
  seconds: number;
  json: boolean;
}

function report(
  { file, header, rows }: Checked,
  { bytes, migrated, replayed, seconds, json }: Outcome,
): void {
  const { madeAt, polder, leftOut } = header;
  const tables = header.tables.length;
  const line = json
    ? JSON.stringify({
        file,
        madeAt,
        polder,
        tables,
        rows,
        bytes,
        migrated,
        replayed: told(replayed),
        seconds,
      })
    : `${file}: ${rows} rows of ${tables} tables, ${size(bytes)}, as of ${madeAt}, ${migrated.length} newer migrations, in ${seconds} s.`;
  process.stdout.write(`${line}\n`);
  say('Everybody signs in again, with the same password.');
  if (leftOut.uploads.length > 0)
    say(`${leftOut.uploads.length} uploaded files were not in the backup; import them again.`);
  say(
    replayed
      ? `What customers decided after ${madeAt} was read from the journal: ${replayed.added.decision} decisions, ${replayed.erased} people erased again.`
      : 'There was no journal: every consent is asked for anew, and people who were erased since may be back.',
  );
}

function told(replayed: BroughtUp | null) {
  if (replayed === null) return null;
  const { added, changed, erased, conflicts } = replayed;
  return { added, changed, erased, conflicts: conflicts.length };
}
