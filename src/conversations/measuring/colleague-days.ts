import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Days } from './interval-days.ts';
import { bucketOf, type Spread } from './spread.ts';
import { firstAnswer } from './wait-days.ts';

/** What one colleague answered on one day, and how long those had waited in opening hours who got a first answer. */
export interface ColleagueDay extends Spread {
  readonly day: string;
  readonly employeeId: string;
  readonly queueId: string;
  readonly accountId: string;
  readonly answers: number;
}

/** By the day of answering. Only to be kept where the works council agreed. Runs in a transaction with a purpose. */
export async function measureColleagues(ctx: Context, { from, to, zone }: Days): Promise<ColleagueDay[]> {
  const found = await sql<ColleagueDay>`
    with answered as (
      select (t.sent_at at time zone ${zone})::date::text as day, m.employee_id, c.queue_id, c.channel_account_id, f.bucket
      from conversation_item t
      join message m on m.id = t.message_id and m.received_at = t.received_at
      join conversation c on c.id = t.conversation_id
      left join lateral (
        select ${bucketOf(sql`w.hours_seconds`)} as bucket
        from conversation_item q join response_interval w on w.message_id = q.message_id and w.received_at = q.received_at
        where q.conversation_id = t.conversation_id and q.kind = 'in' and w.reply_message_id = t.message_id and ${firstAnswer}
        limit 1) f on true
      where t.kind in ('reply', 'post') and t.kind = 'reply' and not m.automatic and m.employee_id is not null
        and t.sent_at >= ${from} and t.sent_at < ${to})
    , counted as (
      select day, employee_id, queue_id, channel_account_id, bucket, count(*)::int as n from answered group by 1, 2, 3, 4, 5)
    select day, employee_id::text as "employeeId", queue_id::text as "queueId", channel_account_id::text as "accountId",
      sum(n)::int as answers,
      coalesce(array_agg(bucket order by bucket) filter (where bucket is not null), '{}') as buckets,
      coalesce(array_agg(n order by bucket) filter (where bucket is not null), '{}') as numbers
    from counted group by 1, 2, 3, 4`.execute(ctx.database);
  return found.rows;
}
