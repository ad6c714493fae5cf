import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase, withAdmin } from '../../../test/database.ts';
import { transact } from '../../platform/context.ts';
import { recordUse } from '../ledger.ts';
import { sealLedger, verifyLedger } from './sealing.ts';

let polder: TestDatabase;
let day = 0;

beforeAll(async () => {
  polder = await testDatabase();
});
afterAll(() => polder?.close());

const use = (person: string, reference: string, at = polder) =>
  transact(at.context, 'service', (ctx) =>
    recordUse(ctx, person, { activity: 'customer.opened', reference }),
  );
const faults = async (at = polder) =>
  (await verifyLedger(at.context)).faults.map(({ kind, rows }) => [kind, rows]);
const owner = (statement: string, at = polder) => withAdmin(at.ownerUrl, (client) => client.query(statement));

/** Takes a person out of the ledger. */
type Erasing = (at: TestDatabase, person: string) => Promise<unknown>;
const erasing: Erasing = (at, person) =>
  transact(at.context, 'legal', (ctx) => sql`select erase_uses(${person}::bigint)`.execute(ctx.database));
const erase = (person: string) => erasing(polder, person);

async function nextDay(at = polder): Promise<void> {
  at.turn.forward({ hours: 24 });
  day += 1;
  await sealLedger(at.context);
}

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('use'), person: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('erase'), person: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('night'), person: fc.constant(0) }) },
);

/** Whether the chain fits after any sequence of uses, erasures and nights. */
async function fits(at: TestDatabase, erase: Erasing): Promise<boolean> {
  const property = fc.asyncProperty(fc.array(step, { size: 'max', maxLength: 30 }), async (steps) => {
    for (const [place, one] of steps.entries()) {
      if (one.do === 'use') await use(String(one.person), `${day} ${place}`, at);
      if (one.do === 'erase') await erase(at, String(one.person));
      if (one.do === 'night') await nextDay(at);
    }
    return (await faults(at)).length === 0;
  });
  return !(await fc.check(property, { numRuns: 15, endOnFailure: true })).failed;
}

test('the chain fits after any sequence of uses, erasures and nights', async () => {
  expect(await fits(polder, erasing)).toBe(true);
}, 120_000);

const mistakes: Readonly<Record<string, (person: string) => string>> = {
  'takes the rows and says nothing of it': (person) => `delete from data_use where person_id = ${person}`,
  'empties the rows instead of taking them': (person) =>
    `update data_use set reference = null, activity = 'gone' where person_id = ${person}`,
  'takes the hash along': (person) =>
    `delete from use_seal where use_id in (select id from data_use where person_id = ${person});
     delete from data_use where person_id = ${person}`,
};
test.each(Object.keys(mistakes))(
  'an erasure that %s would be seen',
  async (name) => {
    const other = await testDatabase();
    try {
      const mistaken: Erasing = (at, person) => owner(mistakes[name]?.(person) ?? '', at);
      expect(await fits(other, mistaken)).toBe(false);
    } finally {
      await other.close();
    }
  },
  120_000,
);

describe('the chain tells', () => {
  test('of a row that says something else', async () => {
    await use('9', 'a');
    await use('9', 'b');
    await nextDay();
    expect(await faults()).toEqual([]);
    await owner("update data_use set activity = 'mail.offers' where person_id = 9 and reference = 'a'");
    expect(await faults()).toEqual([['changed', 1]]);
    await owner("update data_use set activity = 'customer.opened' where person_id = 9 and reference = 'a'");
    expect(await faults()).toEqual([]);
  });

  test('of a row that went, and not by erasure', async () => {
    await owner("delete from data_use where person_id = 9 and reference = 'b'");
    expect(await faults()).toEqual([['gone', 1]]);
    await erase('9');
    expect(await faults()).toEqual([['gone', 1]]);
  });

  test('of a row that was put in afterwards', async () => {
    await owner(`insert into data_use (person_id, at, activity, purpose, basis, effect, contract_version, actor_kind)
      values (9, '2026-11-01', 'customer.opened', 'service', 'contract', 'read', 1, 'system')`);
    await nextDay();
    expect(await faults()).toContainEqual(['unsealed', 1]);
    await owner("delete from data_use where at < '2026-11-02'");
  });

  test('of a hash that was made to fit', async () => {
    await owner(
      "update use_seal set row_hash = sha256('x') where erased is false and use_id = (select min(use_id) from use_seal where not erased)",
    );
    expect((await faults()).map(([kind]) => kind)).toContain('root');
  });

  test('and nobody can change a root, not even the owner', async () => {
    await expect(owner('update use_root set rows = 0')).rejects.toThrow(/append-only/);
  });
});

test('the weak login changes, erases or seals nothing by itself', async () => {
  const as = (statement: string) =>
    withAdmin(polder.appUrl, async (app) => {
      await app.query("begin; select set_config('polder.purpose', 'legal', true)");
      return app.query(statement);
    });
  for (const statement of [
    'update data_use set person_id = 1',
    'delete from data_use',
    'update use_seal set erased = true',
  ]) {
    await expect(as(statement)).rejects.toThrow(/permission denied/);
  }
});
