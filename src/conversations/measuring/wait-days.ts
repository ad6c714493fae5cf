import { sql } from 'kysely';
import { businessSeconds, type CalendarVersion, compileCalendar } from '../../organisation/calendar.ts';
import type { Context } from '../../platform/context.ts';
import { lasting } from './asked-hours.ts';
import type { Days } from './interval-days.ts';
import { bucketOf, type Spread, spreadOf } from './spread.ts';

export const waitKinds = ['first_hours', 'first_clock', 'resolved_hours', 'resolved_clock'] as const;
export type WaitKind = (typeof waitKinds)[number];

/** How long something took, of one day, queue and account. */
export interface WaitDay extends Spread {
  readonly day: string;
  readonly queueId: string;
  readonly accountId: string;
  readonly kind: WaitKind;
}

/** First answers by the day of asking, endings by the day of ending. Runs in a transaction with a purpose. */
export async function measureWaits(ctx: Context, days: Days): Promise<WaitDay[]> {
  return [...(await firstAnswers(ctx, days)), ...(await resolutions(ctx, days))];
}

/** A first answer by a person, both times known, to a customer who began. On `response_interval w`, conversation `c`. */
export const firstAnswer = sql<boolean>`(w.clock in ('first', 'again') and w.closed_by = 'person'
  and w.open_time_known and w.close_time_known and c.started_by = 'customer')`;

async function firstAnswers(ctx: Context, { from, to, zone }: Days): Promise<WaitDay[]> {
  const found = await sql<WaitDay>`
    select day, "queueId", "accountId", kind, array_agg(bucket order by bucket) as buckets,
      array_agg(n order by bucket) as numbers
    from (
      select (w.opened_at at time zone ${zone})::date::text as day, w.queue_id::text as "queueId",
        c.channel_account_id::text as "accountId", v.kind, ${bucketOf(sql`v.seconds`)} as bucket, count(*)::int as n
      from response_interval w join conversation c on c.id = w.conversation_id
      cross join lateral (values ('first_hours', w.hours_seconds), ('first_clock', w.clock_seconds)) as v (kind, seconds)
      where w.opened_at >= ${from} and w.opened_at < ${to} and ${firstAnswer}
      group by 1, 2, 3, 4, 5) b
    group by 1, 2, 3, 4`.execute(ctx.database);
  return found.rows;
}

interface Ending {
  day: string;
  queueId: string;
  accountId: string;
  clock: number;
  hours: number | null;
  /** Where it came back within a week: since when it lasts, and by which hours. */
  since: Date | null;
  closedAt: Date;
  calendar: string | null;
}

/**
 * From the first message to the last ending: a coming back within a week belongs to the same case. The time of a case
 * that never came back was frozen when it ended; of the others all of it is measured by the calendar of the last ending.
 */
export function endings({ from, to, zone }: Days) {
  return sql<Ending>`
    select (k.closed_at at time zone ${zone})::date::text as day, c.queue_id::text as "queueId",
      c.channel_account_id::text as "accountId", k.closed_at as "closedAt", k.calendar_version_id::text as calendar,
      k.hours_seconds::float8 as hours, e.since,
      coalesce(extract(epoch from k.closed_at - e.since), k.clock_seconds)::float8 as clock
    from closure k join conversation c on c.id = k.conversation_id
    left join lateral (
      select max(b.id) as id from closure b where b.conversation_id = k.conversation_id and b.id < k.id
        and (b.reopened_at is null or b.reopened_at - b.closed_at > interval '7 days')) whole on true
    left join lateral (
      select min(w.opened_at) as since
      from conversation_item t join response_interval w on w.message_id = t.message_id and w.received_at = t.received_at
      where t.conversation_id = k.conversation_id
        and w.opened_at > coalesce((select p.closed_at from closure p where p.id = whole.id), '-infinity')
        and exists (select from closure b where b.conversation_id = k.conversation_id and b.id < k.id
          and b.id > coalesce(whole.id, 0))) e on true
    where k.closed_at >= ${from} and k.closed_at < ${to} and k.clock_seconds is not null and ${lasting}`;
}

async function resolutions(ctx: Context, days: Days): Promise<WaitDay[]> {
  const { rows } = await endings(days).execute(ctx.database);
  const open = await openingOf(ctx, rows);
  const seconds = new Map<string, { at: Omit<WaitDay, keyof Spread>; all: number[] }>();
  for (const row of rows) {
    const { day, queueId, accountId } = row;
    const measured = { resolved_clock: row.clock, resolved_hours: row.since ? open(row) : row.hours };
    for (const [kind, took] of Object.entries(measured) as [WaitKind, number | null][]) {
      if (took === null) continue;
      const key = `${day} ${queueId} ${accountId} ${kind}`;
      const group = seconds.get(key) ?? { at: { day, queueId, accountId, kind }, all: [] };
      group.all.push(took);
      seconds.set(key, group);
    }
  }
  return [...seconds.values()].map(({ at, all }) => ({ ...at, ...spreadOf(all) }));
}

/** How much of a case that came back lay in opening hours, by the calendar that was frozen with its ending. */
async function openingOf(ctx: Context, rows: readonly Ending[]): Promise<(row: Ending) => number | null> {
  const ids = [...new Set(rows.flatMap(({ since, calendar }) => (since && calendar ? [calendar] : [])))];
  if (ids.length === 0) return () => null;
  const found = await sql<{ id: string; hours: CalendarVersion }>`
    select id::text as id, hours from calendar_version where id = any(${ids}::bigint[])`.execute(
    ctx.database,
  );
  const calendars = new Map(found.rows.map(({ id, hours }) => [id, compileCalendar(hours)]));
  return ({ calendar, since, closedAt }) => {
    const held = calendars.get(calendar ?? '');
    return held && since ? businessSeconds(held, since.getTime() / 1000, closedAt.getTime() / 1000) : null;
  };
}
