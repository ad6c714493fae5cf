import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cluster, openCluster } from './cluster.ts';
import { appFlaws, findFlaws, type Login, requireFit, serverFlaws } from './logins.ts';
import { databaseStatements, roleStatements } from './roles.ts';

let place: string;
let cluster: Cluster;

beforeAll(async () => {
  place = mkdtempSync(path.join(tmpdir(), 'polder-logins-'));
  cluster = await openCluster(place, { settings: { fsync: 'off', shared_buffers: '16MB' } });
});
afterAll(async () => {
  await cluster?.stop();
  rmSync(place, { recursive: true, force: true });
});

const sentences = async (appUrl: string, ownerUrl: string) =>
  (await findFlaws({ appUrl, ownerUrl })).map((flaw) => flaw.sentence).join('\n');

function changed(url: string, change: (url: URL) => void): string {
  const copy = new URL(url);
  change(copy);
  return copy.href;
}

test('the logins of the embedded database are fit', async () => {
  expect(await findFlaws(cluster)).toEqual([]);
  expect((await requireFit(cluster)).name).toBe('polder_app');
});

test('a superuser is refused as the serving login', async () => {
  const admin = changed(cluster.adminUrl, (url) => {
    url.pathname = 'polder';
  });
  expect(await sentences(admin, cluster.ownerUrl)).toContain(
    'signs in as "polder_admin", which is a superuser',
  );
  const refused = requireFit({ appUrl: admin, ownerUrl: cluster.ownerUrl });
  await expect(refused).rejects.toMatchObject({ code: 'config.database-unfit' });
});

test('the owner is refused as the serving login', async () => {
  expect(await sentences(cluster.ownerUrl, cluster.ownerUrl)).toContain('which owns the database');
});

test('a login that cannot make tables is refused as the owner', async () => {
  expect(await sentences(cluster.appUrl, cluster.appUrl)).toContain('which may not make tables in "polder"');
});

test('two different databases are refused', async () => {
  expect(await sentences(cluster.appUrl, cluster.adminUrl)).toContain('open different databases');
});

test('what cannot be reached is named without its password', async () => {
  const wrong = changed(cluster.appUrl, (url) => {
    url.password = 'hidden-word';
  });
  const closed = changed(cluster.appUrl, (url) => {
    url.search = '';
    url.port = '1';
  });
  const said = [await sentences(wrong, cluster.ownerUrl), await sentences(closed, cluster.ownerUrl)].join(
    '\n',
  );
  expect(said).toContain('does not take the password of login "polder_app"');
  expect(said).toContain('no PostgreSQL answers at 127.0.0.1:1 (ECONNREFUSED)');
  expect(said).not.toContain('hidden-word');
});

test('the SQL that is given to others makes fit logins', async () => {
  const names = { database: 'of_others', owner: 'others_owner', app: 'others_app' };
  const admin = new Client({ connectionString: cluster.adminUrl });
  await admin.connect();
  for (const statement of roleStatements(names, { owner: "o'ne", app: 'two' })) await admin.query(statement);
  await admin.end();
  const inside = changed(cluster.adminUrl, (url) => {
    url.pathname = names.database;
  });
  const client = new Client({ connectionString: inside });
  await client.connect();
  for (const statement of databaseStatements()) await client.query(statement);
  await client.end();
  const url = (login: string) => `postgres://${login}@127.0.0.1:${cluster.port}/${names.database}`;
  await requireFit({ appUrl: url('others_app:two'), ownerUrl: url("others_owner:o'ne") });
});

const weak: Login = {
  name: 'polder_app',
  database: 'polder',
  version: 150_018,
  encoding: 'UTF8',
  server: '2026-11-24 09:00:00+00',
  superuser: false,
  bypasses: false,
  makesRoles: false,
  owns: false,
  makesSchemas: false,
  makesTables: false,
  missing: [],
};

test.each([
  ['BYPASSRLS', { bypasses: true }],
  ['CREATEROLE', { makesRoles: true }],
  ['may make tables', { makesTables: true }],
])('a login with %s is refused', (word, right) => {
  expect(appFlaws(weak)).toEqual([]);
  expect(appFlaws({ ...weak, ...right })[0]?.sentence).toContain(word);
});

test.each([
  ['PostgreSQL 14 is too old', { version: 140_012 }],
  ['stores text as LATIN1', { encoding: 'LATIN1' }],
  ['lacks the extensions pg_trgm', { missing: ['pg_trgm'] }],
])('a server is refused: %s', (sentence, fact) => {
  expect(serverFlaws(weak)).toEqual([]);
  expect(serverFlaws({ ...weak, ...fact })[0]?.sentence).toContain(sentence);
});
