import { sql } from 'kysely';
import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import type { Item } from './history.ts';
import { rememberInJournal } from './journal/journal.ts';
import { membersOf } from './locking.ts';
import { isMinor } from './minority.ts';
import { type Purpose, ruleOf } from './purpose.ts';

/**
 * The yes for one thing that can still be used: said for this version, not taken back, not over, not used, and not
 * said to a text of the offer that asks anew since. The caller holds the person's lock. undefined: there is none.
 */
export async function findYes(
  ctx: Context,
  personId: string,
  { purpose, item }: { purpose: Purpose; item: Item },
): Promise<string | undefined> {
  const now = asDate(ctx.clock.now());
  const members = await membersOf(ctx, [personId]);
  const ageless = ruleOf(purpose).minimumAge === undefined;
  const minor = !ageless && (await isMinor(ctx, personId));
  const { rows } = await sql<{ id: string }>`
    select d.id from decision d
    where d.person_id = any(${members}::bigint[]) and d.purpose = ${purpose} and d.act = 'give' and d.strength >= 2
      and d.item_ref = ${item.ref} and d.item_version is not distinct from ${item.version}
      and (d.expires_at is null or d.expires_at > ${now})
      and not exists (select from item_use u where u.decision_id = d.id)
      and not exists (select from decision w where w.person_id = any(${members}::bigint[])
        and w.purpose = ${purpose} and w.id > d.id
        and (w.act = 'withdraw' and w.item_ref = d.item_ref
          or w.act in ('decline', 'withdraw', 'object', 'restrict') and w.item_ref is null and w.category is null))
      and not exists (select from contract c where c.mark > d.id and ${purpose} = any(c.material))
      and (d.guardian or not ${minor})
      and (${ageless} or not exists (select from person_flag f where f.person_id = any(${members}::bigint[])
        and f.id > d.id))
    order by d.id limit 1`.execute(ctx.database);
  return rows[0]?.id;
}

/** Uses a yes up. A yes that stands for one thing, such as a partner, stays until it is taken back. */
export async function spend(
  ctx: Context,
  personId: string,
  { purpose, decisionId }: { purpose: Purpose; decisionId: string },
): Promise<void> {
  if (ruleOf(purpose).items === 'standing') return;
  const row = { decision_id: decisionId, person_id: personId, used_at: asDate(ctx.clock.now()) };
  await ctx.database.insertInto('item_use').values(row).execute();
  rememberInJournal(ctx, { kind: 'item', id: decisionId, row });
}
