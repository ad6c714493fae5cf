import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { type CalendarVersion, compileCalendar, type Weekday } from '../calendar.ts';
import { addVersion } from '../calendars.ts';

export interface Following {
  /** The calendar they worked by until now: a queue with hours of its own keeps them. */
  from: string;
  to: string;
  /** Only the queues of these departments. */
  departmentIds?: readonly string[] | undefined;
}

/**
 * The queues that worked by one calendar work by another from now on; what was asked before keeps the hours of then. For
 * whoever decides on hours elsewhere, such as a pilot that grows. Answers how many changed.
 */
export async function followCalendar(ctx: Context, { from, to, departmentIds }: Following): Promise<number> {
  const changed = await sql<{ id: string }>`
    update queue q set calendar_id = c.id from calendar c, calendar old
    where c.key = ${to} and old.key = ${from} and q.calendar_id = old.id and c.id <> old.id
      and (${departmentIds === undefined} or q.department_id = any (${[...(departmentIds ?? [])]}::bigint[]))
    returning q.id`.execute(ctx.database);
  await ctx.emit(
    changed.rows.map(({ id }) => ({ verb: 'queue.hours-changed', subject: { kind: 'queue', id } })),
  );
  return changed.rows.length;
}

export type Longer = 'evenings' | 'weekend';

/** These hours with the evenings of the days that are open until 22:00; `weekend`: and Saturday and Sunday 10:00-18:00. */
export function longerHours(hours: CalendarVersion, to: Longer): CalendarVersion {
  const days: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
  const intervals = days.flatMap((weekday) => {
    const own = hours.intervals.filter((one) => one.weekday === weekday);
    const last = own.toSorted((a, b) => (a.to < b.to ? -1 : 1)).at(-1);
    if (last && weekday <= 5) return last.to < '22:00' ? stretched(own, last) : own;
    if (own.length > 0 || to === 'evenings' || weekday <= 5) return own;
    return [{ weekday, from: '10:00', to: '18:00' }];
  });
  return { ...hours, intervals };
}

function stretched(
  own: CalendarVersion['intervals'],
  last: CalendarVersion['intervals'][number],
): CalendarVersion['intervals'] {
  return own.map((one) => (one === last ? { ...one, to: '22:00' } : one));
}

/**
 * The calendar under this key, made with these hours when it is not there yet. Gives the newest version that it has: a
 * plan names a version, so that hours which change later do not change what was agreed.
 */
export async function calendarMade(
  ctx: Context,
  { key, name, hours }: { key: string; name: string; hours: CalendarVersion },
): Promise<{ calendar: string; version: number }> {
  compileCalendar(hours);
  const made = await sql<{ id: string }>`
    insert into calendar (key, name) values (${key}, ${name}) on conflict (key) do nothing returning id`.execute(
    ctx.database,
  );
  const [row] = made.rows;
  if (row) await addVersion(ctx, row.id, { hours, from: asDate(ctx.clock.now()) });
  const found = await sql<{ version: number }>`
    select max(v.version) as version from calendar c join calendar_version v on v.calendar_id = c.id
    where c.key = ${key}`.execute(ctx.database);
  return { calendar: key, version: found.rows[0]?.version ?? 1 };
}
