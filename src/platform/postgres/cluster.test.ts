import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasEnded } from '../living-process.ts';
import { type Cluster, openCluster } from './cluster.ts';

const quick = { settings: { fsync: 'off', shared_buffers: '16MB' } };
let place: string;
let cluster: Cluster;

beforeAll(async () => {
  place = mkdtempSync(path.join(tmpdir(), 'polder-cluster-'));
  // what a first start that was killed during initdb leaves behind
  mkdirSync(path.join(place, 'postgres.draft-1234'));
  writeFileSync(path.join(place, 'postgres.draft-1234', 'PG_VERSION'), '18');
  cluster = await openCluster(place, quick);
});
afterAll(async () => {
  await cluster?.stop();
  rmSync(place, { recursive: true, force: true });
});

describe('the first start', () => {
  test('makes a database that only its logins can open, and throws half-made ones away', () => {
    expect(cluster).toMatchObject({ started: true, adopted: false });
    expect(readdirSync(place).filter((entry) => entry.includes('draft'))).toEqual([]);
    expect(statSync(path.join(place, 'postgres')).mode & 0o777).toBe(0o700);
  });

  test('listens on loopback only and stores text as UTF-8', async () => {
    const rows = await query(
      cluster.appUrl,
      "SELECT current_setting('listen_addresses') AS at, lower('ÉÈ') AS low",
    );
    expect(rows).toEqual([{ at: '127.0.0.1', low: 'éè' }]);
    const database = await query(cluster.appUrl, 'SHOW server_encoding');
    expect(database).toEqual([{ server_encoding: 'UTF8' }]);
  });

  test('has the extensions that searching needs', async () => {
    const rows = await query(
      cluster.ownerUrl,
      "SELECT extname FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY 1",
    );
    expect(rows.map((row) => row.extname)).toEqual(['btree_gin', 'pg_trgm', 'unaccent']);
  });
});

describe('the weak login', () => {
  test('has none of the rights that pass over row-level security', async () => {
    const rows = await query(
      cluster.appUrl,
      `SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication,
              (SELECT count(*)::int FROM pg_auth_members m WHERE m.member = r.oid) AS memberships
         FROM pg_roles r WHERE rolname = current_user`,
    );
    const none = { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false };
    expect(rows).toEqual([{ ...none, rolreplication: false, memberships: 0 }]);
  });

  test.each([
    ['make a table', 'CREATE TABLE of_mine (id int)'],
    ['make a schema', 'CREATE SCHEMA of_mine'],
    ['make a temporary table', 'CREATE TEMP TABLE of_mine (id int)'],
    ['make a database', 'CREATE DATABASE of_mine'],
    ['become the owner', 'SET ROLE polder_owner'],
    ['read passwords', 'SELECT rolpassword FROM pg_authid'],
    ['read a file of the machine', "SELECT pg_read_file('/etc/passwd')"],
  ])('may not %s', async (_, sql) => {
    await expect(query(cluster.appUrl, sql)).rejects.toThrow(/permission denied/);
  });

  test('may not open the administrator’s database', async () => {
    const url = new URL(cluster.appUrl);
    url.pathname = '/postgres';
    await expect(query(url.href, 'SELECT 1')).rejects.toThrow(/permission denied/);
  });

  test('is not let in with a wrong password', async () => {
    const url = new URL(cluster.appUrl);
    url.password = 'wrong';
    await expect(query(url.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  });
});

describe('a later start', () => {
  test('adopts the server that still runs', async () => {
    const again = await openCluster(place, quick);
    expect(again).toMatchObject({ pid: cluster.pid, adopted: true, started: false });
  });

  test('recovers what was committed after the server was killed, also twice at once', async () => {
    await query(cluster.ownerUrl, 'CREATE TABLE kept (word text)');
    await query(cluster.ownerUrl, "INSERT INTO kept VALUES ('committed')");
    process.kill(cluster.pid, 'SIGKILL');
    await hasEnded(cluster.pid, 5_000);
    const [one, other] = await Promise.all([openCluster(place, quick), openCluster(place, quick)]);
    expect(one.pid).toBe(other.pid);
    expect([one.started, other.started].filter(Boolean)).toHaveLength(1);
    cluster = one;
    expect(await query(cluster.ownerUrl, 'SELECT word FROM kept')).toEqual([{ word: 'committed' }]);
  });

  test('finishes roles and grants that an earlier one did not come to', async () => {
    rmSync(path.join(place, 'postgres', 'polder-prepared'));
    await query(cluster.adminUrl, 'REVOKE ALL ON DATABASE polder FROM polder_app');
    await query(cluster.adminUrl, 'DROP ROLE polder_app');
    cluster = await openCluster(place, quick);
    expect(await query(cluster.appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('is not fooled by a left-over process id that somebody else has now', async () => {
    await cluster.stop();
    const lines = [process.pid, path.join(place, 'postgres'), 1, 5432, '', '127.0.0.1', '', 'ready', ''];
    writeFileSync(path.join(place, 'postgres', 'postmaster.pid'), lines.join('\n'));
    cluster = await openCluster(place, quick);
    expect(cluster.started).toBe(true);
  });

  test('refuses secrets that belong to another database, without harming it', async () => {
    const secrets = path.join(place, 'secrets.json');
    const own = readFileSync(secrets);
    rmSync(secrets);
    await expect(openCluster(place, quick)).rejects.toMatchObject({ code: 'invalid.database-password' });
    writeFileSync(secrets, own);
    expect((await openCluster(place, quick)).pid).toBe(cluster.pid);
  });
});

describe('stopping', () => {
  test('ends the server also while somebody is connected', async () => {
    const client = new Client({ connectionString: cluster.appUrl });
    client.on('error', () => {});
    await client.connect();
    await cluster.stop();
    expect(existsSync(path.join(place, 'postgres', 'postmaster.pid'))).toBe(false);
    await cluster.stop();
  });
});

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
