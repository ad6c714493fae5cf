import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyDatabase, type TestDatabase, testDatabase, withAdmin } from '../../test/database.ts';
import { importFile } from '../importing.ts';
import { migrationFolder } from '../opening.ts';
import { checkBackup, restoreBackup } from '../platform/backup/restoring.ts';
import { writeBackup } from '../platform/backup/writing.ts';
import { migrate } from '../platform/migrating.ts';
import { findSystemBinaries } from '../platform/postgres/binaries.ts';
import { type Cluster, openCluster } from '../platform/postgres/cluster.ts';
import { queues } from '../schedule.ts';
import { run as backup } from './backup.ts';
import { contentsOf } from './fixtures/contents.ts';
import { fill, threads } from './fixtures/filled.ts';
import { run as importing } from './import.ts';
import { run as journey } from './journey.ts';
import { founding, run as restore } from './restore.ts';

let place: string;
beforeAll(() => {
  place = mkdtempSync(path.join(tmpdir(), 'polder-backup-'));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

const options = { version: '0.1.0', uploads: [] };
const save = (ownerUrl: string, file: string) =>
  writeBackup(ownerUrl, createWriteStream(file, { flush: true }), options);

async function putBack(into: { ownerUrl: string; app: string }, file: string): Promise<void> {
  const how = { folder: migrationFolder, app: into.app, queues, founding };
  await restoreBackup(into.ownerUrl, await checkBackup(file, how), how);
}

describe('a backup of a database that is at work', () => {
  let source: TestDatabase;
  beforeAll(async () => {
    source = await testDatabase();
  });
  afterAll(() => source?.close());

  /** Rows that speak of a row that is not there. Each would be a torn picture. */
  const torn = `
    select 'item without message' as what from conversation_item i
      where not exists (select from message m where m.id = i.message_id and m.received_at = i.received_at)
    union all select 'key without message' from message_key k
      where not exists (select from message m where m.id = k.message_id)
    union all select 'message without key' from message m
      where not exists (select from message_key k where k.message_id = m.id)
    union all select 'message in no conversation and not waiting for one' from message m
      where not exists (select from conversation_item i where i.message_id = m.id)
        and not exists (select from message_unplaced u where u.message_id = m.id)
    union all select 'head without conversation' from conversation_open o
      where not exists (select from conversation c where c.id = o.conversation_id and c.state <> 'done')
    union all select 'event about nothing' from event e
      where subject_kind = 'conversation' and not exists (select from conversation c where c.id = e.subject_id)`;

  test('holds one moment, whole', async () => {
    let working = true;
    const writer = async (name: string) => {
      for (let turn = 1; working; turn += 1)
        await importFile(source.context, threads, { channel: 'x', account: `${name}-${turn}` });
    };
    const writers = [writer('els'), writer('joost')];
    const files = [0, 1].map((n) => path.join(place, `busy-${n}.polder`));
    const rows: number[] = [];
    for (const file of files) {
      await new Promise((resolve) => setTimeout(resolve, 400));
      rows.push((await save(source.ownerUrl, file)).rows);
    }
    working = false;
    await Promise.all(writers);
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
    for (const file of files) {
      const into = await emptyDatabase();
      await putBack(into, file);
      const found = await withAdmin(into.ownerUrl, (owner) => owner.query(torn));
      expect(found.rows).toEqual([]);
      await into.close();
    }
  }, 120_000);

  test('makes nobody wait, and holds no event back', async () => {
    const gate = Promise.withResolvers<void>();
    const out = new Writable({
      write: (_, __, done) => done(),
      final: (done) => void gate.promise.then(() => done()),
    });
    const saving = writeBackup(source.ownerUrl, out, options);
    const own =
      "select from pg_stat_activity where application_name = 'polder-backup' and datname = current_database()";
    const begun = `${own} and state = 'idle in transaction'`;
    await vi.waitUntil(
      async () => (await withAdmin(source.ownerUrl, (owner) => owner.query(begun))).rowCount === 1,
      { timeout: 30_000 },
    );
    await importFile(source.context, threads, { channel: 'x', account: 'meanwhile' });
    const unsettled = 'select from event where xid >= pg_snapshot_xmin(pg_current_snapshot())';
    // Other tests use the same server; what they hold back passes, what a backup would hold back does not.
    await vi.waitUntil(
      async () => (await withAdmin(source.ownerUrl, (owner) => owner.query(unsettled))).rowCount === 0,
      { timeout: 60_000, interval: 50 },
    );
    const stillOpen = `${own} and xact_start is not null`;
    expect((await withAdmin(source.ownerUrl, (owner) => owner.query(stillOpen))).rowCount).toBe(1);
    gate.resolve();
    await saving;
  }, 120_000);

  test('leaves out who is signed in and one-time links, and says so', async () => {
    await withAdmin(source.ownerUrl, (owner) =>
      owner.query(`
        insert into auth."user" (id, name, email) values ('u1', 'Els', 'els@waterkracht.example');
        insert into auth."session" (id, "expiresAt", token, "userId") values ('s1', now(), 'token-of-els', 'u1');
        insert into auth."verification" (id, identifier, value, "expiresAt") values ('v1', 'els', 'link-of-els', now())`),
    );
    const file = path.join(place, 'secrets.polder');
    await save(source.ownerUrl, file);
    const content = await text(createReadStream(file).pipe(createGunzip()));
    expect(content).toContain('els@waterkracht.example');
    expect(content).not.toMatch(/token-of-els|link-of-els/);
    const { header } = await checkBackup(file, { folder: migrationFolder });
    const tables = [
      'public.migration',
      'auth.session',
      'auth.verification',
      'public.person_session',
      'pgboss.*',
    ];
    expect(header.leftOut.tables).toEqual(tables);
    const named = [...header.tables.map(({ name }) => name), ...tables].filter((name) => name !== 'pgboss.*');
    const all = await withAdmin(source.ownerUrl, (owner) =>
      owner.query<{ name: string }>(`
        select schemaname || '.' || tablename as name from pg_tables
        where schemaname not in ('pgboss', 'pg_catalog', 'information_schema') and not (select relispartition from pg_class where oid = (quote_ident(schemaname) || '.' || quote_ident(tablename))::regclass)`),
    );
    expect(named.toSorted()).toEqual(all.rows.map(({ name }) => name).toSorted());
  });

  test('is refused when the owner would not see every row', async () => {
    const other = await testDatabase();
    await withAdmin(other.ownerUrl, (owner) => owner.query('drop policy owner_reads_all on person'));
    await expect(save(other.ownerUrl, path.join(place, 'blind.polder'))).rejects.toThrow('public.person');
    await other.close();
  });

  test('of a database that Polder never used is refused', async () => {
    const empty = await emptyDatabase();
    const saved = save(empty.ownerUrl, path.join(place, 'nothing.polder'));
    await expect(saved).rejects.toMatchObject({ code: 'not-found.tables' });
    await empty.close();
  });
});

const older = findSystemBinaries().find(({ major }) => major < 18);

describe.skipIf(!older)(`between PostgreSQL ${older?.major} and a newer one`, () => {
  let cluster: Cluster;
  beforeAll(async () => {
    const settings = { fsync: 'off', shared_buffers: '32MB' };
    if (older) cluster = await openCluster(path.join(place, 'older'), { binaries: older, settings });
  });
  afterAll(() => cluster?.stop());

  test('a backup goes there and back', async () => {
    const newer = await testDatabase();
    await fill(newer.context);
    const there = path.join(place, 'there.polder');
    const back = path.join(place, 'back.polder');
    await save(newer.ownerUrl, there);
    await putBack({ ownerUrl: cluster.ownerUrl, app: 'polder_app' }, there);
    const contents = await contentsOf(newer.ownerUrl);
    expect(await contentsOf(cluster.ownerUrl)).toEqual(contents);
    await save(cluster.ownerUrl, back);
    const again = await emptyDatabase();
    await putBack(again, back);
    expect(await contentsOf(again.ownerUrl)).toEqual(contents);
    await Promise.all([newer.close(), again.close()]);
  }, 120_000);
});

test('months are the same in databases of any time zone', async () => {
  const far = await emptyDatabase();
  const name = new URL(far.ownerUrl).pathname.slice(1);
  await withAdmin(far.ownerUrl, (owner) =>
    owner.query(`alter database ${name} set timezone = 'Asia/Kathmandu'`),
  );
  await migrate(far.ownerUrl, { folder: migrationFolder, app: far.app, queues });
  const old = ['2019-03-31T20:00:00Z', '2027-10-31T20:00:00Z'];
  await withAdmin(far.ownerUrl, async (owner) => {
    await owner.query("select make_partitions('2019-03-01', 1), make_partitions('2027-10-01', 1)");
    const insert = `insert into event (at, xid, verb, actor_kind, subject_kind) values ($1, '3', 'tide.turned', 'system', 'tide')`;
    for (const at of old) await owner.query(insert, [at]);
  });
  const file = path.join(place, 'far.polder');
  await save(far.ownerUrl, file);
  const home = await emptyDatabase();
  const homeName = new URL(home.ownerUrl).pathname.slice(1);
  await withAdmin(home.ownerUrl, (owner) =>
    owner.query(`alter database ${homeName} set timezone = 'America/St_Johns'`),
  );
  await putBack(home, file);
  expect(await contentsOf(home.ownerUrl)).toEqual(await contentsOf(far.ownerUrl));
  await Promise.all([far.close(), home.close()]);
}, 120_000);

describe('on the command line', () => {
  const results: string[] = [];
  const said: string[] = [];
  beforeEach(() => {
    vi.stubEnv('DATABASE_URL', undefined);
    vi.stubEnv('DATABASE_OWNER_URL', undefined);
    vi.spyOn(process.stdout, 'write').mockImplementation((line) => results.push(String(line)) > 0);
    vi.spyOn(process.stderr, 'write').mockImplementation((line) => said.push(String(line)) > 0);
    results.length = 0;
    said.length = 0;
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  test('one folder is saved and put back in another, with the same journey', async () => {
    const [from, to, file] = ['from', 'to', 'nightly.polder'].map((name) => path.join(place, name)) as [
      string,
      string,
      string,
    ];
    await importing([threads, '--json', '--data', from]);
    mkdirSync(path.join(from, 'uploads'));
    writeFileSync(path.join(from, 'uploads', 'up_1'), 'text\nHallo\n');
    expect(await backup([file, '--json', '--data', from])).toBe(0);
    expect(JSON.parse(results.at(-1) ?? '')).toMatchObject({
      file,
      tables: expect.any(Number),
      rows: expect.any(Number),
    });
    expect(said.join('')).toContain('1 uploaded files that wait to be imported');
    await expect(backup([file, '--data', from])).rejects.toMatchObject({ code: 'conflict.file-exists' });
    // Nobody decided anything there, so there is no journal.
    expect(await restore([file, '--json', '--data', to, '--without-journal'])).toBe(0);
    expect(JSON.parse(results.at(-1) ?? '')).toMatchObject({ file, migrated: [], rows: expect.any(Number) });
    await journey(['--json', '--data', from]);
    await journey(['--json', '--data', to]);
    expect(results.at(-1)).toBe(results.at(-2));
    await expect(restore([file, '--data', to, '--without-journal'])).rejects.toMatchObject({
      code: 'conflict.restore-not-empty',
    });
  }, 120_000);

  test('a folder that is none of Polder’s is not made into one', async () => {
    const nowhere = path.join(place, 'nowhere');
    await expect(backup([path.join(place, 'x'), '--data', nowhere])).rejects.toMatchObject({
      code: 'not-found.data-folder',
    });
    await expect(restore([path.join(place, 'no-such-file'), '--data', nowhere])).rejects.toMatchObject({
      code: 'not-found.file',
    });
    expect(existsSync(nowhere)).toBe(false);
  });
});
