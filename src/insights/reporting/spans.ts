import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { DayRange } from '../rolling/keeping.ts';
import { dayAt, startOfDay } from '../rolling/reading.ts';
import type { ReportScope } from './asking.ts';
import type { Settled } from './reading.ts';

/** What of the two periods is read as months that were added up, and what by its days. */
export interface Spans {
  readonly months: readonly string[];
  readonly days: readonly DayRange[];
  /** From this day on not all of it is old enough for every count: there hours are read. */
  readonly ripeUntil: string;
}

/** One statement. */
export async function spansOf(ctx: Context, scope: ReportScope, settled: Settled): Promise<Spans> {
  const ripe = Math.min(settled.answerable.getTime(), settled.withinHour.getTime());
  const ripeUntil = dayAt(Temporal.Instant.fromEpochMilliseconds(ripe), scope.zone);
  const found = await sql<{ month: string }>`
    select month::text as month from report_month
    where month >= ${scope.before}::date and month < ${scope.to}::date and month + interval '1 month' <= ${ripeUntil}::date
    order by month`.execute(ctx.database);
  const [before, now] = [
    { from: scope.before, to: scope.from },
    { from: scope.from, to: scope.to },
  ];
  const parts = [before, now].map((period) => split(period, found.rows));
  return {
    months: parts.flatMap(({ months }) => months),
    days: parts.flatMap(({ days }) => days),
    ripeUntil,
  };
}

/** Whole months of a period, and the days before, between and after them. */
function split({ from, to }: DayRange, known: readonly { month: string }[]) {
  const months = known.flatMap(({ month }) => (month >= from && monthAfter(month) <= to ? month : []));
  const days: DayRange[] = [];
  let begin = from;
  for (const month of months) {
    if (begin < month) days.push({ from: begin, to: month });
    begin = monthAfter(month);
  }
  if (begin < to) days.push({ from: begin, to });
  return { months, days };
}

export function monthAfter(month: string): string {
  return Temporal.PlainDate.from(month).add({ months: 1 }).toString();
}

/** The days of `spans` as a table `r` of moments `since` and `until`. */
export function asMoments({ days }: Spans, zone: string) {
  const at = (day: string) => startOfDay(day, zone).toString();
  return sql`unnest(${days.map(({ from }) => at(from))}::timestamptz[], ${days.map(({ to }) => at(to))}::timestamptz[])
    as r (since, until)`;
}

/** The days of `spans` as a table `r` of days `since` and `until`. */
export function asDays({ days }: Spans) {
  return sql`unnest(${days.map(({ from }) => from)}::date[], ${days.map(({ to }) => to)}::date[]) as r (since, until)`;
}
