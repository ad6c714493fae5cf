import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { Refusal } from './refusal.ts';

export interface MigrateOptions {
  folder: string;
  /** The weak role that the application signs in as. */
  app: string;
  /** Queues of jobs to make sure of. */
  queues?: readonly string[];
  /** Last migration to apply (file name); all of them when absent. Used when a backup is restored. */
  upTo?: string;
}

/**
 * The same for every Polder on one database, so that two starts migrate one after the other. Below zero: the numbers
 * above are persons, and whoever decides about person n holds lock n.
 */
export const migrationLock = -4_400_111;

/**
 * Applies every migration that is not yet in the database, oldest first, each in its own transaction, as the
 * owner. Returns the names applied now.
 * @throws Refusal `migration.changed` when a file differs from what was applied, `migration.failed` with its error.
 */
export async function migrate(ownerUrl: string, options: MigrateOptions): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'polder-migrate' });
  await client.connect();
  try {
    await client.query('set client_min_messages = warning');
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await client.query(`create table if not exists migration (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
    await client.query(`grant select on migration to ${pg.escapeIdentifier(options.app)}`);
    const applied = await applyFiles(client, options);
    if (!options.upTo) await prepareJobs(client, ownerUrl, options);
    return applied;
  } finally {
    await client.end();
  }
}

async function applyFiles(client: pg.Client, options: MigrateOptions): Promise<string[]> {
  const done = await client.query<{ name: string; checksum: string }>('select name, checksum from migration');
  const checksums = new Map(done.rows.map((row) => [row.name, row.checksum]));
  const applied: string[] = [];
  for (const migration of await readMigrations(options.folder)) {
    if (options.upTo && migration.name > options.upTo) break;
    const before = checksums.get(migration.name);
    if (before === migration.checksum) continue;
    if (before) throw new Refusal('migration.changed', { name: migration.name });
    await applyOne(client, migration, options.app);
    applied.push(migration.name);
  }
  return applied;
}

async function applyOne(client: pg.Client, migration: Migration, app: string): Promise<void> {
  const owner = await client.query<{ name: string }>('select current_user as name');
  const text = migration.sql
    .replaceAll(':"app"', pg.escapeIdentifier(app))
    .replaceAll(':"owner"', pg.escapeIdentifier(owner.rows[0]?.name ?? ''));
  await client.query('begin');
  try {
    await client.query(text);
    await client.query('insert into migration (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Refusal('migration.failed', { name: migration.name, error: String(error) });
  }
}

export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** All migration files in `folder`, in the order of their names. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** The job library's own schema, made by the owner; the application runs it with `migrate: false`. */
async function prepareJobs(client: pg.Client, ownerUrl: string, options: MigrateOptions): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: 'pgboss',
    supervise: false,
    schedule: false,
    max: 2,
  });
  boss.on('error', () => {});
  await boss.start();
  try {
    for (const queue of options.queues ?? [])
      if (!(await boss.getQueue(queue))) await boss.createQueue(queue);
  } finally {
    await boss.stop({ graceful: false });
  }
  const app = pg.escapeIdentifier(options.app);
  await client.query(`grant usage on schema pgboss to ${app};
    grant select, insert, update, delete on all tables in schema pgboss to ${app};
    grant usage on all sequences in schema pgboss to ${app};
    grant execute on all functions in schema pgboss to ${app}`);
}

/** Names of migrations in `folder` that the database does not have yet. */
export async function pendingMigrations(url: string, folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const found = await client.query<{ name: string | null }>(
      "select to_regclass('migration')::text as name",
    );
    const done = found.rows[0]?.name
      ? (await client.query<{ name: string }>('select name from migration')).rows.map((row) => row.name)
      : [];
    const all = await readMigrations(folder);
    return all.map((migration) => migration.name).filter((name) => !done.includes(name));
  } finally {
    await client.end();
  }
}
