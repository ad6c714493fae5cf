import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

/**
 * The days whose counts messages with a number above `after` may change: when they were said, and for what we said the
 * week before, in which the question stood. Runs in a transaction with a purpose.
 */
export async function changedDays(
  ctx: Context,
  { after, zone }: { after: string; zone: string },
): Promise<{ days: string[]; last: string }> {
  const found = await sql<{ days: string[] | null; last: string | null }>`
    with fresh as (
      select (sent_at at time zone ${zone})::date as day, bool_or(direction = 'out') as answered, max(id) as last
      from message where id > ${after} group by 1)
    select array_agg(distinct (day - back)::text) as days, max(last)::text as last
    from fresh cross join generate_series(0, 8) back where back = 0 or answered`.execute(ctx.database);
  return { days: found.rows[0]?.days ?? [], last: found.rows[0]?.last ?? after };
}
