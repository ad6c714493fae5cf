import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople } from '../../../test/people.ts';
import { type Context, transact } from '../../platform/context.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { decide, stateOf } from '../deciding.ts';
import { joinPermissions } from '../joining/joining.ts';
import { recordUse } from '../ledger.ts';
import { beginDraft, changeDraft } from '../offer/drafting.ts';
import { confirmOffer, proposeOffer } from '../offer/publishing.ts';
import { happens } from './postgres.ts';

/** 100 each time, 1,000 where it is measured: RACE_ROUNDS=1000. */
const rounds = Number(process.env.RACE_ROUNDS ?? 100);
const users = 4;

let polder: TestDatabase;
let colleagues: [Context, Context];
let ctx: Context;
let person = 0;

beforeAll(async () => {
  polder = await testDatabase();
  ctx = polder.context;
  const { els, joost } = await hirePeople(ctx);
  colleagues = [els.context, joost.context];
});
afterAll(() => polder?.close());

const say = (id: string, act: 'give' | 'withdraw' | 'object', strength = 3) =>
  transact(ctx, 'service', (ctx) => decide(ctx, id, { purpose: 'offers', act, strength }));

const used = (id: string) => async (ctx: Context) => {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from data_use where person_id = ${id}`.execute(ctx.database);
  return rows[0]?.n ?? 0;
};

type Use = (ctx: Context, id: string) => Promise<void>;
const realUse: Use = (ctx, id) => recordUse(ctx, id, { activity: 'mail.offers' });

/** Uses in several connections while `end` ends what allowed them; how many committed after the end was. */
async function usesAfter(id: string, use: Use, end: (id: string) => Promise<number>): Promise<number> {
  let ended = false;
  const user = async () => {
    for (let tries = 0; tries < 3 || !ended; tries += 1)
      await happens(() => transact(ctx, 'offers', (ctx) => use(ctx, id)));
    await happens(() => transact(ctx, 'offers', (ctx) => use(ctx, id)));
  };
  const using = Array.from({ length: users }, user);
  const then = await end(id);
  ended = true;
  await Promise.all(using);
  return (await transact(ctx, 'service', used(id))) - then;
}

/** Withdraws, and counts in the same transaction what was used until then: nobody is under way at that moment. */
const withdraw = (id: string) =>
  transact(ctx, 'service', async (ctx) => {
    await decide(ctx, id, { purpose: 'offers', act: 'withdraw', strength: 0 });
    return used(id)(ctx);
  });

async function late(use: Use, times: number): Promise<number> {
  let found = 0;
  for (let round = 0; round < times; round += 1) {
    person += 1;
    const id = String(person);
    await say(id, 'give');
    found += await usesAfter(id, use, withdraw);
  }
  return found;
}

test(`in ${rounds} rounds no use commits after the withdrawal was acknowledged`, async () => {
  expect(await late(realUse, rounds)).toBe(0);
}, 600_000);

describe('the race would find a use that', () => {
  const write = (ctx: Context, id: string) =>
    sql`
    insert into data_use (person_id, at, activity, purpose, basis, effect, contract_version, actor_kind)
    values (${id}, now(), 'mail.offers', 'offers', 'consent', 'sent', 1, 'system')`.execute(ctx.database);
  const allowed = async (ctx: Context, id: string) => (await stateOf(ctx, id, 'offers')) === 'allowed';
  const pause = (ctx: Context) => sql`select pg_sleep(0.002)`.execute(ctx.database);
  const mutants: Record<string, Use> = {
    'looks and then writes, without a lock': async (ctx, id) => {
      if (!(await allowed(ctx, id))) return;
      await pause(ctx);
      await write(ctx, id);
    },
    'looks before it has the lock': async (ctx, id) => {
      const may = await allowed(ctx, id);
      await pause(ctx);
      await sql`select pg_advisory_xact_lock_shared(${id}::bigint)`.execute(ctx.database);
      if (may) await write(ctx, id);
    },
    'does not look at all': async (ctx, id) => {
      await write(ctx, id);
    },
  };
  for (const [name, use] of Object.entries(mutants)) {
    test(name, async () => expect(await late(use, 20)).toBeGreaterThan(0), 120_000);
  }
});

test('no use of the old text commits after a new offer was published', async () => {
  const publish = async (id: string) => {
    const [one, other] = colleagues;
    const { publicId, body } = await beginDraft(one);
    const purposes = body.purposes.map((offered) => ({ ...offered, recipients: [`Partner ${id}`] }));
    await changeDraft(one, publicId, { ...body, purposes });
    await proposeOffer(one, publicId, { material: ['offers'], note: null }).catch((error) => {
      if (!isRefusal(error)) throw error;
      return proposeOffer(one, publicId, { material: ['offers'], note: 'Alleen aanbiedingen' });
    });
    await confirmOffer(other, publicId);
    return transact(ctx, 'service', used(id));
  };
  for (let round = 0; round < 10; round += 1) {
    person += 1;
    await say(String(person), 'give');
    expect(await usesAfter(String(person), realUse, publish)).toBe(0);
  }
}, 240_000);

test('no use commits after a merge with somebody who objected', async () => {
  for (let round = 0; round < 20; round += 1) {
    person += 2;
    const [other, id] = [String(person - 1), String(person)];
    await say(other, 'object', 0);
    await say(id, 'give');
    const merge = () =>
      transact(ctx, 'service', async (ctx) => {
        await joinPermissions(ctx, id, other);
        return used(id)(ctx);
      });
    expect(await usesAfter(id, realUse, merge)).toBe(0);
  }
}, 240_000);

test('one yes for a story serves one of many who come at once', async () => {
  for (let round = 0; round < 10; round += 1) {
    person += 1;
    const id = String(person);
    const item = { ref: 'verhaal', version: '1' };
    await transact(ctx, 'service', (ctx) =>
      decide(ctx, id, { purpose: 'story', act: 'give', strength: 2, item }),
    );
    const publish = () =>
      transact(ctx, 'story', (ctx) => recordUse(ctx, id, { activity: 'story.published', item })).then(
        () => 1,
        () => 0,
      );
    const done = await Promise.all(Array.from({ length: 5 }, publish));
    expect(done.reduce<number>((a, b) => a + b, 0)).toBe(1);
  }
}, 120_000);
