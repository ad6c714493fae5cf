import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase, withAdmin } from '../../../test/database.ts';
import { oneOfEach } from '../../customers/fixtures/one-of-each.ts';
import { accountNamed } from '../../listening/account.ts';
import { hear } from '../../listening/hearing.ts';
import { places } from '../../places.ts';
import { transact } from '../../platform/context.ts';
import { advanceErasures } from './advancing.ts';
import { askErasure, confirmErasure } from './asking.ts';
import { getErasure } from './erasure.ts';

let polder: TestDatabase;
beforeAll(async () => {
  polder = await testDatabase();
});
afterAll(() => polder?.close());

test('somebody with a row in every table of customers, merged with another, goes from all of them at once', async () => {
  const ctx = polder.context;
  await transact(ctx, 'listen', async (ctx) => {
    const account = await accountNamed(ctx, { channel: 'x', name: 'waterkracht', connector: 'file' });
    const said = { externalId: 'f-1', text: 'Dag', author: 'fatima', authorName: null, sentAt: null };
    const where = { replyTo: null, thread: null, automatic: false, departmentId: null, employeeId: null };
    await hear(ctx, { account, utterances: [{ ...said, ...where, direction: 'in' }] });
  });
  await withAdmin(polder.ownerUrl, async (owner) => {
    for (const statement of oneOfEach) await owner.query(statement);
  });
  const persons = await transact(ctx, 'legal', (ctx) =>
    sql<{ id: string }>`select id from person`.execute(ctx.database),
  );
  const personIds = persons.rows.map(({ id }) => id);
  expect(personIds.length).toBeGreaterThan(1);
  const { publicId } = await askErasure(ctx, { personIds, strength: 4 });
  await advanceErasures(ctx, places);
  const scope = (await transact(ctx, 'legal', (ctx) => getErasure(ctx, publicId))).scope ?? [];
  expect(scope.filter(({ rows }) => rows > 0).length).toBeGreaterThan(10);
  await confirmErasure(ctx, publicId, 0);
  await advanceErasures(ctx, places);
  const done = await transact(ctx, 'legal', (ctx) => getErasure(ctx, publicId));
  expect(done.state).toBe('certified');
  const left = await transact(ctx, 'legal', (ctx) => sql`select from person`.execute(ctx.database));
  expect(left.rows).toHaveLength(0);
});
