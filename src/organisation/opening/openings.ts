import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { type CalendarVersion, compileCalendar } from '../calendar.ts';
import { inForceAt, type Timeline } from './timeline.ts';

/** All versions of a calendar, each with its row number. */
export interface Opening {
  timeline: Timeline;
  /** Number of the row of the version that holds at a moment (epoch seconds). */
  versionAt(at: number): string | null;
}

/** What every calendar is and will be, by calendar id; and which one is the default. One statement. */
export async function loadOpenings(ctx: Context): Promise<Map<string, Opening>> {
  const found = await sql<{
    id: string;
    calendar: string;
    version: number;
    from: Date;
    hours: CalendarVersion;
  }>`
    select id, calendar_id as calendar, version, valid_from as from, hours from calendar_version
    order by calendar_id, version`.execute(ctx.database);
  return new Map(
    [...Map.groupBy(found.rows, ({ calendar }) => calendar)].map(([calendar, rows]) => {
      const ids = new Map(rows.map(({ version, id }) => [version, id]));
      const timeline = rows.map(({ version, from, hours }) => ({
        version,
        from: from.getTime() / 1000,
        calendar: compileCalendar(hours),
      }));
      const versionAt = (at: number) => ids.get(inForceAt(timeline, at)?.version ?? -1) ?? null;
      return [calendar, { timeline, versionAt }];
    }),
  );
}
