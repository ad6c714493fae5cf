import { sql } from 'kysely';
import { asDate } from '../platform/clock.ts';
import { type Context, transact } from '../platform/context.ts';
import { getContract } from './contract.ts';
import { settle } from './effective.ts';
import { permissionDecided } from './events.ts';
import { outcomesOf } from './history.ts';
import { keepInJournal } from './journal/journal.ts';
import { lockForDecision } from './locking.ts';
import { logOf } from './log.ts';
import { isPurpose, type Purpose } from './purpose.ts';

/**
 * Writes down that a yes came to its end. Nothing used it in between: a use looks at the time itself. Runs every hour;
 * a transaction for each person, so that nobody waits for somebody else.
 */
export async function expireConsents(ctx: Context): Promise<number> {
  const due = await transact(ctx, 'legal', async (ctx) => {
    const { rows } = await sql<{ person_id: string; purpose: string }>`
      select distinct d.person_id, d.purpose from decision d
      join permission p on p.person_id = d.person_id and p.purpose = d.purpose and p.expires_at is not null
      where d.expires_at <= ${asDate(ctx.clock.now())} and d.item_ref is null`.execute(ctx.database);
    return rows;
  });
  let ended = 0;
  for (const { person_id, purpose } of due) {
    if (isPurpose(purpose)) ended += await transact(ctx, 'legal', (ctx) => expire(ctx, person_id, purpose));
  }
  return ended;
}

async function expire(ctx: Context, personId: string, purpose: Purpose): Promise<number> {
  const members = await lockForDecision(ctx, personId);
  const own = outcomesOf((await logOf(ctx, [personId])).get(personId) ?? []).get(purpose);
  if (!own?.expiresAt || own.expiresAt > asDate(ctx.clock.now())) return 0;
  const { id } = await ctx.database
    .insertInto('decision')
    .values({
      person_id: personId,
      purpose,
      act: 'expire',
      strength: 0,
      contract_version: (await getContract(ctx)).version,
      at: asDate(ctx.clock.now()),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const changes = await settle(ctx, members);
  await keepInJournal(ctx, 'decision', id);
  await ctx.emit(
    changes.map((one) =>
      permissionDecided(one.personId, { purpose: one.purpose, act: 'expire', state: one.state }),
    ),
  );
  return 1;
}
