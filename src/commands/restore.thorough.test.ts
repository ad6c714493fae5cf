import {
  copyFileSync,
  cpSync,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDatabase, type TestDatabase, testDatabase, withAdmin } from '../../test/database.ts';
import { hirePeople } from '../../test/people.ts';
import { settled } from '../../test/settled.ts';
import { oneOfEach } from '../customers/fixtures/one-of-each.ts';
import { oneOfEachMail } from '../customers/fixtures/one-of-each-mail.ts';
import { readJourney } from '../journey/journey.ts';
import { wholeJson } from '../journey/presenting.ts';
import { migrationFolder } from '../opening.ts';
import { foreign, opening } from '../platform/backup/format.ts';
import { checkBackup, restoreBackup } from '../platform/backup/restoring.ts';
import { writeBackup } from '../platform/backup/writing.ts';
import { turnedClock } from '../platform/clock.ts';
import { type Context, makeContext } from '../platform/context.ts';
import { openDatabase } from '../platform/database.ts';
import { followAll } from '../platform/following.ts';
import { silentLog } from '../platform/log.ts';
import { migrate } from '../platform/migrating.ts';
import { isRefusal } from '../platform/refusal.ts';
import { openSigning } from '../platform/session.ts';
import { oneOfEachOther } from '../privacy/fixtures/one-of-each-other.ts';
import { nowReactions, reactions } from '../reactions.ts';
import { queues } from '../schedule.ts';
import { contentsOf, nextNumbers } from './fixtures/contents.ts';
import { fill, henk } from './fixtures/filled.ts';
import { founding, settle } from './restore.ts';

const now = '2026-11-24T10:00:00Z';
let place: string;
let file: string;
let source: TestDatabase;
let filled: Awaited<ReturnType<typeof fill>>;
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  place = mkdtempSync(path.join(tmpdir(), 'polder-restore-'));
  source = await testDatabase({ at: now });
  filled = await fill(source.context);
  await withAdmin(source.ownerUrl, async (owner) => {
    for (const statement of [...oneOfEach, ...oneOfEachMail, ...oneOfEachOther]) await owner.query(statement);
  });
  // as if it had run for years: transaction numbers that a new cluster reaches long after
  await withAdmin(source.ownerUrl, async (owner) => {
    const later = "set xid = (xid::text::bigint + 5000000000)::text::xid8 where xid > '0'";
    await owner.query(`update event ${later}; update event_cursor ${later}`);
  });
  file = path.join(place, 'one.polder');
  await backUp(source.ownerUrl, file);
});
afterAll(async () => {
  for (const close of closing.reverse()) await close();
  await source?.close();
  rmSync(place, { recursive: true, force: true });
});

function backUp(ownerUrl: string, to: string) {
  return writeBackup(ownerUrl, createWriteStream(to), { version: '0.1.0', uploads: ['up_1'] });
}

type Target = Awaited<ReturnType<typeof emptyDatabase>>;

async function target(): Promise<Target> {
  const made = await emptyDatabase();
  closing.push(made.close);
  return made;
}

async function restore(into: { ownerUrl: string; app: string }, from = file, folder = migrationFolder) {
  const options = { folder, app: into.app, queues, founding };
  return restoreBackup(into.ownerUrl, await checkBackup(from, options), options);
}

function contextOf(appUrl: string): Context {
  const open = openDatabase(appUrl, { size: 4 });
  closing.push(open.close);
  const actor = { kind: 'system', name: 'polder' } as const;
  return makeContext({ database: open.database, actor, clock: turnedClock(now), now: nowReactions });
}

async function tablesIn(ownerUrl: string): Promise<number> {
  const count =
    "select count(*)::int as n from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')";
  return (await withAdmin(ownerUrl, (owner) => owner.query(count))).rows[0].n;
}

async function stateOf(ctx: Context, messageId: string): Promise<string | undefined> {
  const found = await ctx.database
    .selectFrom('outbound')
    .select('state')
    .where('message_id', '=', messageId)
    .execute();
  return found[0]?.state;
}

