import { type RawBuilder, sql } from 'kysely';
import { personAllows } from '../../customers/using.ts';
import type { Context } from '../../platform/context.ts';
import { me } from './me.ts';
import type { Count, View } from './row.ts';

/** Counting stops here: nobody works by the difference between a thousand and more. */
export const countedUpTo = 1000;

export type Counts = Readonly<Record<Exclude<View, 'done'>, Count>>;

/** Conversations per view, also those that stand folded. One statement; each part by the index of its view. */
export async function countViews(ctx: Context, queues: readonly string[]): Promise<Counts> {
  const among = (condition: RawBuilder<unknown>) => sql`(select from conversation_open o
    where o.queue_id = any(${queues}::bigint[]) and ${condition} and ${personAllows(sql`o.person_id`, 'service')}
    limit ${countedUpTo})`;
  const count = (...conditions: RawBuilder<unknown>[]) => sql`least(${countedUpTo}::integer,
    (select count(*)::integer from (${sql.join(conditions.map(among), sql` union all `)}) as counted))`;
  const folded = sql`o.fold_id is not null`;
  const single = sql`o.state <> 'waiting' and o.fold_id is null`;
  const found = await sql<Record<keyof Counts, number>>`
    select ${count(single, folded)} as open, ${count(sql`o.assignee_id = ${me(ctx)}`)} as mine,
      ${count(sql`${single} and o.assignee_id is null`, folded)} as unassigned,
      ${count(sql`o.state = 'waiting'`)} as waiting`.execute(ctx.database);
  const counted = found.rows[0] ?? { open: 0, mine: 0, unassigned: 0, waiting: 0 };
  const toCount = (n: number): Count => ({ n, more: n >= countedUpTo });
  return {
    open: toCount(counted.open),
    mine: toCount(counted.mine),
    unassigned: toCount(counted.unassigned),
    waiting: toCount(counted.waiting),
  };
}
