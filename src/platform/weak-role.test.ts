import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adminUrlOf, type TestDatabase, testDatabase, withAdmin } from '../../test/database.ts';
import { transact } from './context.ts';
import { openDatabase } from './database.ts';
import { makePartitions } from './partitions.ts';
import { findFlaws, requireFit } from './postgres/logins.ts';
import { quoted } from './postgres/roles.ts';

let polder: TestDatabase;
let admin: string;

beforeAll(async () => {
  polder = await testDatabase();
  admin = await adminUrlOf(polder.appUrl);
});
afterAll(() => polder?.close());

const asApp = (statement: string) => withAdmin(polder.appUrl, (client) => client.query(statement));
const asAdmin = async (statement: string) =>
  (await withAdmin(admin, (client) => client.query(statement))).rows as Record<string, unknown>[];

describe('a start', () => {
  test('takes the weak login with the owner beside it', async () => {
    expect(await findFlaws(polder)).toEqual([]);
  });

  test.each(['superuser', 'owner', 'BYPASSRLS', 'member of the owner'])(
    'refuses DATABASE_URL when it is a %s',
    async (kind) => {
      const url = new URL(polder.appUrl);
      const role = `${url.username}_${kind.replaceAll(' ', '_').toLowerCase()}`;
      const owner = new URL(polder.ownerUrl);
      const database = url.pathname.slice(1);
      if (kind === 'superuser') url.href = admin;
      else if (kind === 'owner') url.href = owner.href;
      else {
        const right = kind === 'BYPASSRLS' ? 'bypassrls' : `in role ${quoted(owner.username)}`;
        await asAdmin(`create role ${quoted(role)} login password 'x' ${right}`);
        await asAdmin(`grant connect on database ${quoted(database)} to ${quoted(role)}`);
        url.username = role;
        url.password = 'x';
      }
      try {
        const refused = requireFit({ appUrl: url.href, ownerUrl: polder.ownerUrl });
        await expect(refused).rejects.toMatchObject({ code: 'config.database-unfit' });
      } finally {
        await asAdmin(`drop owned by ${quoted(role)}; drop role ${quoted(role)}`).catch(() => []);
      }
    },
  );
});

describe('the weak login', () => {
  test.each([
    ['drop a policy', 'drop policy purpose_declared on message', /must be owner/],
    ['make a policy', 'create policy mine on message using (true)', /must be owner/],
    ['switch row-level security off', 'alter table message disable row level security', /must be owner/],
    ['stop forcing it', 'alter table person no force row level security', /must be owner/],
    ['read past it', 'set row_security = off; select * from person', /row-level security/],
    ['change what was migrated', "delete from migration where name <> ''", /permission denied/],
    ['record a migration', "insert into migration (name, checksum) values ('a', 'b')", /permission denied/],
    ['change an event', "update event set verb = 'x'", /permission denied/],
    ['delete an event', 'delete from event', /permission denied/],
    ['change a use in the ledger', "update data_use set activity = 'x'", /permission denied/],
    ['delete a use', 'delete from data_use', /permission denied/],
    ['change a decision', "update decision set act = 'give'", /permission denied/],
    ['change a published contract', "update contract set body = '{}'", /permission denied/],
    ['delete a message', 'delete from message', /permission denied/],
    ['empty a table', 'truncate conversation', /permission denied/],
  ])('may not %s', async (_, statement, why) => {
    await expect(asApp(statement)).rejects.toThrow(why);
  });

  test('may read which migrations there are, and nothing more of them', async () => {
    const rights = await asAdmin(`
      select string_agg(privilege_type, ' ') as may from information_schema.role_table_grants
      where table_name = 'migration' and grantee = '${new URL(polder.appUrl).username}'`);
    expect(rights).toEqual([{ may: 'SELECT' }]);
  });
});

const children = `
  select c.relname as child, p.relname as parent, has_table_privilege('%s', c.oid, 'select,insert,update,delete') as may,
    pg_get_partkeydef(p.oid) as key
  from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`;

describe('the tables that are divided by month', () => {
  const listChildren = () => asAdmin(children.replace('%s', new URL(polder.appUrl).username));

  test('give no rights on their children, which have no policies of their own', async () => {
    const found = await listChildren();
    expect(found.length).toBeGreaterThan(30);
    expect(found.filter(({ may }) => may)).toEqual([]);
    const parents = new Set(found.map(({ parent }) => parent));
    expect([...parents].toSorted()).toEqual(['event', 'label', 'message', 'response_interval']);
    await expect(asApp(`select * from ${found.at(-1)?.child}`)).rejects.toThrow(/permission denied/);
    const write = `insert into message_2026_11 (text) values ('past the policy')`;
    await expect(asApp(write)).rejects.toThrow(/permission denied/);
  });

  test('are divided by when Polder got to know something', async () => {
    const keys = new Map((await listChildren()).map(({ parent, key }) => [parent, key]));
    expect(Object.fromEntries(keys)).toEqual({
      event: 'RANGE (at)',
      label: 'RANGE (received_at)',
      message: 'RANGE (received_at)',
      response_interval: 'RANGE (received_at)',
    });
  });

  test('get their next months from the weak login, by the clock, without rights on them either', async () => {
    const before = await listChildren();
    polder.turn.turnTo('2027-06-15T00:00:00Z');
    await makePartitions(polder.context);
    await makePartitions(polder.context);
    polder.turn.turnTo('2026-11-24T10:00:00Z');
    const after = await listChildren();
    expect(after.map(({ child }) => child)).toContain('message_2028_06');
    expect(after.filter(({ may }) => may)).toEqual([]);
    expect(after.length).toBeGreaterThan(before.length);
  });

  test('do not show their children in the generated types', () => {
    const types = readFileSync(new URL('generated/database.ts', import.meta.url), 'utf8');
    expect(types).toContain('response_interval: ResponseInterval;');
    expect(types).not.toMatch(/_20\d\d_/);
  });
});

test('a purpose ends with its transaction and does not stay on the pooled connection', async () => {
  const open = openDatabase(polder.appUrl, { size: 1 });
  const ctx = { ...polder.context, database: open.database };
  const said = sql<{ said: string }>`select current_setting('polder.purpose', true) as said`;
  const inside = await transact(
    ctx,
    'service',
    async (ctx) => (await said.execute(ctx.database)).rows[0]?.said,
  );
  expect(inside).toBe('service');
  expect((await said.execute(open.database)).rows[0]?.said ?? '').toBe('');
  await transact(ctx, 'listen', () => Promise.reject(new Error('broken off'))).catch(() => undefined);
  expect((await said.execute(open.database)).rows[0]?.said ?? '').toBe('');
  await open.close();
});

test('a purpose within a purpose gives way to the outer one, also when it was refused', async () => {
  const said = sql<{ said: string }>`select current_setting('polder.purpose', true) as said`;
  await transact(polder.context, 'listen', async (ctx) => {
    await transact(ctx, 'service', async (ctx) => {
      expect((await said.execute(ctx.database)).rows[0]?.said).toBe('service');
    });
    expect((await said.execute(ctx.database)).rows[0]?.said).toBe('listen');
    await transact(ctx, 'service', () => Promise.reject(new Error('refused'))).catch(() => undefined);
    expect((await said.execute(ctx.database)).rows[0]?.said).toBe('listen');
  });
});
