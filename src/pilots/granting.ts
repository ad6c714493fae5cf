import { calendarFinder } from '../organisation/calendars.ts';
import { getOrganisation } from '../organisation/organisation.ts';
import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import type { Capability } from './capability.ts';
import { covers, type Scope, type Situation } from './scope.ts';

export interface Grant {
  key: string;
  capabilities: Capability[];
  scope: Scope;
  basis: 'no_pilot_yet' | 'pilot';
  grantedAt: Date;
}

/**
 * Onboarding switches listening and answering on without a pilot, and says so: both are shown as
 * "basis, no pilot yet" until somebody makes a plan of them.
 */
const firstGrants: readonly { key: string; capabilities: Capability[]; scope: Scope }[] = [
  { key: 'listening', capabilities: ['listen.sources', 'listen.classify'], scope: {} },
  {
    key: 'answering',
    capabilities: ['inbox.webcare'],
    scope: { hours: { calendar: 'default', version: 1 } },
  },
];

export async function grantFirst(ctx: Context): Promise<void> {
  for (const { key, capabilities, scope } of firstGrants) {
    const before = await ctx.database
      .selectFrom('capability_grant')
      .select('id')
      .where('key', '=', key)
      .executeTakeFirst();
    if (before) continue;
    await ctx.database
      .insertInto('capability_grant')
      .values({
        key,
        capabilities,
        scope: JSON.stringify(scope),
        basis: 'no_pilot_yet',
        granted_at: asDate(ctx.clock.now()),
      })
      .execute();
  }
}

export async function runningGrants(ctx: Context): Promise<Grant[]> {
  const rows = await ctx.database
    .selectFrom('capability_grant')
    .selectAll()
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    key: row.key,
    capabilities: row.capabilities as Capability[],
    scope: row.scope as unknown as Scope,
    basis: row.basis as Grant['basis'],
    grantedAt: row.granted_at,
  }));
}

/**
 * Which of `capabilities` are on here and now: those of which a running grant covers the situation. Off means: as if
 * it did not exist. One statement, one more when a scope names hours, and one when it names dates.
 */
export async function onAmong(
  ctx: Context,
  capabilities: readonly Capability[],
  facts: Partial<Situation>,
): Promise<Set<Capability>> {
  const grants = (await runningGrants(ctx)).filter((g) =>
    g.capabilities.some((c) => capabilities.includes(c)),
  );
  const findCalendar = grants.some((g) => g.scope.hours) ? await calendarFinder(ctx) : () => undefined;
  const now = ctx.clock.now();
  const situation: Situation = {
    at: now.epochMilliseconds / 1000,
    date: grants.some((g) => g.scope.dates) ? await localDate(ctx) : '',
    findCalendar,
    ...facts,
  };
  const covering = grants.filter((grant) => covers(grant.scope, situation));
  return new Set(capabilities.filter((c) => covering.some((grant) => grant.capabilities.includes(c))));
}

async function localDate(ctx: Context): Promise<string> {
  const { timezone } = await getOrganisation(ctx);
  return ctx.clock.now().toZonedDateTimeISO(timezone).toPlainDate().toString();
}
