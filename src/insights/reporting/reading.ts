import { type RawBuilder, sql } from 'kysely';
import { momentBefore } from '../../conversations/hours.ts';
import { type HourCounts, hourCounts } from '../../conversations/measuring/asked-hours.ts';
import type { WaitKind } from '../../conversations/measuring/wait-days.ts';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { startOfDay } from '../rolling/reading.ts';
import type { ReportScope } from './asking.ts';
import { type Counts, poured } from './packing.ts';
import { asDays, asMoments, type Spans } from './spans.ts';
import { snake } from './summing.ts';

/** Until when a message is old enough to count: whole hours that ended so long ago. */
export interface Settled {
  /** 72 hours on the clock have passed. */
  readonly answerable: Date;
  /** One hour of opening hours has passed. */
  readonly withinHour: Date;
}

export async function settledBy(ctx: Context): Promise<Settled> {
  const now = ctx.clock.now();
  const hour = (at: Date) => new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000);
  return {
    answerable: hour(asDate(now.subtract({ hours: 72 }))),
    withinHour: hour(await momentBefore(ctx, asDate(now), 3600)),
  };
}

/** Which of the counts stand only for what is old enough. */
const ripening: Readonly<Record<string, keyof Settled>> = {
  answered: 'answerable',
  addressedAnswered: 'answerable',
  outsideAnswered: 'answerable',
  inHours: 'withinHour',
  withinHour: 'withinHour',
};

/** Sums; `…Settled` of what was asked long enough ago to have been answered in time. */
export type Sums = HourCounts &
  Readonly<Record<'askedSettled' | 'addressedSettled' | 'outsideSettled', number>>;
export const sumNames = [...hourCounts, 'askedSettled', 'addressedSettled', 'outsideSettled'] as const;

/** One sum over rows `h` that say what they are old enough for; null: nothing of that kind there, which is 0. */
function sumOf(name: (typeof sumNames)[number]): RawBuilder<unknown> {
  const whole = name.endsWith('Settled') ? name.slice(0, -'Settled'.length) : name;
  const ripe = name === whole ? ripening[name] : 'answerable';
  const counted = ripe ? sql`filter (where h.${sql.ref(ripe)})` : sql``;
  return sql`coalesce(sum(h.${sql.ref(snake(whole))}) ${counted}, 0)::int as ${sql.ref(name)}`;
}

export interface GroupSums extends Sums {
  readonly now: boolean;
  readonly queueId: string;
  readonly accountId: string;
}

function chosen(scope: ReportScope, alias: string): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql<boolean>`${column('queue_id')} = any(${scope.queueIds}::bigint[])
    and ${column('account_id')} = any(${scope.accountIds}::bigint[])`;
}

function moments({ before, from, to, zone }: ReportScope) {
  const at = (day: string) => asDate(startOfDay(day, zone));
  return { before: at(before), from: at(from), to: at(to) };
}

/**
 * Sums of the period and of the one before, per queue and account; of days, and of hours where not all of them are old
 * enough. One statement.
 */
export async function readSums(
  ctx: Context,
  { scope, spans, settled }: { scope: ReportScope; spans: Spans; settled: Settled },
): Promise<GroupSums[]> {
  const { before, from, to } = moments(scope);
  const ripe = asDate(startOfDay(spans.ripeUntil, scope.zone));
  const counts = sql.join(hourCounts.map((name) => sql.ref(snake(name))));
  const found = await sql<GroupSums>`
    select h.now, h.queue_id::text as "queueId", h.account_id::text as "accountId", ${sql.join(sumNames.map(sumOf))}
    from (
      select d.day >= ${scope.from}::date as now, true as answerable, true as "withinHour", queue_id, account_id, ${counts}
      from report_count d where d.day >= ${scope.before}::date
        and d.day < least(${scope.to}::date, ${spans.ripeUntil}::date) and ${chosen(scope, 'd')}
      union all
      select h.hour >= ${from}, h.hour < ${settled.answerable}, h.hour < ${settled.withinHour}, queue_id, account_id,
        ${counts}
      from report_hour h where h.hour >= greatest(${before}::timestamptz, ${ripe}::timestamptz) and h.hour < ${to}
        and ${chosen(scope, 'h')}) h
    group by h.now, h.queue_id, h.account_id`.execute(ctx.database);
  return found.rows;
}

