import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

/** What was asked within one hour on one channel for one department, and what became of it. */
export interface AskedHour {
  readonly channel: string;
  readonly departmentId: string | null;
  /** Epoch seconds at which the hour begins. */
  readonly hour: number;
  /** The Monday of its week where the organisation is, 'YYYY-MM-DD'. */
  readonly week: string;
  /** Answerable and at least 72 hours old; of those, answered within 72 hours. */
  readonly asked: number;
  readonly answered: number;
  /** In opening hours and answered within one; of those received in opening hours. */
  readonly inHours: number;
  readonly quick: number;
  /** First answers by a person, in opening hours: how many, and the sums of the logarithm of the seconds and its square. */
  readonly first: number;
  readonly logs: number;
  readonly squares: number;
}

/**
 * Answering by the hour since a moment, so that whoever asks can add up what lies within some scope of channels, hours
 * and departments, and what lies beside it. One statement.
 */
export async function askedByHour(
  ctx: Context,
  { since, timezone }: { since: Temporal.Instant; timezone: string },
): Promise<AskedHour[]> {
  const now = new Date(ctx.clock.now().epochMilliseconds);
  const found = await sql<AskedHour>`
    select a.channel, q.department_id as "departmentId",
      extract(epoch from date_trunc('hour', i.opened_at))::float8 as hour,
      to_char(date_trunc('week', i.opened_at at time zone ${timezone}), 'YYYY-MM-DD') as week,
      count(*) filter (where i.opened_at <= ${now}::timestamptz - interval '72 hours')::int as asked,
      count(*) filter (where i.opened_at <= ${now}::timestamptz - interval '72 hours'
        and i.closed_by in ('person', 'automatic') and i.clock_seconds <= 259200)::int as answered,
      count(*) filter (where i.opened_in_hours)::int as "inHours",
      count(*) filter (where i.opened_in_hours and i.closed_by in ('person', 'automatic')
        and i.hours_seconds <= 3600)::int as quick,
      count(*) filter (where f.wait is not null)::int as first,
      coalesce(sum(f.wait), 0)::float8 as logs, coalesce(sum(f.wait * f.wait), 0)::float8 as squares
    from response_interval i
    join conversation c on c.id = i.conversation_id
    join channel_account a on a.id = c.channel_account_id
    join queue q on q.id = i.queue_id
    left join lateral (select ln(greatest(i.hours_seconds, 1))::float8 as wait
      where i.closed_by = 'person' and i.clock in ('first', 'again') and i.open_time_known and i.close_time_known) f on true
    where i.opened_at >= ${new Date(since.epochMilliseconds)} and i.opened_at < ${now}
      and i.closed_by is distinct from 'closure'
    group by 1, 2, 3, 4`.execute(ctx.database);
  return found.rows;
}
