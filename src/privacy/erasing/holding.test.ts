import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { accountNamed } from '../../listening/account.ts';
import { hear } from '../../listening/hearing.ts';
import { places } from '../../places.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { Place } from '../../platform/personal-place.ts';
import { endHold, holdBack } from '../holding/holding.ts';
import { advanceErasures } from './advancing.ts';
import { askErasure, confirmErasure } from './asking.ts';
import { getErasure } from './erasure.ts';

let polder: TestDatabase;
let people: People;
let ctx: Context;
let folder: string;

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
  folder = mkdtempSync(path.join(tmpdir(), 'polder-holding-'));
  ctx = { ...polder.context, dataFolder: folder };
});
afterAll(async () => {
  await polder?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function wrote(author: string): Promise<string> {
  await transact(ctx, 'listen', async (ctx) => {
    const account = await accountNamed(ctx, { channel: 'x', name: 'waterkracht', connector: 'file' });
    const said = { externalId: author, text: `Dag van ${author}`, author, authorName: null, sentAt: null };
    const where = { replyTo: null, thread: null, automatic: false, departmentId: null, employeeId: null };
    await hear(ctx, { account, utterances: [{ ...said, ...where, direction: 'in' }] });
  });
  return transact(ctx, 'service', async (ctx) => {
    const found = await sql<{ id: string }>`
      select person_id as id from identity where external_id = ${author}`.execute(ctx.database);
    return found.rows[0]?.id ?? '';
  });
}

const hold = (personId: string) =>
  holdBack(people.ravi.context, personId, { reason: 'claim bij de rechter', reviewOn: '2027-01-01' });
const release = (id: string) => endHold(people.ravi.context, id, 'de zaak is gesloten');
const look = (publicId: string) => transact(ctx, 'legal', (ctx) => getErasure(ctx, publicId));

async function asked(personId: string): Promise<string> {
  const { publicId } = await askErasure(ctx, { personIds: [personId], strength: 4 });
  await advanceErasures(ctx, places);
  await confirmErasure(ctx, publicId, 0);
  return publicId;
}

async function wordsOf(personId: string): Promise<number> {
  const found = await transact(ctx, 'legal', (ctx) =>
    sql<{ n: string }>`select count(*) as n from message where person_id = ${personId}`.execute(ctx.database),
  );
  return Number(found.rows[0]?.n);
}

describe('a legal hold', () => {
  test('keeps the erasure of one person and of nobody else; the second hold keeps it when the first ended', async () => {
    const [henk, fatima] = [await wrote('henk'), await wrote('fatima')];
    const holds = [await hold(henk), await hold(henk)];
    const [held, free] = [await asked(henk), await asked(fatima)];
    await advanceErasures(ctx, places);
    expect(await look(held)).toMatchObject({ state: 'cooling', heldAt: expect.any(Date) });
    expect((await look(free)).state).toBe('certified');
    await release(holds[0] ?? '');
    await advanceErasures(ctx, places);
    expect((await look(held)).state).toBe('cooling');
    await release(holds[1] ?? '');
    await advanceErasures(ctx, places);
    expect(await look(held)).toMatchObject({ state: 'certified', heldAt: null });
  });

  test.each(['personal_export', 'message', 'legal_hold', 'identity'])(
    'made while %s is erased stops the erasure at the next place, and it goes on when the hold ends',
    async (name) => {
      const joost = await wrote(`joost-bij-${name}`);
      const erasure = await asked(joost);
      let holdId = '';
      const touched: string[] = [];
      const watched = places.map(
        (place): Place => ({
          ...place,
          erase: async (ctx, personId) => {
            touched.push(place.name);
            // On a connection of its own, as a colleague at the counter.
            if (place.name === name) holdId = await hold(joost);
            return place.erase(ctx, personId);
          },
        }),
      );
      await advanceErasures(ctx, watched);
      expect(touched.at(-1)).toBe(name);
      expect(await look(erasure)).toMatchObject({ state: 'running', heldAt: expect.any(Date) });
      const before = touched.length;
      const other = await asked(await wrote(`fatima-bij-${name}`));
      await advanceErasures(ctx, places);
      expect((await look(other)).state).toBe('certified');
      expect(touched).toHaveLength(before);
      if (name === 'personal_export') expect(await wordsOf(joost)).toBe(1);
      await release(holdId);
      await advanceErasures(ctx, places);
      const done = await look(erasure);
      expect(done).toMatchObject({ state: 'certified', heldAt: null });
      const words = done.certificate?.places.find(({ place }) => place === 'message');
      expect(words).toMatchObject({ erased: 1, left: 0 });
    },
  );
});