export interface GroupWaits {
  readonly now: boolean;
  readonly queueId: string;
  readonly accountId: string;
  readonly kind: WaitKind;
  readonly counts: Counts;
}

/** How long it took, in both periods, per queue and account; of whole months and the days beside them. One statement. */
export async function readWaits(
  ctx: Context,
  { scope, spans }: { scope: ReportScope; spans: Spans },
): Promise<GroupWaits[]> {
  const found = await sql<Omit<GroupWaits, 'counts'> & { spread: Buffer }>`
    select m.month >= ${scope.from}::date as now, m.queue_id as "queueId", m.account_id as "accountId", m.kind, m.spread
    from report_month_wait m where m.month = any(${spans.months}::date[]) and ${chosen(scope, 'm')}
    union all
    select w.day >= ${scope.from}::date, w.queue_id, w.account_id, w.kind, w.spread
    from ${asDays(spans)} join report_wait w on w.day >= r.since and w.day < r.until and ${chosen(scope, 'w')}`.execute(
    ctx.database,
  );
  return poured(found.rows, (row) => `${row.now} ${row.queueId} ${row.accountId} ${row.kind}`);
}

/** What was asked in one hour of the week, and what became of it. */
export interface WeekHour {
  /** Monday is 1. */
  readonly weekday: number;
  readonly hour: number;
  readonly asked: number;
  readonly outside: number;
  /** Of those outside opening hours: answered within an hour on the clock. */
  readonly outsideSoon: number;
  /** Old enough, and of those answered within 72 hours. */
  readonly settled: number;
  readonly answered: number;
  readonly outsideSettled: number;
  readonly outsideAnswered: number;
}

/** Only hours in which something was asked; of whole months and the days beside them. One statement. */
export async function readWeek(
  ctx: Context,
  { scope, spans, settled }: { scope: ReportScope; spans: Spans; settled: Settled },
): Promise<WeekHour[]> {
  const { from } = moments(scope);
  const local = sql`h.hour at time zone ${scope.zone}`;
  const ripe = sql`filter (where h.ripe)`;
  // Per hour first: then the week is worked out once for each hour, and not for each row of it.
  const found = await sql<WeekHour>`
    select (h.at / 24 + 1)::int as weekday, (h.at % 24)::int as hour,
      sum(h.asked)::int as asked, sum(h.outside)::int as outside, sum(h.outside_soon)::int as "outsideSoon",
      coalesce(sum(h.asked) ${ripe}, 0)::int as settled, coalesce(sum(h.answered) ${ripe}, 0)::int as answered,
      coalesce(sum(h.outside) ${ripe}, 0)::int as "outsideSettled",
      coalesce(sum(h.outside_answered) ${ripe}, 0)::int as "outsideAnswered"
    from (
      select ((extract(isodow from ${local}) - 1) * 24 + extract(hour from ${local}))::int as at,
        h.hour < ${settled.answerable} as ripe, h.asked, h.outside, h.outside_soon, h.answered, h.outside_answered
      from (
        select h.hour, sum(h.asked) as asked, sum(h.outside) as outside, sum(h.outside_soon) as outside_soon,
          sum(h.answered) as answered, sum(h.outside_answered) as outside_answered
        from ${asMoments(spans, scope.zone)} join report_hour h on h.hour >= greatest(r.since, ${from}::timestamptz)
          and h.hour < r.until and ${chosen(scope, 'h')} and h.asked > 0
        group by h.hour) h
      union all
      select m.hour_of_week, true, m.asked, m.outside, m.outside_soon, m.answered, m.outside_answered
      from report_month_hour m where m.month = any(${spans.months}::date[]) and m.month >= ${scope.from}::date
        and ${chosen(scope, 'm')}) h
    group by h.at order by h.at`.execute(ctx.database);
  return found.rows;
}

/** What came and went on one day, or in the week that begins on it. */
export interface Volume {
  readonly day: string;
  readonly messages: number;
  readonly asked: number;
  readonly answers: number;
  readonly started: number;
  readonly closed: number;
}

