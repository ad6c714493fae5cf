import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople } from '../../../test/people.ts';
import { type Context, transact } from '../../platform/context.ts';
import { decide, permissionsOf } from '../deciding.ts';
import { joinPermissions } from '../joining/joining.ts';
import { recordUse } from '../ledger.ts';
import { setMinor } from '../minority.ts';
import { beginDraft, changeDraft } from '../offer/drafting.ts';
import { confirmOffer, proposeOffer } from '../offer/publishing.ts';
import { setTerm, termsOf } from '../terms/terming.ts';
import { append, journalFolder, read } from './journal.ts';
import { replay } from './replaying.ts';

let before: TestDatabase;
let after: TestDatabase;
let dataFolder: string;
let ctx: Context;
const item = { ref: 'verhaal', version: '1' };

/** `before` lives on and keeps a journal; `after` is a backup of its first hour. */
beforeAll(async () => {
  [before, after] = [await testDatabase(), await testDatabase()];
  dataFolder = await mkdtemp(path.join(tmpdir(), 'polder-journal-'));
  ctx = { ...before.context, dataFolder };
  const { els, joost } = await hirePeople(before.context);
  await hirePeople(after.context);
  const say = (id: string, decision: Parameters<typeof decide>[2]) =>
    transact(ctx, 'service', (ctx) => decide(ctx, id, decision));
  await say('1', { purpose: 'offers', act: 'give', strength: 3 });
  await say('2', { purpose: 'train', act: 'object', strength: 0, evidence: 'aan de telefoon' });
  await say('3', { purpose: 'story', act: 'give', strength: 2, item });
  await transact(ctx, 'story', (ctx) => recordUse(ctx, '3', { activity: 'story.published', item }));
  await transact(ctx, 'service', (ctx) => joinPermissions(ctx, '4', '2'));
  await transact(ctx, 'service', (ctx) => setMinor(ctx, '5', { strength: 0, evidence: 'brugklas' }));
  await transact(ctx, 'service', (ctx) => setTerm(ctx, '1', { key: 'no_phone', value: true, strength: 1 }));
  const drafts = { ...els.context, dataFolder };
  const { publicId, body } = await beginDraft(drafts);
  const purposes = body.purposes.map((one) =>
    one.key === 'measure' ? { ...one, recipients: ['Bureau'] } : one,
  );
  await changeDraft(drafts, publicId, { ...body, purposes });
  await proposeOffer(drafts, publicId, { material: ['measure', 'offers'], note: null });
  await confirmOffer({ ...joost.context, dataFolder }, publicId);
  await say('6', { purpose: 'offers', act: 'give', strength: 3 });
});
afterAll(async () => {
  await before?.close();
  await after?.close();
  await rm(dataFolder, { recursive: true, force: true });
});

const picture = (context: Context) =>
  transact(context, 'legal', async (ctx) => ({
    permissions: await Promise.all(
      ['1', '2', '3', '4', '5', '6'].map(async (id) => [...(await permissionsOf(ctx, id))]),
    ),
    terms: await termsOf(ctx, '1'),
    decisions: (
      await sql`select id, person_id, purpose, act, evidence from decision order by id`.execute(ctx.database)
    ).rows,
    offers: (
      await sql`select version, text_hash, mark, material from contract order by version`.execute(
        ctx.database,
      )
    ).rows,
    used: (await sql`select decision_id from item_use`.execute(ctx.database)).rows,
  }));

test('a decision that is rolled back is not in the journal, and one without a data folder needs none', async () => {
  const count = (await read(dataFolder)).entries.length;
  await expect(
    transact(ctx, 'service', async (ctx) => {
      await decide(ctx, '7', { purpose: 'train', act: 'object', strength: 0 });
      throw new Error('turned back');
    }),
  ).rejects.toThrow('turned back');
  await transact(before.context, 'service', (ctx) =>
    setTerm(ctx, '8', { key: 'no_phone', value: true, strength: 1 }),
  );
  expect((await read(dataFolder)).entries).toHaveLength(count);
});

test('nobody is told that it holds when the journal cannot take it', async () => {
  const broken = { ...ctx, dataFolder: '/dev/null/nowhere' };
  await expect(
    transact(broken, 'service', (ctx) => decide(ctx, '9', { purpose: 'train', act: 'object', strength: 0 })),
  ).rejects.toThrow();
});

test('a restored backup with the journal says what was said, and doing it twice is doing it once', async () => {
  const { entries, broken } = await read(dataFolder);
  expect(broken).toEqual([]);
  const first = await replay(after.context, entries);
  expect(first.conflicts).toEqual([]);
  expect(first.added).toMatchObject({ decision: 4, flag: 1, term: 1, offer: 1, item: 1, join: 1 });
  expect(first.highestPerson).toBe('6');
  const [old, restored] = [await picture(before.context), await picture(after.context)];
  const ofJournal = old.decisions.filter((row) => (row as { person_id: string }).person_id < '7');
  expect({ ...restored, decisions: ofJournal }).toEqual({ ...old, decisions: ofJournal });
  const second = await replay(after.context, entries);
  expect(second.added).toMatchObject({ decision: 0, flag: 0, term: 0, offer: 0, item: 0 });
  expect(second).toMatchObject({ conflicts: [], changed: 0 });
});

test('a yes that was used up before stays used up, and a new decision gets a new number', async () => {
  await expect(
    transact(after.context, 'story', (ctx) => recordUse(ctx, '3', { activity: 'story.published', item })),
  ).rejects.toThrow(/forbidden.purpose/);
  await transact(after.context, 'service', (ctx) =>
    decide(ctx, '6', { purpose: 'offers', act: 'object', strength: 0 }),
  );
  expect((await picture(after.context)).permissions[5]).toContainEqual(['offers', 'objected']);
});

describe('the file', () => {
  test('of another machine may lie beside it, and a torn last line is named and passed over', async () => {
    const [name = ''] = await readdir(journalFolder(dataFolder));
    const file = path.join(journalFolder(dataFolder), name);
    const count = (await read(dataFolder)).entries.length;
    await appendFile(file, '0123456789abcdef\t{"kind":"decision","id":"99"');
    await append(dataFolder, [{ kind: 'tombstone', id: 't1', row: {} }]);
    const found = await read(dataFolder);
    expect(found.entries).toHaveLength(count + 1);
    expect(found.broken).toHaveLength(1);
  });

  test('takes many writers at once, line by line', async () => {
    const entry = (n: number) => ({
      kind: 'tombstone' as const,
      id: `m${n}`,
      row: { long: 'x'.repeat(3000) },
    });
    await Promise.all(Array.from({ length: 40 }, (_, n) => append(dataFolder, [entry(n)])));
    const { entries, broken } = await read(dataFolder);
    expect(entries.filter(({ id }) => id.startsWith('m'))).toHaveLength(40);
    expect(broken).toHaveLength(1);
  });
});
