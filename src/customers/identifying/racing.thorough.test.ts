import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople } from '../../../test/people.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { decide, stateOf } from '../../privacy/deciding.ts';
import { recordUse } from '../../privacy/ledger.ts';
import { merge } from './merging.ts';

/** 40 each time, 1,000 where it is measured: RACE_ROUNDS=1000. */
const rounds = Number(process.env.RACE_ROUNDS ?? 40);
const users = 4;

let polder: TestDatabase;
let ctx: Context;
let els: Context;

beforeAll(async () => {
  polder = await testDatabase();
  ctx = polder.context;
  els = (await hirePeople(ctx)).els.context;
});
afterAll(() => polder?.close());

interface Somebody {
  id: string;
  publicId: string;
}

const meet = (): Promise<Somebody> =>
  transact(ctx, 'service', async (ctx) => {
    const found = await sql<Somebody>`
      insert into person (public_id, name, created_at) values (${publicId('pe', Date.now())}, 'Fatima', now())
      returning id, public_id as "publicId"`.execute(ctx.database);
    return found.rows[0] as Somebody;
  });
const says = ({ id }: Somebody, act: 'give' | 'withdraw') =>
  transact(ctx, 'service', (ctx) => decide(ctx, id, { purpose: 'offers', act, strength: 4 }));
const usesOf = async (ctx: Context, { id }: Somebody): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from data_use where person_id = ${id} and activity = 'mail.offers'`.execute(
    ctx.database,
  );
  return rows[0]?.n ?? 0;
};

type Use = (ctx: Context, who: Somebody) => Promise<void>;
type Join = (loose: Somebody, strict: Somebody) => Promise<number>;

const realUse: Use = (ctx, { id }) => recordUse(ctx, id, { activity: 'mail.offers' });

/** Merges, and counts in the same transaction what was used until then: nobody is under way at that moment. */
const realJoin: Join = (loose, strict) =>
  transact(els, 'service', async (ctx) => {
    await merge(ctx, { id: strict.publicId, otherId: loose.publicId });
    return usesOf(ctx, loose);
  });

async function happens(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
}

/** How many uses of whoever allowed it committed after they were merged with somebody who did not. */
async function late(use: Use, join: Join, times: number): Promise<number> {
  let found = 0;
  for (let round = 0; round < times; round += 1) {
    const [loose, strict] = [await meet(), await meet()];
    await says(loose, 'give');
    if (round % 2 === 0) await says(strict, 'withdraw');
    let joined = false;
    const once = () => happens(() => transact(ctx, 'offers', (ctx) => use(ctx, loose)));
    const user = async () => {
      for (let tries = 0; tries < 3 || !joined; tries += 1) await once();
      await once();
    };
    const using = Array.from({ length: users }, user);
    const before = await join(loose, strict);
    joined = true;
    await Promise.all(using);
    found += (await transact(ctx, 'service', (ctx) => usesOf(ctx, loose))) - before;
  }
  return found;
}

test(`in ${rounds} rounds no use that the stricter side forbids commits after the merge was acknowledged`, async () => {
  expect(await late(realUse, realJoin, rounds)).toBe(0);
}, 600_000);

describe('the race would find', () => {
  const write: Use = (ctx, { id }) =>
    sql`insert into data_use (person_id, at, activity, purpose, basis, effect, contract_version, actor_kind)
      values (${id}, now(), 'mail.offers', 'offers', 'consent', 'sent', 1, 'system')`
      .execute(ctx.database)
      .then(() => undefined);
  const pause = (ctx: Context) => sql`select pg_sleep(0.002)`.execute(ctx.database);

  test('a use that looks and then writes, without a lock', async () => {
    const use: Use = async (ctx, who) => {
      if ((await stateOf(ctx, who.id, 'offers')) !== 'allowed') return;
      await pause(ctx);
      await write(ctx, who);
    };
    expect(await late(use, realJoin, 20)).toBeGreaterThan(0);
  }, 120_000);

  test('a use that looks at its own side only', async () => {
    const use: Use = async (ctx, who) => {
      const { rows } = await sql<{ act: string }>`
        select act from decision where person_id = ${who.id} and purpose = 'offers' order by id desc limit 1`.execute(
        ctx.database,
      );
      if (rows[0]?.act === 'give') await write(ctx, who);
    };
    expect(await late(use, realJoin, 20)).toBeGreaterThan(0);
  }, 120_000);

  test('a merge that tells before the permissions are one', async () => {
    const join: Join = async (loose, strict) => {
      const before = await transact(els, 'service', (ctx) => usesOf(ctx, loose));
      await pause(ctx);
      await realJoin(loose, strict);
      return before;
    };
    expect(await late(realUse, join, 20)).toBeGreaterThan(0);
  }, 120_000);
});
