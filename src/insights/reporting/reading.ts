import { type RawBuilder, sql } from 'kysely';
import { momentBefore } from '../../conversations/hours.ts';
import { type HourCounts, hourCounts } from '../../conversations/measuring/asked-hours.ts';
import type { WaitKind } from '../../conversations/measuring/wait-days.ts';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { startOfDay } from '../rolling/reading.ts';
import type { ReportScope } from './asking.ts';

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

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** One sum over `report_hour h`; null: nothing of that kind there, which is 0. */
function sumOf(name: (typeof sumNames)[number], settled: Settled): RawBuilder<unknown> {
  const whole = name.endsWith('Settled') ? name.slice(0, -'Settled'.length) : name;
  const ripe = name === whole ? ripening[name] : 'answerable';
  const column = sql.ref(`h.${snake(whole)}`);
  const counted = ripe ? sql`filter (where h.hour < ${settled[ripe]})` : sql``;
  return sql`coalesce(sum(${column}) ${counted}, 0)::int as ${sql.ref(name)}`;
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

/** Sums of the period and of the one before, per queue and account. One statement. */
export async function readSums(ctx: Context, scope: ReportScope, settled: Settled): Promise<GroupSums[]> {
  const { before, from, to } = moments(scope);
  const found = await sql<GroupSums>`
    select h.hour >= ${from} as now, h.queue_id::text as "queueId", h.account_id::text as "accountId",
      ${sql.join(sumNames.map((name) => sumOf(name, settled)))}
    from report_hour h where h.hour >= ${before} and h.hour < ${to} and ${chosen(scope, 'h')}
    group by 1, h.queue_id, h.account_id`.execute(ctx.database);
  return found.rows;
}

export interface GroupWaits {
  readonly now: boolean;
  readonly queueId: string;
  readonly accountId: string;
  readonly kind: WaitKind;
  readonly buckets: readonly number[];
  readonly numbers: readonly number[];
}

/** How long it took, in both periods, per queue and account. One statement. */
export async function readWaits(ctx: Context, scope: ReportScope): Promise<GroupWaits[]> {
  const found = await sql<GroupWaits>`
    select now, queue_id::text as "queueId", account_id::text as "accountId", kind, array_agg(bucket) as buckets, array_agg(n) as numbers
    from (
      select w.day >= ${scope.from}::date as now, w.queue_id, w.account_id, w.kind,
        b.bucket, sum(b.n)::int as n
      from report_wait w cross join lateral unnest(w.buckets, w.numbers) as b (bucket, n)
      where w.day >= ${scope.before}::date and w.day < ${scope.to}::date and ${chosen(scope, 'w')}
      group by 1, 2, 3, 4, 5) t
    group by now, queue_id, account_id, kind`.execute(ctx.database);
  return found.rows;
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

/** Only hours in which something was asked. One statement. */
export async function readWeek(ctx: Context, scope: ReportScope, settled: Settled): Promise<WeekHour[]> {
  const { from, to } = moments(scope);
  const local = sql`h.hour at time zone ${scope.zone}`;
  const ripe = sql`filter (where h.hour < ${settled.answerable})`;
  // Per hour first: then the week is worked out once for each hour, and not for each row of it.
  const found = await sql<WeekHour>`
    select extract(isodow from ${local})::int as weekday, extract(hour from ${local})::int as hour,
      sum(h.asked)::int as asked, sum(h.outside)::int as outside, sum(h.soon)::int as "outsideSoon",
      coalesce(sum(h.asked) ${ripe}, 0)::int as settled, coalesce(sum(h.answered) ${ripe}, 0)::int as answered,
      coalesce(sum(h.outside) ${ripe}, 0)::int as "outsideSettled",
      coalesce(sum(h.outside_answered) ${ripe}, 0)::int as "outsideAnswered"
    from (
      select h.hour, sum(h.asked) as asked, sum(h.outside) as outside, sum(h.outside_soon) as soon,
        sum(h.answered) as answered, sum(h.outside_answered) as outside_answered
      from report_hour h where h.hour >= ${from} and h.hour < ${to} and ${chosen(scope, 'h')} and h.asked > 0
      group by h.hour) h
    group by 1, 2 order by 1, 2`.execute(ctx.database);
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
  const { from, to } = moments(scope);
  const found = await sql<Volume>`
    select date_trunc(${volumeStep(scope)}, h.hour at time zone ${scope.zone})::date::text as day,
      sum(h.messages)::int as messages, sum(h.asked)::int as asked, sum(h.answers)::int as answers,
      sum(h.started)::int as started, sum(h.closed)::int as closed
    from (
      select h.hour, sum(h.messages) as messages, sum(h.asked) as asked, sum(h.answers) as answers,
        sum(h.started) as started, sum(h.closed) as closed
      from report_hour h where h.hour >= ${from} and h.hour < ${to} and ${chosen(scope, 'h')} group by h.hour) h
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
export async function readReasons(ctx: Context, scope: ReportScope): Promise<Reason[]> {
  const found = await sql<Reason>`
    select kind, key, n, before from (
      select kind, key, coalesce(sum(r.n) filter (where r.day >= ${scope.from}::date), 0)::int as n,
        coalesce(sum(r.n) filter (where r.day < ${scope.from}::date), 0)::int as before,
        row_number() over (partition by kind
          order by coalesce(sum(r.n) filter (where r.day >= ${scope.from}::date), 0) desc, key) as place
      from report_reason r
      where r.day >= ${scope.before}::date and r.day < ${scope.to}::date and ${chosen(scope, 'r')} group by kind, key) t
    where place <= 12 and n > 0 order by kind, n desc, key`.execute(ctx.database);
  return found.rows;
}

export interface ColleagueSums {
  readonly employeeId: string;
  readonly name: string;
  readonly answers: number;
  readonly buckets: readonly number[];
  readonly numbers: readonly number[];
}

/** Colleagues who answered in the period, from the day on which the works council agreed. One statement. */
export async function readColleagues(ctx: Context, scope: ReportScope): Promise<ColleagueSums[]> {
  const within = sql`r.day >= ${scope.from}::date and r.day < ${scope.to}::date and ${chosen(scope, 'r')}`;
  const found = await sql<ColleagueSums>`
    select e.id::text as "employeeId", e.name, s.answers, coalesce(b.buckets, '{}') as buckets,
      coalesce(b.numbers, '{}') as numbers
    from (select employee_id, sum(answers)::int as answers from report_colleague r where ${within} group by 1) s
    join employee e on e.id = s.employee_id
    left join lateral (
      select array_agg(bucket) as buckets, array_agg(n) as numbers from (
        select u.bucket, sum(u.n)::int as n from report_colleague r
        cross join lateral unnest(r.buckets, r.numbers) as u (bucket, n)
        where r.employee_id = s.employee_id and ${within} group by 1) t) b on true
    order by s.answers desc, e.name limit 200`.execute(ctx.database);
  return found.rows;
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