describe('a restored Polder', () => {
  let restored: Target;
  let context: Context;

  beforeAll(async () => {
    restored = await target();
    expect(await restore(restored)).toEqual([]);
    context = contextOf(restored.appUrl);
  });

  test('holds every row of every table, and gives the same numbers next', async () => {
    const before = await contentsOf(source.ownerUrl);
    const filled = Object.keys(before).filter((name) => before[name]?.length !== 0);
    expect(filled.length).toBeGreaterThan(60);
    expect(await contentsOf(restored.ownerUrl)).toEqual(before);
    expect(await nextNumbers(restored.ownerUrl)).toEqual(await nextNumbers(source.ownerUrl));
  });

  test('shows the same journey', async () => {
    const whole = async (ctx: Context) => wholeJson(ctx, await readJourney(ctx));
    expect(await whole(context)).toEqual(await whole(source.context));
  });

  test('keeps persons behind their purpose, for the owner of the tables as well', async () => {
    expect(await context.database.selectFrom('person').selectAll().execute()).toEqual([]);
    const forced = 'select relname from pg_class where relforcerowsecurity order by 1';
    const there = await withAdmin(restored.ownerUrl, (owner) => owner.query(forced));
    expect(there.rows).toEqual((await withAdmin(source.ownerUrl, (owner) => owner.query(forced))).rows);
    expect(there.rows.length).toBeGreaterThan(5);
  });

  test('lets people in with the same password, under another secret', async () => {
    const signing = openSigning({
      databaseUrl: restored.appUrl,
      secret: 'x'.repeat(32),
      baseUrl: 'http://localhost',
    });
    const request = new Request('http://localhost/sign-in', { method: 'POST' });
    const signedIn = await signing.signIn(context, request, henk).finally(signing.close);
    expect(signedIn.headers.get('set-cookie')).toContain('polder.session_token=');
  });

  test('delivers what was not delivered yet, once, and what is answered afterwards', async () => {
    expect(await stateOf(context, filled.delivered)).toBe('not_sent');
    expect(await stateOf(context, filled.waiting)).toBe('queued');
    const verbs: string[] = [];
    const watching = reactions.map((reaction) => ({
      ...reaction,
      handle: async (ctx: Context, event: Parameters<typeof reaction.handle>[1]) => {
        if (reaction.name === 'deliver-answers') verbs.push(String(event.data.messageId));
        await reaction.handle(ctx, event);
      },
    }));
    await settled(context);
    await followAll(context, watching, silentLog);
    expect(verbs).toEqual([filled.waiting]);
    await settled(context);
    await followAll(context, watching, silentLog);
    expect(verbs).toEqual([filled.waiting]);
    expect(await stateOf(context, filled.waiting)).toBe('not_sent');
  });

  test('says of an import whose file stayed behind that it is gone', async () => {
    await settle(context);
    const found = await context.database.selectFrom('import').select(['state', 'path', 'error']).execute();
    expect(found).toEqual([{ state: 'failed', path: null, error: { code: 'not-found.file', details: {} } }]);
  });

  test('can be backed up and restored again', async () => {
    const again = path.join(place, 'again.polder');
    await backUp(restored.ownerUrl, again);
    const third = await target();
    await restore(third, again);
    expect(await contentsOf(third.ownerUrl)).toEqual(await contentsOf(restored.ownerUrl));
  });
});

describe('a newer version', () => {
  function newerFolder(sql: string): string {
    const folder = path.join(place, `migrations-${sql.length}`);
    cpSync(migrationFolder, folder, { recursive: true });
    writeFileSync(path.join(folder, '2027-03-01-0900-names.sql'), sql);
    return folder;
  }
  const moves = `alter table person add column called text;
    update person set called = upper(relation); alter table person drop column relation;`;

  test('takes an older backup and migrates it, its rows included', async () => {
    const into = await target();
    expect(await restore(into, file, newerFolder(moves))).toEqual(['2027-03-01-0900-names.sql']);
    const names = 'select called from person where called is not null order by 1';
    const there = await withAdmin(into.ownerUrl, (owner) => owner.query<{ called: string }>(names));
    const here = await withAdmin(source.ownerUrl, (owner) =>
      owner.query('select upper(relation) as called from person order by 1'),
    );
    expect(there.rows).toEqual(here.rows);
    expect(there.rows.length).toBeGreaterThan(20);
  });

  test('that cannot migrate leaves the whole backup, for the version that made it', async () => {
    const into = await target();
    const broken = newerFolder('update person set nothing = 1;');
    await expect(restore(into, file, broken)).rejects.toMatchObject({ code: 'migration.failed' });
    expect(await contentsOf(into.ownerUrl)).toEqual(await contentsOf(source.ownerUrl));
  });

  test('makes backups that an older one refuses', async () => {
    const older = path.join(place, 'older');
    mkdirSync(older);
    copyFileSync(
      path.join(migrationFolder, '2026-11-24-0900-platform.sql'),
      path.join(older, '2026-11-24-0900-platform.sql'),
    );
    await expect(checkBackup(file, { folder: older })).rejects.toMatchObject({
      code: 'invalid.backup-newer',
    });
  });

  test('that opened the database already cannot go back', async () => {
    const into = await target();
    await migrate(into.ownerUrl, { folder: newerFolder(moves), app: into.app });
    await expect(restore(into)).rejects.toMatchObject({ code: 'conflict.restore-ahead' });
  });
});

