import { sql } from 'kysely';
import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import { type CalendarVersion, type CompiledCalendar, compileCalendar } from './calendar.ts';

/** Adds a version that holds from now on; earlier versions stay as they were. @throws Refusal `invalid.calendar` */
export async function changeCalendar(
  ctx: Context,
  calendarId: string,
  hours: CalendarVersion,
): Promise<string> {
  compileCalendar(hours);
  const last = await ctx.database
    .selectFrom('calendar_version')
    .select((select) => select.fn.max('version').as('version'))
    .where('calendar_id', '=', calendarId)
    .executeTakeFirst();
  const row = await ctx.database
    .insertInto('calendar_version')
    .values({
      calendar_id: calendarId,
      version: (last?.version ?? 0) + 1,
      hours: JSON.stringify(hours),
      valid_from: asDate(ctx.clock.now()),
      created_by: ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export interface CompiledVersion {
  id: string;
  calendar: CompiledCalendar;
}

/** The newest version of every calendar, compiled, by calendar id. */
export async function newestCalendars(ctx: Context): Promise<Map<string, CompiledVersion>> {
  const rows = await ctx.database
    .selectFrom('calendar_version')
    .distinctOn('calendar_id')
    .select(['id', 'calendar_id', 'hours'])
    .orderBy('calendar_id')
    .orderBy('version', 'desc')
    .execute();
  return new Map(
    rows.map((row) => [
      row.calendar_id,
      { id: row.id, calendar: compileCalendar(row.hours as unknown as CalendarVersion) },
    ]),
  );
}

/** Every queue with the newest version of its calendar, compiled. One statement. */
export async function queueCalendars(
  ctx: Context,
): Promise<{ queueId: string; queueKey: string; version: CompiledVersion }[]> {
  const found = await sql<{ queue: string; key: string; id: string; hours: CalendarVersion }>`
    select q.id as queue, q.key, v.id, v.hours from queue q
    cross join lateral (
      select id, hours from calendar_version where calendar_id = q.calendar_id order by version desc limit 1) v
    order by q.id`.execute(ctx.database);
  const hours = new Map(found.rows.map((row) => [row.id, row.hours]));
  const versions = new Map([...hours].map(([id, own]) => [id, { id, calendar: compileCalendar(own) }]));
  return found.rows.flatMap((row) => {
    const version = versions.get(row.id);
    return version ? [{ queueId: row.queue, queueKey: row.key, version }] : [];
  });
}

/** Finds any version of any calendar by its key; loads them all once. */
export async function calendarFinder(
  ctx: Context,
): Promise<(hours: { calendar: string; version: number }) => CompiledCalendar | undefined> {
  const rows = await ctx.database
    .selectFrom('calendar_version as v')
    .innerJoin('calendar as c', 'c.id', 'v.calendar_id')
    .select(['c.key', 'v.version', 'v.hours'])
    .execute();
  const compiled = new Map(
    rows.map((row) => [
      `${row.key}/${row.version}`,
      compileCalendar(row.hours as unknown as CalendarVersion),
    ]),
  );
  return (hours) => compiled.get(`${hours.calendar}/${hours.version}`);
}

/** What each calendar is called, by its key. */
export async function calendarNames(ctx: Context): Promise<Map<string, string>> {
  const rows = await ctx.database.selectFrom('calendar').select(['key', 'name']).execute();
  return new Map(rows.map((row) => [row.key, row.name]));
}
