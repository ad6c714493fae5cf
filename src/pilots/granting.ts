import { sql } from 'kysely';
import { calendarFinder } from '../organisation/calendars.ts';
import { getOrganisation } from '../organisation/organisation.ts';
import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { countedFor, countUses, isLimited, type Used, usedOf } from './amounts.ts';
import { type Capability, everywhere } from './capability.ts';
import { actorFacts } from './facts.ts';
import { covers, type Scope, type Situation } from './scope.ts';

export interface Grant {
  key: string;
  capabilities: Capability[];
  scope: Scope;
  basis: 'no_pilot_yet' | 'pilot';
  grantedAt: Date;
  pilotId: string | null;
}

/**
 * What a fresh installation can do without a pilot, and says so: each is shown as "basis, no pilot yet" until somebody
 * makes a plan of it. A pilot that switches one of these on takes its place.
 */
const firstGrants: readonly { key: string; capabilities: Capability[]; scope: Scope }[] = [
  { key: 'listening', capabilities: ['listen.sources', 'listen.classify'], scope: {} },
  { key: 'answering', capabilities: ['inbox.webcare'], scope: {} },
  { key: 'record', capabilities: ['crm.record', 'crm.backoffice'], scope: {} },
  {
    key: 'rules',
    capabilities: ['inbox.rules', 'inbox.empower', 'policy.rules', 'learn.training'],
    scope: {},
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
    pilotId: row.pilot_id,
  }));
}

/** What is about to happen; what costs a question to know may be a question, asked only when a scope restricts it. */
export type Facts = Partial<Omit<Situation, 'topics' | 'segments'>> & {
  readonly [Field in 'topics' | 'segments']?: readonly string[] | (() => Promise<readonly string[]>);
};

/**
 * Which of `capabilities` are on here and now: those of which a running grant covers the situation. Off means: as if
 * it did not exist. One statement, one more when a scope names hours, one when it names dates, one when it has a cap.
 */
export async function onAmong(
  ctx: Context,
  capabilities: readonly Capability[],
  facts: Facts,
): Promise<Set<Capability>> {
  return onOf(capabilities, await grantsCovering(ctx, capabilities, facts));
}

/**
 * Does something that counts: refused outside the scope, and written down inside it. Whoever acts is part of the
 * situation. In a transaction. @throws Refusal `forbidden.capability`
 */
export async function requiresOn(ctx: Context, capability: Capability, facts: Facts): Promise<void> {
  const { on, count } = await countingAmong(ctx, [capability], { ...actorFacts(ctx.actor), ...facts });
  if (!on.has(capability)) throw new Refusal('forbidden.capability', { capability });
  await count();
}

/** The running grants of any of these capabilities that cover the situation: they say how, not only whether. */
export async function grantsCovering(
  ctx: Context,
  capabilities: readonly Capability[],
  facts: Facts,
): Promise<Grant[]> {
  return (await cover(ctx, await grantsOf(ctx, capabilities), facts)).covering;
}

async function grantsOf(ctx: Context, capabilities: readonly Capability[]): Promise<Grant[]> {
  return (await runningGrants(ctx)).filter((g) => g.capabilities.some((c) => capabilities.includes(c)));
}

interface Covered {
  readonly covering: Grant[];
  readonly date: string;
  readonly used: ReadonlyMap<string, Used>;
}

async function cover(ctx: Context, grants: readonly Grant[], facts: Facts): Promise<Covered> {
  const limited = grants.filter(({ scope }) => isLimited(scope));
  const findCalendar = grants.some((g) => g.scope.hours) ? await calendarFinder(ctx) : () => undefined;
  const known = await askRestricted(grants, facts);
  const dated = limited.length > 0 || grants.some((g) => g.scope.dates);
  const date = dated ? await localDate(ctx) : '';
  const used = limited.length > 0 ? await usedOf(ctx, limited, date) : new Map<string, Used>();
  const at = ctx.clock.now().epochMilliseconds / 1000;
  const situation = { at, date, findCalendar, ...known };
  const covering = grants.filter(({ key, scope }) => covers(scope, { ...used.get(key), ...situation }));
  return { covering, date, used };
}

