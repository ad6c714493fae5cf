import type { Client } from 'pg';
import { migrate, readMigrations } from '../migrating.ts';
import { Refusal } from '../refusal.ts';
import { migrationTable } from './catalogue.ts';
import { type Header, newer } from './format.ts';
import { load, requireEmpty } from './loading.ts';
import { readBackup } from './reading.ts';
import { withOwner } from './session.ts';

export interface RestoreOptions {
  /** Migrations of this Polder. */
  folder: string;
  /** The weak role. */
  app: string;
  queues: readonly string[];
  /** Tables in which every opened installation has rows of its own; these make way. */
  founding: readonly string[];
  /** `checking` looks through the file, `loading` writes. `rows` counts from the beginning of each. */
  onProgress?(progress: { step: 'checking' | 'loading'; table: string; rows: number }): void;
}

export interface Restored {
  header: Header;
  rows: number;
  /** Migrations that came after the backup. */
  migrated: string[];
}

/**
 * Puts a backup into an empty database: looks it through, makes the tables as they were, loads all rows in one
 * transaction, and only then migrates to this version as after any upgrade. Breaking off before the end of the
 * loading leaves an empty database; after it the backup is whole, and the next start migrates the rest.
 * @throws Refusal `conflict.restore-not-empty`, `conflict.restore-ahead`, `migration.changed`, `migration.failed`
 *   and those of `readBackup`
 */
export async function restoreBackup(
  ownerUrl: string,
  file: string,
  options: RestoreOptions,
): Promise<Restored> {
  const { folder, app, queues, founding } = options;
  const { header, footer } = await readBackup(file, { progress: telling('checking', options) });
  const upTo = await lastMigration(header, folder);
  await withOwner(ownerUrl, async (client) => {
    await requireBehind(client, header);
    await requireEmpty(client, founding);
  });
  await migrate(ownerUrl, { folder, app, upTo });
  await withOwner(ownerUrl, async (client) => {
    const { sha256 } = footer;
    await load(client, file, { founding, sha256, onProgress: telling('loading', options) });
  });
  const migrated = await migrate(ownerUrl, { folder, app, queues });
  // without figures about the new rows the first questions would be answered slowly
  await withOwner(ownerUrl, (client) => client.query('analyze'));
  return { header, rows: Object.values(footer.rows).reduce((sum, rows) => sum + rows, 0), migrated };
}

function telling(step: 'checking' | 'loading', { onProgress }: RestoreOptions) {
  return (progress: { table: string; rows: number }) => onProgress?.({ step, ...progress });
}

/** The backup's last migration, when this Polder has them all in the same form. */
async function lastMigration(header: Header, folder: string): Promise<string> {
  const known = new Map((await readMigrations(folder)).map(({ name, checksum }) => [name, checksum]));
  for (const { name, checksum } of header.migrations) {
    if (!known.has(name)) throw newer();
    if (known.get(name) !== checksum) throw new Refusal('migration.changed', { name });
  }
  return header.migrations.at(-1)?.name ?? '';
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
