import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { requiresEverywhere } from '../authority.ts';
import { type CalendarVersion, officeHours } from '../calendar.ts';
import { addVersion } from '../calendars.ts';
import { departmentKey } from '../departments.ts';
import { getOrganisation } from '../organisation.ts';

/** A new calendar, with office hours to begin with. Gives its key. @throws Refusal `conflict.calendar-name` */
export async function makeCalendar(ctx: Context, name: string): Promise<string> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  return transact(ctx, null, async (ctx) => {
    const key = departmentKey(name);
    const { timezone } = await getOrganisation(ctx);
    const made = await sql<{ id: string }>`
      insert into calendar (key, name) values (${key}, ${name.trim()})
      on conflict (key) do nothing returning id`.execute(ctx.database);
    const [row] = made.rows;
    if (!row) throw new Refusal('conflict.calendar-name', { name });
    await addVersion(ctx, row.id, { hours: officeHours(timezone), from: asDate(ctx.clock.now()) });
    await ctx.emit([{ verb: 'calendar.made', subject: { kind: 'calendar', id: row.id } }]);
    return key;
  });
}

/**
 * New hours from a date on: today means from now, because what was measured stays measured.
 * @throws Refusal `invalid.calendar`, `invalid.calendar-past`, `not-found.calendar`
 */
export async function planHours(
  ctx: Context,
  key: string,
  { hours, from }: { hours: CalendarVersion; from: string },
): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  await transact(ctx, null, async (ctx) => {
    const found = await sql<{ id: string }>`select id from calendar where key = ${key}`.execute(ctx.database);
    const [calendar] = found.rows;
    if (!calendar) throw new Refusal('not-found.calendar', { key });
    const now = ctx.clock.now();
    const today = now.toZonedDateTimeISO(hours.timezone).toPlainDate();
    const day = Temporal.PlainDate.from(from);
    const order = Temporal.PlainDate.compare(day, today);
    if (order < 0) throw new Refusal('invalid.calendar-past', { from });
    const start = order === 0 ? now : day.toZonedDateTime(hours.timezone).toInstant();
    const id = await addVersion(ctx, calendar.id, { hours, from: asDate(start) });
    await ctx.emit([
      { verb: 'calendar.changed', subject: { kind: 'calendar', id: calendar.id }, data: { versionId: id } },
    ]);
  });
}

/** By which calendar a queue works. @throws Refusal `not-found.queue`, `not-found.calendar` */
export async function keepHours(ctx: Context, queueKey: string, calendarKey: string): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  await transact(ctx, null, async (ctx) => {
    const calendar = await sql<{ id: string }>`select id from calendar where key = ${calendarKey}`.execute(
      ctx.database,
    );
    const [{ id: calendarId } = { id: null }] = calendar.rows;
    if (calendarId === null) throw new Refusal('not-found.calendar', { key: calendarKey });
    const changed = await sql<{ id: string }>`
      update queue set calendar_id = ${calendarId} where key = ${queueKey} returning id`.execute(
      ctx.database,
    );
    const [queue] = changed.rows;
    if (!queue) throw new Refusal('not-found.queue', { key: queueKey });
    await ctx.emit([
      { verb: 'queue.hours-changed', subject: { kind: 'queue', id: queue.id }, data: { calendarId } },
    ]);
  });
}