describe('an occupied place', () => {
  test('is refused and left as it was', async () => {
    const other = await testDatabase({ at: now });
    closing.push(other.close);
    await hirePeople(other.context);
    const before = await contentsOf(other.ownerUrl);
    const into = { ownerUrl: other.ownerUrl, app: decodeURIComponent(new URL(other.appUrl).username) };
    await expect(restore(into)).rejects.toMatchObject({ code: 'conflict.restore-not-empty' });
    expect(await contentsOf(other.ownerUrl)).toEqual(before);
  });

  test('is free when it was only opened once', async () => {
    const other = await testDatabase({ at: now });
    closing.push(other.close);
    await restore({ ownerUrl: other.ownerUrl, app: decodeURIComponent(new URL(other.appUrl).username) });
    expect(await contentsOf(other.ownerUrl)).toEqual(await contentsOf(source.ownerUrl));
  });
});

describe('a file that is not as it was written', () => {
  const check = (bytes: Buffer | string) => {
    const altered = path.join(place, 'altered.polder');
    writeFileSync(altered, bytes);
    return checkBackup(altered, { folder: migrationFolder });
  };

  test('is refused before anything is made', async () => {
    const into = await target();
    const packed = readFileSync(file);
    for (const kept of [0, 1, 20, 5000, packed.length - 1]) {
      writeFileSync(path.join(place, 'cut.polder'), packed.subarray(0, kept));
      const refused = restore(into, path.join(place, 'cut.polder'));
      await expect(refused).rejects.toMatchObject({
        code: expect.stringMatching(/^invalid\.backup-(damaged|foreign)$/),
      });
    }
    expect(await tablesIn(into.ownerUrl)).toBe(0);
  });

  test('is refused when it is something else', async () => {
    await expect(check('text,author\nHallo,Fatima\n')).rejects.toMatchObject({
      code: 'invalid.backup-foreign',
    });
    await expect(check(gzipSync('{"kind":"other"}\n'))).rejects.toMatchObject({
      code: 'invalid.backup-foreign',
    });
    await expect(check(gzipSync('{"kind":"polder-backup","format":2}\n'))).rejects.toMatchObject({
      code: 'invalid.backup-newer',
    });
    await expect(check(Buffer.concat([readFileSync(file), Buffer.from('more')]))).rejects.toMatchObject({
      code: 'invalid.backup-damaged',
    });
  });

  /** True when every changed file is refused. */
  async function refusesChanges(check: (bytes: Buffer) => Promise<unknown>): Promise<boolean> {
    const content = gunzipSync(readFileSync(file));
    const change = fc.record({
      at: fc.nat({ max: content.length - 1 }),
      put: fc.uint8Array({ maxLength: 3, size: 'max' }),
      instead: fc.nat({ max: 3 }),
    });
    const law = fc.asyncProperty(change, async ({ at, put, instead }) => {
      const altered = Buffer.concat([content.subarray(0, at), put, content.subarray(at + instead)]);
      if (altered.equals(content)) return true;
      const refusal = await check(gzipSync(altered, { level: 1 })).then(
        () => undefined,
        (error: unknown) => error,
      );
      return isRefusal(refusal);
    });
    return !(await fc.check(law, { numRuns: 80, endOnFailure: true })).failed;
  }

  test('is refused whichever byte was changed, taken away or put in', async () => {
    expect(await refusesChanges(check)).toBe(true);
  });

  const weak: Record<string, (content: string) => boolean> = {
    'unpacks well': () => true,
    'begins and ends well': (content) => content.startsWith(opening) && /"sha256":"\w{64}"}\n$/.test(content),
    'has as many lines': (content) =>
      content.split('\n').length === gunzipSync(readFileSync(file)).toString().split('\n').length,
  };

  test.for(Object.entries(weak))('would be taken by a check that it %s', async ([, holds]) => {
    const weakly = async (bytes: Buffer) => {
      if (!holds(gunzipSync(bytes).toString())) throw foreign();
    };
    expect(await refusesChanges(weakly)).toBe(false);
  });

  test('is noticed when it changes after it was looked through, and the place stays empty', async () => {
    const into = await target();
    const moving = path.join(place, 'moving.polder');
    copyFileSync(file, moving);
    const options = { folder: migrationFolder, app: into.app, queues, founding };
    const checked = await checkBackup(moving, options);
    const content = gunzipSync(readFileSync(file)).toString();
    writeFileSync(moving, gzipSync(content.replace('waterkracht', 'WATERKRACHT')));
    await expect(restoreBackup(into.ownerUrl, checked, options)).rejects.toMatchObject({
      code: 'invalid.backup-damaged',
    });
    writeFileSync(moving, gzipSync(content.slice(0, -3000)));
    await expect(restoreBackup(into.ownerUrl, checked, options)).rejects.toMatchObject({
      code: 'invalid.backup-damaged',
    });
    const seeded = ['public.burst_watch', 'public.erasure_salt', 'public.roll_watch'];
    const filled = Object.entries(await contentsOf(into.ownerUrl)).filter(([, rows]) => rows.length > 0);
    expect(filled.map(([name]) => name).toSorted()).toEqual(seeded);
    await restore(into);
    expect(await contentsOf(into.ownerUrl)).toEqual(await contentsOf(source.ownerUrl));
  });
});
