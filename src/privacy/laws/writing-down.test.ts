import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople } from '../../../test/people.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { Activity } from '../activity.ts';
import { activityRule } from '../activity.ts';
import { decide } from '../deciding.ts';
import { recordUse, recordUses, type Use } from '../ledger.ts';
import { happens } from './postgres.ts';

/** How uses come into the ledger. */
interface Ledger {
  one(ctx: Context, personId: string, use: Use): Promise<void>;
  many(
    ctx: Context,
    personIds: readonly string[],
    use: { activity: Activity; reference: string },
  ): Promise<void>;
}
const real: Ledger = { one: recordUse, many: recordUses };

let polder: TestDatabase;
let els: Context;
let persons = 100;

beforeAll(async () => {
  polder = await testDatabase();
  els = (await hirePeople(polder.context)).els.context;
});
afterAll(() => polder?.close());

const person = fc.nat({ max: 2 });
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('one' as const),
      person,
      activity: fc.constantFrom('customer.opened', 'mail.offers', 'draft.prepared'),
      reference: fc.constantFrom('a', 'b', 'z'),
      // What the use was for can still go wrong after it was written.
      fails: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('many' as const),
      persons: fc.shuffledSubarray([0, 1, 2], { minLength: 1 }),
      reference: fc.constantFrom('a', 'b', 'z'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('say' as const),
      person,
      purpose: fc.constantFrom('offers', 'train', 'ai_assist'),
      act: fc.constantFrom('give', 'object', 'restrict', 'lift'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 4, 6) }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
/** What must be among it for a mistake to show. */
const always: readonly Step[] = [
  { do: 'say', person: 0, purpose: 'offers', act: 'give' },
  { do: 'say', person: 1, purpose: 'train', act: 'object' },
  { do: 'one', person: 0, activity: 'mail.offers', reference: 'z', fails: false },
  { do: 'one', person: 0, activity: 'mail.offers', reference: 'z', fails: false },
  { do: 'one', person: 0, activity: 'customer.opened', reference: 'z', fails: false },
  { do: 'one', person: 1, activity: 'mail.offers', reference: 'z', fails: false },
  { do: 'one', person: 2, activity: 'draft.prepared', reference: 'z', fails: true },
  { do: 'many', persons: [0, 1, 2], reference: 'z' },
];

class Undone extends Error {}

/** Counts what really happened, apart from the ledger: whoever was not refused and not undone. */
interface Tally {
  first: number;
  done: Map<string, number>;
  /** When a colleague last looked at the same: who looks again soon is still looking. */
  looked: Map<string, number>;
}

function happened(tally: Tally, who: number, { activity, reference }: Use, now: number): void {
  const same = `${who} ${activity} ${reference}`;
  if (activityRule(activity).effect === 'read') {
    if (now - (tally.looked.get(same) ?? -Infinity) < 5 * 60_000) return;
    tally.looked.set(same, now);
  }
  const key = `${tally.first + who} ${activity}`;
  tally.done.set(key, (tally.done.get(key) ?? 0) + 1);
}

