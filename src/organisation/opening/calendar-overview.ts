import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type CalendarVersion, compileCalendar } from '../calendar.ts';
import type { Timeline } from './timeline.ts';

export interface VersionRow {
  version: number;
  /** ISO instant. */
  from: string;
  by: string | null;
  hours: CalendarVersion;
}

export interface CalendarRow {
  key: string;
  name: string;
  /** Newest first. */
  versions: VersionRow[];
  queues: { key: string; name: string }[];
}

/** Every calendar with all its versions and the queues that work by it. One statement. */
export async function listCalendars(ctx: Context): Promise<CalendarRow[]> {
  return readCalendars(ctx, null);
}

/** @throws Refusal `not-found.calendar` */
export async function getCalendar(ctx: Context, key: string): Promise<CalendarRow> {
  const [calendar] = await readCalendars(ctx, key);
  if (!calendar) throw new Refusal('not-found.calendar', { key });
  return calendar;
}

async function readCalendars(ctx: Context, key: string | null): Promise<CalendarRow[]> {
  const found = await sql<CalendarRow>`
    select c.key, c.name,
      (select json_agg(json_build_object('version', v.version, 'from', v.valid_from, 'by', e.name, 'hours', v.hours)
          order by v.version desc)
        from calendar_version v left join employee e on e.id = v.created_by where v.calendar_id = c.id) as versions,
      coalesce((select json_agg(json_build_object('key', q.key, 'name', q.name) order by q.name)
        from queue q where q.calendar_id = c.id), '[]') as queues
    from calendar c where ${key}::text is null or c.key = ${key} order by c.id`.execute(ctx.database);
  return found.rows;
}

export function timelineOf({ versions }: Pick<CalendarRow, 'versions'>): Timeline {
  return versions.map(({ version, from, hours }) => ({
    version,
    from: Temporal.Instant.from(from).epochMilliseconds / 1000,
    calendar: compileCalendar(hours),
  }));
}
