import { sql } from 'kysely';
import { type Context, transact } from '../../src/platform/context.ts';
import { isRefusal } from '../../src/platform/refusal.ts';
import { decide } from '../../src/privacy/deciding.ts';
import { recordUse } from '../../src/privacy/ledger.ts';

const users = 6;

/**
 * So many persons withdraw while six connections use their data for it: how many uses committed after the withdrawal
 * was answered, and how many before, without which a zero would say nothing.
 */
export async function raceWithdrawals(
  ctx: Context,
  { first, rounds }: { first: number; rounds: number },
): Promise<{ after: number; before: number }> {
  const found = { after: 0, before: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const { after, before } = await raceOne(ctx, String(first + round));
    found.after += after;
    found.before += before;
  }
  return found;
}

async function raceOne(ctx: Context, person: string): Promise<{ after: number; before: number }> {
  await transact(ctx, 'service', (ctx) =>
    decide(ctx, person, { purpose: 'offers', act: 'give', strength: 3 }),
  );
  let answered = false;
  const user = async () => {
    do await use(ctx, person);
    while (!answered);
    await use(ctx, person);
  };
  const using = Array.from({ length: users }, user);
  // Counted by the withdrawal itself, under its lock: whatever commits from here on comes after it.
  const before = await transact(ctx, 'service', async (ctx) => {
    await decide(ctx, person, { purpose: 'offers', act: 'withdraw', strength: 3 });
    return countUses(ctx, person);
  });
  answered = true;
  await Promise.all(using);
  const all = await transact(ctx, 'service', (ctx) => countUses(ctx, person));
  return { before, after: all - before };
}

async function use(ctx: Context, person: string): Promise<void> {
  try {
    await transact(ctx, 'offers', (ctx) => recordUse(ctx, person, { activity: 'mail.offers' }));
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
}

async function countUses(ctx: Context, person: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from data_use where person_id = ${person}::bigint and activity = 'mail.offers'`.execute(
    ctx.database,
  );
  return rows[0]?.n ?? 0;
}