async function enterOne(ledger: Ledger, tally: Tally, one: Step & { do: 'one' }): Promise<void> {
  const use = { activity: one.activity as Activity, reference: one.reference };
  const ctx = activityRule(use.activity).effect === 'read' ? els : polder.context;
  try {
    const done = await happens(() =>
      transact(ctx, activityRule(use.activity).purpose, async (ctx) => {
        await ledger.one(ctx, String(tally.first + one.person), use);
        if (one.fails) throw new Undone();
      }),
    );
    if (done) happened(tally, one.person, use, ctx.clock.now().epochMilliseconds);
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
}

async function take(ledger: Ledger, tally: Tally, one: Step): Promise<void> {
  const { context } = polder;
  if (one.do === 'one') return enterOne(ledger, tally, one);
  if (one.do === 'wait') return polder.turn.forward({ minutes: one.minutes });
  const id = (who: number) => String(tally.first + who);
  if (one.do === 'say') {
    const told = { purpose: one.purpose, act: one.act, strength: 4 } as Parameters<typeof decide>[2];
    await happens(() => transact(context, 'service', (ctx) => decide(ctx, id(one.person), told)));
    return;
  }
  const use = { activity: 'model.trained', reference: one.reference } as const;
  const allowed = await transact(context, 'train', async (ctx) => {
    await ledger.many(ctx, one.persons.map(id), use);
    const found = await sql<{ id: string }>`
      select person_id as id from permission where purpose = 'train' and state < 5`.execute(ctx.database);
    return one.persons.filter((who) => !found.rows.some((row) => row.id === id(who)));
  });
  for (const who of allowed) happened(tally, who, use, 0);
}

/** P3: what happened and what stands in the ledger are the same, person by person and act by act. */
async function agrees(ledger: Ledger, runs: number): Promise<boolean> {
  const lists = fc.sample(fc.array(step, { maxLength: 25, size: 'max' }), runs);
  for (const list of lists) {
    persons += 10;
    const tally: Tally = { first: persons, done: new Map(), looked: new Map() };
    for (const one of [...list, ...always]) await take(ledger, tally, one);
    const rows = await transact(polder.context, 'legal', (ctx) =>
      sql<{ key: string; n: number }>`
        select person_id || ' ' || activity as key, sum(count)::int as n from data_use
        where person_id >= ${persons} group by 1`.execute(ctx.database),
    );
    const kept = Object.fromEntries(rows.rows.map(({ key, n }) => [key, n]));
    const real = Object.fromEntries(tally.done);
    const keys = [...new Set([...Object.keys(kept), ...Object.keys(real)])];
    if (keys.some((key) => kept[key] !== real[key])) return false;
  }
  return true;
}

const mutants: Record<string, Ledger> = {
  'a use is written apart from what it is for': {
    ...real,
    one: (ctx, id, use) =>
      transact(polder.context, activityRule(use.activity).purpose, (apart) =>
        recordUse({ ...apart, actor: ctx.actor }, id, use),
      ),
  },
  'what was only read is not written': {
    ...real,
    one: async (ctx, id, use) => {
      if (activityRule(use.activity).effect !== 'read') await recordUse(ctx, id, use);
    },
  },
  'a use is written twice': {
    ...real,
    one: async (ctx, id, use) => {
      await recordUse(ctx, id, use);
      await recordUse(ctx, id, { ...use, reference: `${use.reference} again` });
    },
  },
  'what happens again the same day is not written': {
    ...real,
    one: async (ctx, id, use) => {
      const found =
        await sql`select from data_use where person_id = ${id} and activity = ${use.activity}`.execute(
          ctx.database,
        );
      if (found.rows.length === 0) await recordUse(ctx, id, use);
    },
  },
  'of many only the first is written': {
    ...real,
    many: (ctx, ids, use) => recordUses(ctx, ids.slice(0, 1), use),
  },
  'of many also those are written who were left out': {
    ...real,
    many: async (ctx, ids, use) => {
      await recordUses(ctx, ids, use);
      await sql`insert into data_use (person_id, at, activity, purpose, basis, effect, contract_version, actor_kind)
        select p.person_id, now(), ${use.activity}, 'train', 'legitimate_interest', 'recorded', 1, 'system'
        from permission p where p.person_id = any(${ids}::bigint[]) and p.purpose = 'train' and p.state < 5`.execute(
        ctx.database,
      );
    },
  },
};

describe('the ledger', () => {
  test('says of everybody what was done with their data, no more and no less (P3)', async () => {
    expect(await agrees(real, 8)).toBe(true);
  });
  test.each(Object.keys(mutants))('%s would be noticed', async (name) => {
    expect(await agrees(mutants[name] as Ledger, 3)).toBe(false);
  });
});
