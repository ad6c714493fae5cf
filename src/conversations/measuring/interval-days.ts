import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { bucketOf, type Spread } from './spread.ts';

/** From a moment up to and without another, cut into days of a time zone. */
export interface Days {
  readonly from: Date;
  readonly to: Date;
  readonly zone: string;
}

const counted = {
  /** Messages that ask an answer; those closed as "no answer needed" stand apart. */
  asked: sql`i.kept`,
  excluded: sql`not i.kept`,
  /** Of those that ask an answer, the ones in which we were addressed. */
  askedOfUs: sql`i.kept and i.addressed`,
  answeredOfUs: sql`i.kept and i.addressed and i.replied and (i.untimed or i.waited <= interval '72 hours')`,
  /** Answered within 72 hours on the clock. */
  answered: sql`i.kept and i.replied and (i.untimed or i.waited <= interval '72 hours')`,
  read: sql`i.kept and i.read_at - i.opened_at <= interval '7 days'`,
  untimed: sql`i.kept and i.untimed`,
  /** Received in opening hours, and of those answered within one opening hour. */
  inHours: sql`i.kept and i.opened_in_hours and i.timed_close`,
  withinHour: sql`i.kept and i.opened_in_hours and i.timed_close and i.replied and i.hours_seconds <= 3600`,
  outsideAsked: sql`i.kept and not i.opened_in_hours`,
  outsideAnswered: sql`i.kept and not i.opened_in_hours and i.replied and (i.untimed or i.waited <= interval '72 hours')`,
  /** Answers by a person, and of those to messages in which we were not addressed. */
  person: sql`i.kept and i.closed_by = 'person'`,
  untagged: sql`i.kept and i.closed_by = 'person' and not i.addressed`,
  /** In opening hours: answered, assigned or routed within two hours. */
  opened: sql`i.kept and i.opened_in_hours`,
  triaged: sql`i.kept and i.opened_in_hours and (i.soon or (i.replied and i.hours_seconds <= 7200))`,
  /** Answers by a person to messages without urgency; with one pair of hands, with two, and with approval before. */
  easy: sql`i.kept and i.closed_by = 'person' and i.urgency <= 1`,
  easyAlone: sql`i.kept and i.closed_by = 'person' and i.urgency <= 1 and i.hands <= 1`,
  easyTwo: sql`i.kept and i.closed_by = 'person' and i.urgency <= 1 and i.hands = 2`,
  easyApproved: sql`i.kept and i.closed_by = 'person' and i.urgency <= 1 and i.approved`,
} as const;

export type IntervalCount = keyof typeof counted;
export type IntervalCounts = Readonly<Record<IntervalCount, number>>;
export const intervalCounts = Object.keys(counted) as readonly IntervalCount[];

/** The messages that asked an answer on one day, by the department of their queue ('0': none). */
export interface IntervalDay {
  readonly day: string;
  readonly departmentId: string;
  readonly counts: IntervalCounts;
  /** First answers by a person, in opening hours and on the clock. */
  readonly hours: Spread;
  readonly clock: Spread;
}

/** Counted by the day on which somebody asked. Runs in a transaction with a purpose. Two statements. */
export async function measureIntervals(ctx: Context, days: Days): Promise<IntervalDay[]> {
  const columns = intervalCounts.map(
    (name) => sql`count(*) filter (where ${counted[name]})::int as ${sql.ref(name)}`,
  );
  const found = await sql<IntervalCounts & { day: string; department: string }>`
    select i.day, i.department, ${sql.join(columns)} from (${intervals(days)}) i group by 1, 2`.execute(
    ctx.database,
  );
  const spreads = await readSpreads(ctx, days);
  const none: Spread = { buckets: [], numbers: [] };
  return found.rows.map(({ day, department, ...counts }) => ({
    day,
    departmentId: department,
    counts,
    hours: spreads.get(`${day} ${department} hours`) ?? none,
    clock: spreads.get(`${day} ${department} clock`) ?? none,
  }));
}

function dayOf(column: RawBuilder<unknown>, { zone }: Days): RawBuilder<string> {
  return sql`(${column} at time zone ${zone})::date::text`;
}

function intervals(days: Days): RawBuilder<unknown> {
  return sql`
    select w.*, ${dayOf(sql`w.opened_at`, days)} as day, coalesce(q.department_id, 0)::text as department,
      w.closed_by is distinct from 'closure' as kept, coalesce(w.closed_by in ('person', 'automatic'), false) as replied,
      not w.open_time_known or coalesce(not w.close_time_known, false) as untimed,
      coalesce(w.close_time_known, true) as timed_close, w.closed_at - w.opened_at as waited,
      coalesce(m.urgency, 0) as urgency, r.approved_by is not null as approved,
      case when w.closed_by = 'person' then (select count(distinct who) from (
        select a.employee_id as who from assignment a where a.conversation_id = w.conversation_id
          and a.assigned_at between w.opened_at and w.closed_at
        union all select r.author_id union all select r.approved_by) h) else 0 end as hands,
      exists (select from assignment a where a.conversation_id = w.conversation_id
        and a.assigned_at between w.opened_at and w.opened_at + interval '2 hours')
      or exists (select from routing g where g.conversation_id = w.conversation_id
        and g.at between w.opened_at and w.opened_at + interval '2 hours') as soon
    from response_interval w join queue q on q.id = w.queue_id
    join message m on m.id = w.message_id and m.received_at = w.received_at
    left join reply r on r.message_id = w.reply_message_id
    where w.opened_at >= ${days.from} and w.opened_at < ${days.to}`;
}

async function readSpreads(ctx: Context, days: Days): Promise<Map<string, Spread>> {
  const found = await sql<{ key: string; buckets: number[]; numbers: number[] }>`
    select key, array_agg(bucket order by bucket) as buckets, array_agg(n order by bucket) as numbers from (
      select ${dayOf(sql`w.opened_at`, days)} || ' ' || coalesce(q.department_id, 0) || ' ' || v.clock as key, v.bucket,
        count(*)::int as n
      from response_interval w join queue q on q.id = w.queue_id
      join conversation k on k.id = w.conversation_id and k.started_by = 'customer'
      cross join lateral (values ('hours', ${bucketOf(sql`w.hours_seconds`)}), ('clock', ${bucketOf(sql`w.clock_seconds`)}))
        as v (clock, bucket)
      where w.opened_at >= ${days.from} and w.opened_at < ${days.to} and w.clock in ('first', 'again')
        and w.closed_by = 'person' and w.open_time_known and w.close_time_known
      group by 1, 2) b group by key`.execute(ctx.database);
  return new Map(found.rows.map(({ key, buckets, numbers }) => [key, { buckets, numbers }]));
}

/** Of messages received in opening hours: how many, and how many answered within one. No join, for a few days at most. */
export async function measureLastHour(
  ctx: Context,
  { from, to }: Pick<Days, 'from' | 'to'>,
): Promise<{ departmentId: string; inHours: number; withinHour: number }[]> {
  const found = await sql<{ departmentId: string; inHours: number; withinHour: number }>`
    select coalesce(q.department_id, 0)::text as "departmentId", count(*)::int as "inHours",
      count(*) filter (where w.closed_by in ('person', 'automatic') and w.hours_seconds <= 3600)::int as "withinHour"
    from response_interval w join queue q on q.id = w.queue_id
    where w.opened_at > ${from} and w.opened_at < ${to} and w.opened_in_hours and coalesce(w.close_time_known, true)
      and w.closed_by is distinct from 'closure' group by 1`.execute(ctx.database);
  return found.rows;
}