/** Per day, and over longer than ten weeks per week. One statement. */
export async function readVolumes(ctx: Context, scope: ReportScope): Promise<Volume[]> {
  const found = await sql<Volume>`
    select date_trunc(${volumeStep(scope)}, d.day::timestamp)::date::text as day,
      sum(d.messages)::int as messages, sum(d.asked)::int as asked, sum(d.answers)::int as answers,
      sum(d.started)::int as started, sum(d.closed)::int as closed
    from report_count d where d.day >= ${scope.from}::date and d.day < ${scope.to}::date and ${chosen(scope, 'd')}
    group by 1 order by 1`.execute(ctx.database);
  return found.rows;
}

export function volumeStep({ from, to }: ReportScope): 'day' | 'week' {
  const length = Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;
  return length > 70 ? 'week' : 'day';
}

export interface Reason {
  readonly kind: string;
  readonly key: string;
  readonly n: number;
  readonly before: number;
}

/** The most frequent twelve of each kind. One statement. */
export async function readReasons(
  ctx: Context,
  { scope, spans }: { scope: ReportScope; spans: Spans },
): Promise<Reason[]> {
  const found = await sql<Reason>`
    select kind, key, n, before from (
      select kind, key, coalesce(sum(r.n) filter (where r.now), 0)::int as n,
        coalesce(sum(r.n) filter (where not r.now), 0)::int as before,
        row_number() over (partition by kind order by coalesce(sum(r.n) filter (where r.now), 0) desc, key) as place
      from (
        select m.month >= ${scope.from}::date as now, m.kind, m.key, m.n from report_month_reason m
        where m.month = any(${spans.months}::date[]) and ${chosen(scope, 'm')}
        union all
        select d.day >= ${scope.from}::date, d.kind, d.key, d.n
        from ${asDays(spans)} join report_reason d on d.day >= r.since and d.day < r.until and ${chosen(scope, 'd')}) r
      group by kind, key) t
    where place <= 12 and n > 0 order by kind, n desc, key`.execute(ctx.database);
  return found.rows;
}

export interface ColleagueSums {
  readonly employeeId: string;
  readonly name: string;
  readonly answers: number;
  readonly counts: Counts;
}

const mostColleagues = 200;

/** Colleagues who answered in the period, from the day on which the works council agreed. One statement. */
export async function readColleagues(
  ctx: Context,
  { scope, spans }: { scope: ReportScope; spans: Spans },
): Promise<ColleagueSums[]> {
  const found = await sql<{ employeeId: string; name: string; answers: number; spread: Buffer }>`
    with said as materialized (
      select m.employee_id, m.answers, m.spread from report_month_colleague m
      where m.month = any(${spans.months}::date[]) and m.month >= ${scope.from}::date and ${chosen(scope, 'm')}
      union all
      select d.employee_id, d.answers, d.spread
      from ${asDays(spans)} join report_colleague d on d.day >= greatest(r.since, ${scope.from}::date)
        and d.day < r.until and ${chosen(scope, 'd')})
    select e.id::text as "employeeId", e.name, s.answers, o.spread
    from (select employee_id, sum(answers)::int as answers from said group by 1) s
    join employee e on e.id = s.employee_id
    join said o on o.employee_id = s.employee_id
    order by s.answers desc, e.name, e.id`.execute(ctx.database);
  return poured(found.rows, ({ employeeId }) => employeeId).slice(0, mostColleagues);
}

/** Conversations whose answer is late by now, of what began to wait in the period. One statement. */
export async function readOverdue(
  ctx: Context,
  scope: ReportScope,
): Promise<{ queueId: string; channel: string; n: number }[]> {
  const { from, to } = moments(scope);
  const channels = scope.accounts
    .filter(({ id }) => scope.accountIds.includes(id))
    .map(({ channel }) => channel);
  const found = await sql<{ queueId: string; channel: string; n: number }>`
    select o.queue_id::text as "queueId", o.channel, count(*)::int as n from conversation_open o
    where o.queue_id = any(${scope.queueIds}::bigint[]) and o.channel = any(${channels}::text[])
      and o.due_at < ${asDate(ctx.clock.now())} and o.due_kind in ('first', 'next') and o.state <> 'waiting'
      and o.waiting_since >= ${from} and o.waiting_since < ${to} group by 1, 2`.execute(ctx.database);
  return found.rows;
}
