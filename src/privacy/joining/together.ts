import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { getContract } from '../contract.ts';
import { decide } from '../deciding.ts';
import { keepInJournal } from '../journal/journal.ts';
import { membersOf } from '../locking.ts';
import { rank } from '../permission.ts';
import type { NewDecision } from '../weighing.ts';

/** Behind where it was said: under a name with which they were not signed in. */
const elsewhere = ' under another name';

type Shown = NonNullable<NewDecision['shown']>;

/**
 * Somebody whom we know by several names says yes: for all of them, or it would come to nothing, because the lowest of
 * all names holds. Under the others it is marked, for when they turn out to be somebody else.
 */
export async function giveTogether(
  ctx: Context,
  personId: string,
  decision: NewDecision & { shown: Shown },
): Promise<void> {
  const others = (await membersOf(ctx, [personId])).filter((id) => id !== personId);
  const shown = { ...decision.shown, surface: decision.shown.surface + elsewhere };
  for (const other of others) await decide(ctx, other, { ...decision, shown });
  await decide(ctx, personId, decision);
}

/** They are not one after all: a yes that was said for a name by somebody signed in under another counts no longer. */
export async function endTogether(ctx: Context, members: readonly string[]): Promise<void> {
  const { version } = await getContract(ctx);
  const { rows } = await sql<{ id: string }>`
    insert into decision (person_id, purpose, act, carried, strength, contract_version, at)
    select distinct d.person_id, d.purpose, 'carry', ${rank('unknown')}::int, 0, ${version}::int,
      ${asDate(ctx.clock.now())}::timestamptz
    from decision d
    where d.person_id = any(${members}::bigint[]) and d.act = 'give' and d.surface like ${`%${elsewhere}`}
      and not exists (select from decision own where own.person_id = d.person_id and own.purpose = d.purpose
        and own.act = 'give' and own.id > d.id and own.surface not like ${`%${elsewhere}`})
    returning id`.execute(ctx.database);
  for (const { id } of rows) await keepInJournal(ctx, 'decision', id);
}