/** What is on, and how to write down that it was done. */
export interface Counting {
  readonly on: Set<Capability>;
  /** Counts for the caps; costs nothing where there is none. */
  count(times?: number): Promise<void>;
}

/**
 * As `onAmong`, for what happens now and counts: whoever else does the same waits until this transaction ends, so that
 * no two of them take the last of a cap. In a transaction.
 */
export async function countingAmong(
  ctx: Context,
  capabilities: readonly Capability[],
  facts: Facts,
): Promise<Counting> {
  const grants = await grantsOf(ctx, capabilities);
  const limited = grants.filter(({ scope }) => isLimited(scope)).map(({ key }) => key);
  if (limited.length > 0)
    await sql`select from capability_grant where key = any(${limited}::text[]) and ended_at is null
      order by id for update`.execute(ctx.database);
  const { covering, date, used } = await cover(ctx, grants, facts);
  const counted = countedFor(covering, capabilities);
  return {
    on: onOf(capabilities, covering),
    count: (times = 1) => countUses(ctx, counted, { date, used, times }),
  };
}

function onOf(capabilities: readonly Capability[], covering: readonly Grant[]): Set<Capability> {
  const isOn = (c: Capability) =>
    everywhere.has(c) || covering.some((grant) => grant.capabilities.includes(c));
  return new Set(capabilities.filter(isOn));
}

async function askRestricted(grants: readonly Grant[], facts: Facts): Promise<Partial<Situation>> {
  const { topics, segments, ...rest } = facts;
  const known: { -readonly [K in keyof Situation]?: Situation[K] } = { ...rest };
  for (const [field, given] of Object.entries({ topics, segments }) as ['topics' | 'segments', unknown][]) {
    if (given === undefined || !grants.some(({ scope }) => scope[field])) continue;
    known[field] = (typeof given === 'function' ? await given() : given) as readonly string[];
  }
  return known;
}

async function localDate(ctx: Context): Promise<string> {
  const { timezone } = await getOrganisation(ctx);
  return ctx.clock.now().toZonedDateTimeISO(timezone).toPlainDate().toString();
}

export interface Switching {
  key: string;
  capabilities: readonly Capability[];
  scope: Scope;
  pilotId: string | null;
}

/**
 * Switches on as a pilot. What was on without a pilot ends with it for these capabilities: from here on the plan says
 * where they hold. Answers whether it was new.
 */
export async function switchOn(
  ctx: Context,
  { key, capabilities, scope, pilotId }: Switching,
): Promise<boolean> {
  const now = asDate(ctx.clock.now());
  await endUnplanned(ctx, capabilities);
  const started = await ctx.database
    .insertInto('capability_grant')
    .values({
      key,
      capabilities: [...capabilities],
      scope: JSON.stringify(scope),
      basis: 'pilot',
      granted_at: now,
      granted_by: ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null,
      pilot_id: pilotId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(started.numInsertedOrUpdatedRows) > 0;
}

async function endUnplanned(ctx: Context, capabilities: readonly Capability[]): Promise<void> {
  const now = asDate(ctx.clock.now());
  const ended = await sql<{ key: string; left: string[]; scope: unknown; granted_at: Date }>`
    update capability_grant set ended_at = ${now}, ended_why = 'pilot'
    where ended_at is null and basis = 'no_pilot_yet' and capabilities && ${[...capabilities]}::text[]
    returning key, scope, granted_at,
      array(select c from unnest(capabilities) c where c <> all (${[...capabilities]}::text[])) as left`.execute(
    ctx.database,
  );
  for (const { key, left, scope, granted_at } of ended.rows.filter((row) => row.left.length > 0)) {
    await ctx.database
      .insertInto('capability_grant')
      .values({ key, capabilities: left, scope: JSON.stringify(scope), basis: 'no_pilot_yet', granted_at })
      .execute();
  }
}

export async function switchOff(ctx: Context, pilotId: string, why: string): Promise<void> {
  await ctx.database
    .updateTable('capability_grant')
    .set({ ended_at: asDate(ctx.clock.now()), ended_why: why })
    .where('pilot_id', '=', pilotId)
    .where('ended_at', 'is', null)
    .execute();
}
