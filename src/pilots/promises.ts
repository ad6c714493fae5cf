import { sql } from 'kysely';
import { type CalendarVersion, compileCalendar, nextOpening } from '../organisation/calendar.ts';
import { writeHours } from '../organisation/opening/written-hours.ts';
import { getOrganisation } from '../organisation/organisation.ts';
import type { Context } from '../platform/context.ts';
import { isLimited, type Used, usedOf } from './amounts.ts';
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

/**
 * Is answering on for this channel now, and if not: when it will be. Undefined while it is on. One statement, and two
 * when a grant has a cap.
 */
export async function answeringClosed(ctx: Context, channel: string): Promise<Closed | undefined> {
  const own = (await answeringGrants(ctx)).filter(
    ({ scope }) => !scope.channels || scope.channels.includes(channel),
  );
  const limited = own.filter(({ scope }) => isLimited(scope));
  const zone = limited.length > 0 ? (await getOrganisation(ctx)).timezone : 'UTC';
  const here = ctx.clock.now().toZonedDateTimeISO(zone);
  const used = limited.length > 0 ? await usedOf(ctx, limited, here.toPlainDate().toString()) : undefined;
  const openings = own.map((grant) => {
    const from = roomFrom(grant.scope, used?.get(grant.key), here);
    return from === null ? Number.POSITIVE_INFINITY : openingFrom(grant, from.epochMilliseconds / 1000);
  });
  const first = Math.min(Number.POSITIVE_INFINITY, ...openings);
  if (first <= here.epochMilliseconds / 1000) return undefined;
  return { opensAt: Number.isFinite(first) ? Temporal.Instant.fromEpochMilliseconds(first * 1000) : null };
}

/** From when on there is room within the cap: now, or when the next day, week or month begins; null: the budget is spent. */
function roomFrom(
  { volumeCap, budget }: Scope,
  used: Used | undefined,
  here: Temporal.ZonedDateTime,
): Temporal.ZonedDateTime | null {
  const { done, spent } = used ?? { done: { day: 0, week: 0, month: 0 }, spent: { eur: 0, hours: 0 } };
  if (spent.eur >= (budget?.eur ?? Infinity) || spent.hours >= (budget?.hours ?? Infinity)) return null;
  if (!volumeCap || done[volumeCap.per] < volumeCap.count) return here;
  const today = here.toPlainDate();
  const next = {
    day: () => today.add({ days: 1 }),
    week: () => today.add({ days: 8 - today.dayOfWeek }),
    month: () => today.with({ day: 1 }).add({ months: 1 }),
  }[volumeCap.per]();
  return next.toZonedDateTime(here.timeZoneId);
}

function openingFrom({ scope, hours }: Answering, from: number): number {
  if (!scope.hours) return from;
  return hours
    ? (nextOpening(compileCalendar(hours), from) ?? Number.POSITIVE_INFINITY)
    : Number.POSITIVE_INFINITY;
}

interface Answering {
  readonly key: string;
  readonly scope: Scope;
  readonly hours: CalendarVersion | null;
}

async function answeringGrants(ctx: Context): Promise<Answering[]> {
  const found = await sql<Answering>`
    select g.key, g.scope, v.hours from capability_grant g
    left join calendar c on c.key = g.scope->'hours'->>'calendar'
    left join calendar_version v on v.calendar_id = c.id and v.version = (g.scope->'hours'->>'version')::int
    where g.ended_at is null and 'inbox.webcare' = any (g.capabilities) order by g.id`.execute(ctx.database);
  return found.rows;
}
