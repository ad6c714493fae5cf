import { sql } from 'kysely';
import { calendarFinder } from '../organisation/calendars.ts';
import type { Context } from '../platform/context.ts';
import type { Capability } from './capability.ts';
import { contains, type FindCalendar, type Scope } from './scope.ts';

/** What was on at some time, within which scope. */
export interface PastGrant {
  readonly key: string;
  readonly scope: Scope;
  readonly pilotTitle: string | null;
}

/**
 * The smallest scope within which one of these capabilities was on at one of these moments; undefined when none was.
 * Two statements.
 */
export async function smallestScopeAt(
  ctx: Context,
  capabilities: readonly Capability[],
  moments: readonly Date[],
): Promise<PastGrant | undefined> {
  const found = await sql<PastGrant>`
    select g.key, g.scope, p.title as "pilotTitle" from capability_grant g left join pilot p on p.id = g.pilot_id
    where g.capabilities && ${[...capabilities]}::text[] and exists (
      select from unnest(${[...moments]}::timestamptz[]) at
      where at >= g.granted_at and (g.ended_at is null or at < g.ended_at))
    order by g.id desc`.execute(ctx.database);
  return smallestOf(found.rows, await calendarFinder(ctx));
}

/** One that holds none of the others; of several such the first. */
export function smallestOf<Of extends { readonly scope: Scope }>(
  grants: readonly Of[],
  findCalendar: FindCalendar,
): Of | undefined {
  const holds = (one: Of, other: Of) =>
    contains(one.scope, other.scope, findCalendar) && !contains(other.scope, one.scope, findCalendar);
  return grants.find((one) => !grants.some((other) => holds(one, other)));
}
