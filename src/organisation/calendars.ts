import { type RawBuilder, sql } from 'kysely';
import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import { type CalendarVersion, type CompiledCalendar, compileCalendar } from './calendar.ts';

/** Adds a version that holds from now on; earlier versions stay as they were. @throws Refusal `invalid.calendar` */
export function changeCalendar(ctx: Context, calendarId: string, hours: CalendarVersion): Promise<string> {
  return addVersion(ctx, calendarId, { hours, from: asDate(ctx.clock.now()) });
}

/** Adds a version that holds from a moment on. Versions are numbered in the order in which they are made. */
export async function addVersion(
  ctx: Context,
  calendarId: string,
  { hours, from }: { hours: CalendarVersion; from: Date },
): Promise<string> {
  compileCalendar(hours);
  await sql`select from calendar where id = ${calendarId} for update`.execute(ctx.database);
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
      valid_from: from,
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

/**
 * Of versions `v` of one calendar the first in this order holds now: of those that began, the one that began last;
 * of two that begin together, the later made. Where none began yet (a clock that was turned back), the first made.
 */
function holdingNow(ctx: Context) {
  const now = asDate(ctx.clock.now());
  return sql`case when v.valid_from <= ${now} then v.valid_from end desc nulls last,
    case when v.valid_from <= ${now} then v.version else -v.version end desc`;
}

/** The version of every calendar that holds now, compiled, by calendar id. */
export async function newestCalendars(ctx: Context): Promise<Map<string, CompiledVersion>> {
  const found = await sql<{ id: string; calendar: string; hours: CalendarVersion }>`
    select distinct on (v.calendar_id) v.id, v.calendar_id as calendar, v.hours from calendar_version v
    order by v.calendar_id, ${holdingNow(ctx)}`.execute(ctx.database);
  return new Map(
    found.rows.map(({ id, calendar, hours }) => [calendar, { id, calendar: compileCalendar(hours) }]),
  );
}

export interface QueueCalendar {
  queueId: string;
  queueKey: string;
  version: CompiledVersion;
}

export interface QueueVersion {
  queue: string;
  key: string;
  id: string;
  hours: CalendarVersion;
}

/** Every queue with the version of its calendar that holds now, compiled. One statement. */
export async function queueCalendars(ctx: Context): Promise<QueueCalendar[]> {
  const found = await sql<{
    versions: QueueVersion[];
  }>`select ${queueVersionsColumn(ctx)} as versions`.execute(ctx.database);
  return compiledForQueues(found.rows[0]?.versions ?? []);
}

/** The same as a column of another statement, still to be compiled. */
export function queueVersionsColumn(ctx: Context): RawBuilder<QueueVersion[]> {
  return sql`(select coalesce(json_agg(json_build_object('queue', q.id::text, 'key', q.key, 'id', v.id::text,
      'hours', v.hours) order by q.id), '[]')
    from queue q cross join lateral (
      select id, hours from calendar_version v where calendar_id = q.calendar_id order by ${holdingNow(ctx)} limit 1) v)`;
}

export function compiledForQueues(found: readonly QueueVersion[]): QueueCalendar[] {
  const hours = new Map(found.map((row) => [row.id, row.hours]));
  const versions = new Map([...hours].map(([id, own]) => [id, { id, calendar: compileCalendar(own) }]));
  return found.flatMap((row) => {
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
