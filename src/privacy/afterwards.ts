import { sql } from 'kysely';
import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import { type Activity, activityRule } from './activity.ts';
import { lockForUse } from './locking.ts';
import { purposes } from './purpose.ts';

/**
 * Writes down a use of which it only now turns out that it happened: its transaction was lost, its effect was not. Not
 * judged any more, for the ledger tells what was done; and once, however often it is said. It bears the moment at which
 * it was written down, because what was sealed stays as it was. The basis is that of the purpose.
 */
export async function recordAfterwards(
  ctx: Context,
  personId: string,
  { activity, reference }: { activity: Activity; reference: string },
): Promise<void> {
  const { purpose, effect, categories, basis = purposes[purpose].basis, recipient } = activityRule(activity);
  await lockForUse(ctx, personId);
  const now = ctx.clock.now();
  const day = now.toZonedDateTimeISO('UTC').toPlainDate().toString();
  await sql`
    insert into data_use (person_id, at, activity, purpose, basis, effect, contract_version, actor_kind, reference,
      categories, day, recipient)
    select p.id, ${asDate(now)}, ${activity}, ${purpose}, ${basis}, ${effect}, (select max(version) from contract),
      'system', ${reference}, ${categories}::text[], ${day}::date, ${recipient ?? null}
    from (select ${personId}::bigint as id) p
    where not exists (select from data_use u where u.person_id = p.id and u.activity = ${activity}
      and u.reference = ${reference})`.execute(ctx.database);
}
