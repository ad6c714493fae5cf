import type { Client } from 'pg';
import { migrate, readMigrations } from '../migrating.ts';
import { Refusal } from '../refusal.ts';
import { migrationTable } from './catalogue.ts';
import { type Header, newer } from './format.ts';
import { load, requireEmpty } from './loading.ts';
import { readBackup } from './reading.ts';
import { withOwner } from './session.ts';

/** A backup that was looked through and that this Polder can put back. */
export interface Checked {
  file: string;
  header: Header;
  sha256: string;
  rows: number;
}

export interface CheckOptions {
  /** Migrations of this Polder. */
  folder: string;
  onProgress?(progress: { table: string; rows: number }): void;
}

export interface RestoreOptions extends CheckOptions {
  /** The weak role. */
  app: string;
  queues: readonly string[];
  /** Tables in which every opened installation has rows of its own; these make way. */
  founding: readonly string[];
}

/**
 * Looks a whole backup through, and touches nothing.
 * @throws Refusal `migration.changed`, `invalid.backup-newer`, and the others of `readBackup`
 */
export async function checkBackup(file: string, { folder, onProgress }: CheckOptions): Promise<Checked> {
  const { header, footer } = await readBackup(file, onProgress ? { progress: onProgress } : {});
  const known = new Map((await readMigrations(folder)).map(({ name, checksum }) => [name, checksum]));
  for (const { name, checksum } of header.migrations) {
    if (!known.has(name)) throw newer();
    if (known.get(name) !== checksum) throw new Refusal('migration.changed', { name });
  }
  const rows = Object.values(footer.rows).reduce((sum, more) => sum + more, 0);
  return { file, header, sha256: footer.sha256, rows };
}

/**
 * Puts a backup into an empty database: makes the tables as they were, loads all rows in one transaction, and only
 * then migrates to this version, as after any upgrade. Breaking off before the end of the loading leaves an empty
 * database; after it the backup is whole, and the next start migrates the rest. Gives the migrations that came
 * after the backup.
 * @throws Refusal `conflict.restore-not-empty`, `conflict.restore-ahead`, `conflict.restore-tables`,
 *   `migration.failed`, `invalid.backup-damaged` when the file changed meanwhile
 */
export async function restoreBackup(
  ownerUrl: string,
  { file, header, sha256 }: Checked,
  { folder, app, queues, founding, onProgress }: RestoreOptions,
): Promise<string[]> {
  await withOwner(ownerUrl, async (client) => {
    await requireBehind(client, header);
    await requireEmpty(client, founding);
  });
  await migrate(ownerUrl, { folder, app, upTo: header.migrations.at(-1)?.name ?? '' });
  const progress = onProgress ? { onProgress } : {};
  await withOwner(ownerUrl, (client) => load(client, file, { founding, sha256, ...progress }));
  const migrated = await migrate(ownerUrl, { folder, app, queues });
  // without figures about the new rows the first questions would be answered slowly
  await withOwner(ownerUrl, (client) => client.query('analyze'));
  return migrated;
}

async function requireBehind(client: Client, header: Header): Promise<void> {
  const there = await client.query<{ name: string | null }>('select to_regclass($1)::text as name', [
    migrationTable,
  ]);
  if (!there.rows[0]?.name) return;
  const names = header.migrations.map(({ name }) => name);
  const ahead = await client.query<{ name: string }>(
    'select name from public.migration where name <> all($1) limit 1',
    [names],
  );
  const [first] = ahead.rows;
  if (!first) return;
  const sentence = `This Polder was opened by a version newer than the backup (${first.name}), and there is no way back. Nothing was changed. Restore into an empty place: give a new folder with --data, or an empty database of your own.`;
  throw new Refusal('conflict.restore-ahead', { name: first.name, sentence });
}
