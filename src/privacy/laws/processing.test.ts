import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople } from '../../../test/people.ts';
import { type Context, transact } from '../../platform/context.ts';
import { type Activity, activities, activityRule } from '../activity.ts';
import { decide } from '../deciding.ts';
import { recordUse } from '../ledger.ts';
import { type Purpose, ruleOf } from '../purpose.ts';
import { type ProcessingLine, recordOfProcessing } from '../records/processing.ts';

type ReadRecord = (ctx: Context) => Promise<ProcessingLine[]>;
interface House {
  record: ReadRecord;
  use: typeof recordUse;
}
const real: House = { record: (ctx) => recordOfProcessing(ctx, 'nl'), use: recordUse };
const keys = Object.keys(activities) as Activity[];
const item = { ref: 'verhaal', version: '1' };

let polder: TestDatabase;
let els: Context;
let person = 0;

beforeAll(async () => {
  polder = await testDatabase();
  els = (await hirePeople(polder.context)).els.context;
});
afterAll(() => polder?.close());

/** Says yes to what an activity needs, and does it; who does it, a colleague or Polder itself, is drawn. */
async function act({ use }: House, id: string, { activity, byEls }: { activity: Activity; byEls: boolean }) {
  const { purpose } = activityRule(activity);
  const asked = ruleOf(purpose).items !== undefined;
  const yes = { purpose, act: 'give', strength: 4, ...(asked && { item }) } as const;
  await transact(polder.context, 'service', (ctx) => decide(ctx, id, yes));
  await transact(byEls ? els : polder.context, purpose, (ctx) =>
    use(ctx, id, { activity, reference: 'proef', ...(asked && { item }) }),
  );
}

/** P24: the record is all that can be done, and everything that was done stands in it as it was done. */
async function agrees(house: House): Promise<boolean> {
  const order = fc.tuple(
    fc.shuffledSubarray(keys, { minLength: keys.length }),
    fc.array(fc.boolean(), { minLength: keys.length, maxLength: keys.length }),
  );
  for (const [all, byEls] of fc.sample(order, 1)) {
    const first = person + 1;
    for (const [at, activity] of all.entries()) {
      person += 1;
      await act(house, String(person), { activity, byEls: byEls[at] ?? false });
    }
    const record = await transact(polder.context, 'legal', (ctx) => house.record(ctx));
    const names = record.map((line) => line.activity);
    if (names.length !== keys.length || keys.some((key) => !names.includes(key))) return false;
    if (record.some((line) => !isRight(line))) return false;
    const ledger = await transact(polder.context, 'legal', (ctx) =>
      sql<{ activity: string; purpose: string; basis: string; categories: string[] }>`
        select activity, purpose, basis, categories from data_use where person_id >= ${first}`.execute(
        ctx.database,
      ),
    );
    if (ledger.rows.length !== keys.length) return false;
    for (const row of ledger.rows) {
      const line = record.find((one) => one.activity === row.activity);
      if (line?.purpose !== row.purpose || line.basis !== row.basis || line.uses < 1) return false;
      if (
        row.categories.toSorted().join() !==
        line.categories
          .map(({ key }) => key)
          .toSorted()
          .join()
      )
        return false;
    }
  }
  return true;
}

/** A line says what the registry says; stricter where an activity rests on a yes of its own. */
function isRight({ activity, purpose, basis }: ProcessingLine): boolean {
  const rule = activityRule(activity);
  return purpose === rule.purpose && basis === (rule.basis ?? ruleOf(rule.purpose).basis);
}

const reading =
  (change: (lines: ProcessingLine[]) => ProcessingLine[]): ReadRecord =>
  async (ctx) =>
    change(await real.record(ctx));
const change = (set: ReturnType<typeof sql>): typeof recordUse => {
  return async (ctx, id, use) => {
    await recordUse(ctx, id, use);
    await sql`insert into data_use (person_id, at, activity, purpose, basis, effect, contract_version, actor_kind,
        categories)
      select person_id, at, ${set}, effect, contract_version, actor_kind, categories from data_use
      where person_id = ${id}`.execute(ctx.database);
  };
};

const mutants: Record<string, House> = {
  'the record knows nothing of lists': {
    ...real,
    record: reading((lines) => lines.filter(({ effect }) => effect !== 'listed')),
  },
  'the record gives each activity the basis of its purpose': {
    ...real,
    record: reading((lines) =>
      lines.map((line) => ({ ...line, basis: ruleOf(line.purpose as Purpose).basis })),
    ),
  },
  'the record counts nothing of what was done': {
    ...real,
    record: reading((lines) => lines.map((line) => ({ ...line, uses: 0 }))),
  },
  'something is done that no record knows': { ...real, use: change(sql`'secret', purpose, basis`) },
  'something is done on another basis': { ...real, use: change(sql`activity, purpose, 'vital_interest'`) },
  'something is done for another purpose': { ...real, use: change(sql`activity, 'security', basis`) },
  'what touches more than it says': {
    ...real,
    record: reading((lines) => lines.map((line) => ({ ...line, categories: line.categories.slice(1) }))),
  },
};

describe('the record of processing', () => {
  test('is what is done: every activity once, with the purpose and basis of the ledger (P24)', async () => {
    expect(await agrees(real)).toBe(true);
  });
  test.each(Object.keys(mutants))('%s would be noticed', async (name) => {
    expect(await agrees(mutants[name] as House)).toBe(false);
  });
});
