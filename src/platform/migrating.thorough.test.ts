import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyDatabase, withAdmin } from '../../test/database.ts';
import { migrationFolder } from '../opening.ts';
import { queues } from '../schedule.ts';
import { migrate, pendingMigrations } from './migrating.ts';

let empty: Awaited<ReturnType<typeof emptyDatabase>>;
let folder: string;

beforeEach(async () => {
  empty = await emptyDatabase();
  folder = mkdtempSync(path.join(tmpdir(), 'polder-migrations-'));
});
afterEach(async () => {
  await empty.close();
  rmSync(folder, { recursive: true, force: true });
});

const apply = (from = folder) => migrate(empty.ownerUrl, { folder: from, app: empty.app, queues: ['one'] });
const write = (name: string, sql: string) => writeFileSync(path.join(folder, name), sql);
const ask = async (sql: string, url = empty.ownerUrl) =>
  (await withAdmin(url, (client) => client.query(sql))).rows as Record<string, unknown>[];

const structure = `
  select coalesce(string_agg(line, e'\\n' order by line), '') as structure from (
    select format('%s.%s %s %s', table_schema, table_name, column_name, data_type) as line
      from information_schema.columns where table_schema in ('public', 'auth', 'pgboss')
    union all select format('%s %s', schemaname || '.' || tablename, indexdef) from pg_indexes
    union all select format('%s %s %s', tablename, policyname, qual) from pg_policies
    union all select format('%s %s %s', grantee, table_name, privilege_type)
      from information_schema.role_table_grants) as all_there_is`;

test('all migrations from zero, and a second time changes nothing', async () => {
  const options = { folder: migrationFolder, app: empty.app, queues };
  const first = await migrate(empty.ownerUrl, options);
  const before = await ask(structure);
  expect(first.length).toBeGreaterThan(5);
  expect(String(before[0]?.structure)).toContain('conversation_open');
  expect(await migrate(empty.ownerUrl, options)).toEqual([]);
  expect(await ask(structure)).toEqual(before);
  expect(await pendingMigrations(empty.appUrl, migrationFolder)).toEqual([]);
});

test('two at once do the work once', async () => {
  cpSync(migrationFolder, folder, { recursive: true });
  const [one, other] = await Promise.all([apply(), apply()]);
  expect([one.length, other.length].toSorted()[0]).toBe(0);
  expect(one.length + other.length).toBe((await ask('select name from migration')).length);
});

test('a file that was changed after it was applied is refused by its name', async () => {
  write('2026-01-01-0900-a.sql', 'create table a (id int)');
  await apply();
  write('2026-01-01-0900-a.sql', 'create table a (id bigint)');
  await expect(apply()).rejects.toMatchObject({
    code: 'migration.changed',
    details: { name: '2026-01-01-0900-a.sql' },
  });
});

test('each file stands or falls alone: those before a wrong one stay, half of it does not', async () => {
  write('2026-01-01-0900-a.sql', 'create table a (id int)');
  write('2026-01-01-0905-b.sql', 'create table half (id int); select 1 / 0');
  write('2026-01-01-0910-c.sql', 'create table c (id int)');
  await expect(apply()).rejects.toMatchObject({
    code: 'migration.failed',
    details: { name: '2026-01-01-0905-b.sql' },
  });
  const tables = "select to_regclass('a') is not null as a, to_regclass('half') is not null as half";
  expect(await ask(tables)).toEqual([{ a: true, half: false }]);
  expect(await pendingMigrations(empty.ownerUrl, folder)).toEqual([
    '2026-01-01-0905-b.sql',
    '2026-01-01-0910-c.sql',
  ]);
  write('2026-01-01-0905-b.sql', 'create table b (id int)');
  expect(await apply()).toEqual(['2026-01-01-0905-b.sql', '2026-01-01-0910-c.sql']);
});

test('roles are named by the migration as this database calls them', async () => {
  write(
    '2026-01-01-0900-a.sql',
    'create table a (id int); grant select on a to :"app"; comment on table a is \'of :"owner"\'',
  );
  await apply();
  expect(await ask('select count(*)::int as n from a', empty.appUrl)).toEqual([{ n: 0 }]);
  const owner = new URL(empty.ownerUrl).username;
  expect(await ask("select obj_description('a'::regclass) as said")).toEqual([{ said: `of "${owner}"` }]);
});

test('nothing is applied past the last one asked for', async () => {
  write('2026-01-01-0900-a.sql', 'create table a (id int)');
  write('2026-01-01-0905-b.sql', 'create table b (id int)');
  const upTo = '2026-01-01-0900-a.sql';
  expect(await migrate(empty.ownerUrl, { folder, app: empty.app, upTo })).toEqual([upTo]);
  expect(await pendingMigrations(empty.ownerUrl, folder)).toEqual(['2026-01-01-0905-b.sql']);
});

test('months begin at midnight UTC, whatever time zone the database has', async () => {
  const name = new URL(empty.ownerUrl).pathname.slice(1);
  await ask(`alter database ${name} set timezone = 'Asia/Kathmandu'`);
  await apply(migrationFolder);
  await ask(`select make_partitions('2019-04-01', 1)`);
  const bound = await withAdmin(empty.ownerUrl, async (owner) => {
    await owner.query("set timezone = 'UTC'");
    const query =
      "select pg_get_expr(relpartbound, oid) as bound from pg_class where relname = 'event_2019_04'";
    return (await owner.query(query)).rows;
  });
  expect(bound).toEqual([
    { bound: "FOR VALUES FROM ('2019-04-01 00:00:00+00') TO ('2019-05-01 00:00:00+00')" },
  ]);
});
