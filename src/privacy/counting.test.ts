import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { meetByMail } from '../customers/fixtures/mailing-people.ts';
import { transact } from '../platform/context.ts';
import { countUses, usesTold } from './counting.ts';
import { recordUse } from './ledger.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.close());

async function use(count: number, name: string): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const { id } = await meetByMail(database.context, `${name}${n}`);
    await transact(database.context, 'service', async (ctx) => {
      await recordUse(ctx, id, { activity: 'mail.service', reference: 'a' });
      await recordUse(ctx, id, { activity: 'mail.service', reference: 'b' });
    });
  }
}
const count = () => countUses(database.context);
const told = () => usesTold(database.context);

test('before the first night nothing is told', async () => {
  expect(await told()).toEqual({ month: null, people: new Map() });
});

test('of nine people it is not told, of ten it is, each counted once however often', async () => {
  await use(9, 'a');
  await count();
  expect(await told()).toEqual({ month: '2026-11', people: new Map() });
  await use(1, 'b');
  await count();
  await count();
  expect((await told()).people).toEqual(new Map([['service', 10]]));
});

test('the public page reads what was counted at night and makes the database count nothing', async () => {
  database.statements();
  await told();
  const ran = database.statements();
  expect(ran).toHaveLength(1);
  expect(ran[0]).not.toContain('data_use');
});

test('a new month begins afresh, and the month before is counted to its end', async () => {
  await use(2, 'c');
  database.turn.forward({ hours: 24 * 10 });
  await use(11, 'd');
  await count();
  expect(await told()).toEqual({ month: '2026-12', people: new Map([['service', 11]]) });
  const kept = await transact(database.context, 'legal', (ctx) =>
    sql<{
      people: number;
    }>`select people from use_count where month = '2026-11-01' and purpose = 'service'`.execute(ctx.database),
  );
  expect(kept.rows[0]?.people).toBe(12);
});
