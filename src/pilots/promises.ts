import { sql } from 'kysely';
import { type CalendarVersion, compileCalendar, nextOpening } from '../organisation/calendar.ts';
import { writeHours } from '../organisation/opening/written-hours.ts';
import type { Context } from '../platform/context.ts';
import type { Scope } from './scope.ts';

/** When we answer, as we promise it outside: on these channels (null: on all) and within these hours (null: always). */
export interface Promised {
  readonly channels: readonly string[] | null;
  /** By ISO weekday, `09:00-17:00`; empty is closed. */
  readonly week: Readonly<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, string>> | null;
}

/**
 * What the running grants of answering promise to everybody: nobody writes it down twice, so it changes with the scope.
 * One statement.
 */
export async function promisedAnswering(ctx: Context): Promise<Promised[]> {
  return (await answeringGrants(ctx)).map(({ scope, hours }) => ({
    channels: scope.channels ?? null,
    week: scope.hours && hours ? writeHours(hours).week : null,
  }));
}

export interface Closed {
  /** When it opens again on this channel; null: no grant covers it at any hour. */
  readonly opensAt: Temporal.Instant | null;
}

/** Is answering on for this channel now, and if not: when it will be. Undefined while it is on. One statement. */
export async function answeringClosed(ctx: Context, channel: string): Promise<Closed | undefined> {
  const own = (await answeringGrants(ctx)).filter(
    ({ scope }) => !scope.channels || scope.channels.includes(channel),
  );
  const now = ctx.clock.now().epochMilliseconds / 1000;
  const openings = own.map(({ scope, hours }) => {
    if (!scope.hours) return now;
    return hours
      ? (nextOpening(compileCalendar(hours), now) ?? Number.POSITIVE_INFINITY)
      : Number.POSITIVE_INFINITY;
  });
  const first = Math.min(Number.POSITIVE_INFINITY, ...openings);
  if (first <= now) return undefined;
  return { opensAt: Number.isFinite(first) ? Temporal.Instant.fromEpochMilliseconds(first * 1000) : null };
}

async function answeringGrants(ctx: Context): Promise<{ scope: Scope; hours: CalendarVersion | null }[]> {
  const found = await sql<{ scope: Scope; hours: CalendarVersion | null }>`
    select g.scope, v.hours from capability_grant g
    left join calendar c on c.key = g.scope->'hours'->>'calendar'
    left join calendar_version v on v.calendar_id = c.id and v.version = (g.scope->'hours'->>'version')::int
    where g.ended_at is null and 'inbox.webcare' = any (g.capabilities) order by g.id`.execute(ctx.database);
  return found.rows;
}
