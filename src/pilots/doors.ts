import { type RawBuilder, sql } from 'kysely';
import type { Actor, Context } from '../platform/context.ts';
import { type Capability, capabilities, everywhere } from './capability.ts';
import { actorFacts } from './facts.ts';
import { reaches, type Scope } from './scope.ts';

/** The running grants, as every request reads them beside who is asking: one column, so it costs no statement. */
export interface SwitchedOn {
  timezone: string | null;
  grants: readonly { capabilities: readonly string[]; scope: Scope }[];
}

export function switchedOnColumn(): RawBuilder<SwitchedOn> {
  return sql<SwitchedOn>`(select json_build_object(
    'timezone', (select timezone from organisation limit 1),
    'grants', coalesce(json_agg(json_build_object('capabilities', g.capabilities, 'scope', g.scope) order by g.id), '[]'))
    from capability_grant g where g.ended_at is null)`;
}

export async function readSwitchedOn(ctx: Context): Promise<SwitchedOn> {
  const found = await sql<{ on: SwitchedOn }>`select ${switchedOnColumn()} as on`.execute(ctx.database);
  return found.rows[0]?.on ?? { timezone: null, grants: [] };
}

/** What exists for whoever this is: somewhere, at some hour. What is not among it has no door. */
export function openFor(on: SwitchedOn, who: { actor: Actor; now: Temporal.Instant }): Set<Capability> {
  const date = who.now
    .toZonedDateTimeISO(on.timezone ?? 'UTC')
    .toPlainDate()
    .toString();
  const stated = { date, ...actorFacts(who.actor) };
  return among(on.grants.filter(({ scope }) => reaches(scope, stated)));
}

/** What exists for anybody at all: for what the clock does. */
export function openForAnybody(on: SwitchedOn, now: Temporal.Instant): Set<Capability> {
  const date = now
    .toZonedDateTimeISO(on.timezone ?? 'UTC')
    .toPlainDate()
    .toString();
  return among(on.grants.filter(({ scope }) => reaches(scope, { date })));
}

function among(grants: SwitchedOn['grants']): Set<Capability> {
  const keys = Object.keys(capabilities) as Capability[];
  const on = new Set(grants.flatMap((grant) => grant.capabilities));
  return new Set(keys.filter((key) => everywhere.has(key) || on.has(key)));
}
