import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDatabase, type TestDatabase, testDatabase, withAdmin } from '../../test/database.ts';
import { accountNamed } from '../listening/account.ts';
import { hear } from '../listening/hearing.ts';
import { migrationFolder } from '../opening.ts';
import { places } from '../places.ts';
import { checkBackup, restoreBackup } from '../platform/backup/restoring.ts';
import { writeBackup } from '../platform/backup/writing.ts';
import { type Context, transact } from '../platform/context.ts';
import { decide } from '../privacy/deciding.ts';
import { advanceErasures } from '../privacy/erasing/advancing.ts';
import { askErasure, confirmErasure } from '../privacy/erasing/asking.ts';
import { type JournalEntry, read } from '../privacy/journal/journal.ts';
import { queues } from '../schedule.ts';
import { bringUpToDate, founding } from './restore.ts';

let polder: TestDatabase;
let ctx: Context;
let folder: string;
let file: string;
const closing: (() => Promise<void>)[] = [];
const persons: Record<string, string> = {};

beforeAll(async () => {
  polder = await testDatabase();
  folder = mkdtempSync(path.join(tmpdir(), 'polder-restore-journal-'));
  ctx = { ...polder.context, dataFolder: folder };
  for (const name of ['fatima', 'henk', 'lotte']) persons[name] = await meet(name);
  await say('henk', { purpose: 'offers', act: 'give' });
  await say('lotte', { purpose: 'measure', act: 'give' });
  file = path.join(folder, 'before.polder');
  await writeBackup(polder.ownerUrl, createWriteStream(file), { version: '0.1.0', uploads: [] });
  await say('henk', { purpose: 'offers', act: 'withdraw' });
  await say('lotte', { purpose: 'invite', act: 'give' });
  const { publicId } = await askErasure(ctx, { personIds: [persons.fatima ?? ''], strength: 4 });
  await advanceErasures(ctx, places);
  await confirmErasure(ctx, publicId, 0);
  await advanceErasures(ctx, places);
  persons.later = await meet('later');
  await say('later', { purpose: 'offers', act: 'give' });
}, 60_000);
afterAll(async () => {
  for (const close of closing) await close();
  await polder?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function meet(author: string): Promise<string> {
  await transact(ctx, 'listen', async (ctx) => {
    const account = await accountNamed(ctx, { channel: 'x', name: 'waterkracht', connector: 'file' });
    const said = {
      externalId: `${author}-1`,
      text: `Dag, ik ben ${author}`,
      author,
      authorName: null,
      sentAt: null,
    };
    const where = { replyTo: null, thread: null, automatic: false, departmentId: null, employeeId: null };
    await hear(ctx, { account, utterances: [{ ...said, ...where, direction: 'in' }] });
  });
  const found = await transact(ctx, 'service', (ctx) =>
    sql<{ id: string }>`select person_id as id from identity where external_id = ${author}`.execute(
      ctx.database,
    ),
  );
  return found.rows[0]?.id ?? '';
}

const say = (name: string, said: { purpose: 'offers' | 'measure' | 'invite'; act: 'give' | 'withdraw' }) =>
  transact(ctx, 'service', (ctx) => decide(ctx, persons[name] ?? '', { ...said, strength: 3 }));

/** Of the persons who are in both: who there is, what they decided, and what holds. */
function standing(ownerUrl: string): Promise<string[]> {
  return withAdmin(ownerUrl, async (owner) => {
    const found = await owner.query<{ row: string }>(`
      select 'person ' || handle as row from identity where handle <> 'later'
      union all select 'message ' || text from message where text <> '' and text not like '%later'
      union all select concat_ws(' ', 'decision', person_id, id, purpose, act) from decision where person_id < ${persons.later}
      union all select concat_ws(' ', 'holds', person_id, purpose, state) from permission where person_id < ${persons.later}
      order by 1`);
    return found.rows.map(({ row }) => row);
  });
}

async function restored(journal: readonly JournalEntry[] | null): Promise<string> {
  const into = await emptyDatabase();
  closing.push(into.close);
  const options = { folder: migrationFolder, app: into.app, queues, founding };
  await restoreBackup(into.ownerUrl, await checkBackup(file, options), options);
  await bringUpToDate(into.ownerUrl, journal);
  return into.ownerUrl;
}

describe('a backup from before an erasure, put back', () => {
  test('with its journal is as if nothing had been lost: who was erased stays gone, what was withdrawn too', async () => {
    const { entries } = await read(folder);
    const url = await restored(entries);
    const after = await standing(url);
    expect(after).toEqual(await standing(polder.ownerUrl));
    expect(after.join('\n')).not.toContain('fatima');
    expect(after).toContain(`holds ${persons.henk} offers 2`);
    await bringUpToDate(url, entries);
    expect(await standing(url)).toEqual(after);
  });

  test('gives nobody new a number of which the journal knows a decision', async () => {
    const url = await restored((await read(folder)).entries);
    const next = await withAdmin(url, (owner) => owner.query("select nextval('person_id_seq') as next"));
    expect(Number(next.rows[0].next)).toBeGreaterThan(Number(persons.later));
  });

  test('without its journal asks for every consent anew', async () => {
    const after = await standing(await restored(null));
    expect(after.some((row) => /^holds \d+ (offers|measure) 5$/.test(row))).toBe(false);
    expect(after.join('\n')).toContain('fatima');
  });

  const broken: Record<string, (entries: readonly JournalEntry[]) => readonly JournalEntry[]> = {
    'tombstones are passed over': (entries) => entries.filter(({ kind }) => kind !== 'tombstone'),
    'decisions are passed over': (entries) => entries.filter(({ kind }) => kind !== 'decision'),
    'a tombstone is not looked at closely': (entries) =>
      entries.map((entry) =>
        entry.kind === 'tombstone' ? { ...entry, row: { ...entry.row, salt: 'other' } } : entry,
      ),
    'nothing is replayed': () => [],
  };

  test.for(Object.entries(broken))('the law notices when %s', async ([, break_]) => {
    const { entries } = await read(folder);
    expect(await standing(await restored(break_(entries)))).not.toEqual(await standing(polder.ownerUrl));
  });
});
