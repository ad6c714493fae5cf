import { type RawBuilder, sql } from 'kysely';
import { personAllows } from '../../customers/using.ts';
import type { Reading } from '../../organisation/mandates/reading.ts';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { ofHead } from './columns.ts';
import { me } from './me.ts';
import type { Count, View } from './row.ts';

/** Counting stops here: nobody works by the difference between a thousand and more. */
export const countedUpTo = 1000;

/** What falls due within this time counts with what is late: it is the work of now. */
const soon = { hours: 1 };

export type Counts = Readonly<Record<Exclude<View, 'done'>, Count>>;

/**
 * Conversations per view, also those that stand folded. One statement; each part by the index of its view. `beside` is
 * read along with it, as `jsonb`.
 */
export async function countViews(
  ctx: Context,
  { queues, mayRead }: Reading,
  beside: RawBuilder<unknown> = sql`null::jsonb`,
): Promise<{ counts: Counts; beside: unknown }> {
  const among = (condition: RawBuilder<unknown>) => sql`(select from conversation_open o
    where o.queue_id = any(${queues}::bigint[]) and ${condition} and ${personAllows(sql`o.person_id`, 'service')}
      and ${mayRead(ofHead)} limit ${countedUpTo})`;
  const count = (...conditions: RawBuilder<unknown>[]) => sql`least(${countedUpTo}::integer,
    (select count(*)::integer from (${sql.join(conditions.map(among), sql` union all `)}) as counted))`;
  const folded = sql`o.fold_id is not null`;
  const awake = sql`o.snoozed_until is null`;
  const single = sql`o.state <> 'waiting' and o.fold_id is null and ${awake}`;
  const urgent = sql`o.due_at is not null and o.state <> 'waiting' and o.fold_id is null and ${awake}`;
  const found = await sql<Record<keyof Counts, number> & { beside: unknown }>`
    select ${beside} as beside, ${count(single, folded)} as open, ${count(sql`o.assignee_id = ${me(ctx)} and ${awake}`)} as mine,
      ${count(sql`${single} and o.assignee_id is null`, folded)} as unassigned,
      ${count(sql`o.state = 'waiting' and ${awake}`)} as waiting,
      ${count(sql`o.snoozed_until is not null`)} as snoozed,
      ${count(sql`${urgent} and o.due_at < ${asDate(ctx.clock.now().add(soon))}`)} as due`.execute(
    ctx.database,
  );
  const counted = found.rows[0] ?? { open: 0, mine: 0, unassigned: 0, waiting: 0, snoozed: 0, due: 0 };
  const toCount = (n: number): Count => ({ n, more: n >= countedUpTo });
  const counts = {
    open: toCount(counted.open),
    mine: toCount(counted.mine),
    unassigned: toCount(counted.unassigned),
    waiting: toCount(counted.waiting),
    snoozed: toCount(counted.snoozed),
    due: toCount(counted.due),
  };
  return { counts, beside: found.rows[0]?.beside };
}
