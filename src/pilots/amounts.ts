import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import type { Capability } from './capability.ts';
import type { Grant } from './granting.ts';
import type { Period, Scope, Situation } from './scope.ts';

/** What of the bounds of a grant is used up: how often something was done, and what was spent. */
export type Used = Required<Pick<Situation, 'done' | 'spent'>>;

/** From this share of a bound on, its owner is warned. */
export const nearShare = 0.8;

export function isLimited({ volumeCap, budget }: Scope): boolean {
  return volumeCap !== undefined || budget?.eur !== undefined || budget?.hours !== undefined;
}

/** What was used of each of these grants until now, by their key. `date`: the organisation's. One statement. */
export async function usedOf(
  ctx: Context,
  grants: readonly Pick<Grant, 'key'>[],
  date: string,
): Promise<Map<string, Used>> {
  const keys = grants.map(({ key }) => key);
  const since = (period: string) =>
    sql`coalesce(sum(u.uses) filter (where u.day >= date_trunc(${period}, ${date}::date)::date), 0)::int`;
  const found = await sql<Record<Period | 'eur' | 'hours', number> & { key: string }>`
    select k.key, ${since('day')} as day, ${since('week')} as week, ${since('month')} as month,
      coalesce(max(c.eur), 0) as eur, coalesce(max(c.hours), 0) as hours
    from unnest(${keys}::text[]) k (key)
    left join capability_use u on u.grant_key = k.key and u.day <= ${date}::date
      and u.day >= least(date_trunc('week', ${date}::date), date_trunc('month', ${date}::date))::date
    left join lateral (
      select sum(x.euros)::float8 as eur,
        (sum(x.euros) filter (where x.kind = 'hours') / nullif((p.plan ->> 'rate')::float8, 0))::float8 as hours
      from pilot p join pilot_cost x on x.pilot_id = p.id and x.spent_on <= ${date}::date
      where p.public_id = k.key group by p.id) c on true
    group by k.key`.execute(ctx.database);
  return new Map(
    found.rows.map(({ key, day, week, month, eur, hours }) => [
      key,
      { done: { day, week, month }, spent: { eur, hours } },
    ]),
  );
}

interface Counted {
  readonly date: string;
  readonly used: ReadonlyMap<string, Used>;
  readonly times: number;
}

/**
 * Writes down that something was done under these grants, and tells it when one comes near to its cap or reaches it.
 * The grants are locked by whoever asked.
 */
export async function countUses(
  ctx: Context,
  grants: readonly Grant[],
  { date, used, times }: Counted,
): Promise<void> {
  if (grants.length === 0 || times === 0) return;
  await sql`insert into capability_use (grant_key, day, uses)
    select k, ${date}::date, ${times} from unnest(${grants.map(({ key }) => key)}::text[]) k
    on conflict (grant_key, day) do update set uses = capability_use.uses + excluded.uses`.execute(
    ctx.database,
  );
  for (const { key, scope, pilotId } of grants) {
    const { volumeCap } = scope;
    if (!volumeCap) continue;
    const before = used.get(key)?.done[volumeCap.per] ?? 0;
    const of = { before, after: before + times, limit: volumeCap.count };
    await tellOfLimit(ctx, pilotId, { ...of, what: volumeCap.per });
  }
}

interface Step {
  readonly before: number;
  readonly after: number;
  readonly limit: number;
  readonly what: Period | 'eur' | 'hours';
}

/** Told once on the way over each line, so that whoever owns it is warned before it is full. */
export async function tellOfLimit(
  ctx: Context,
  pilotId: string | null,
  { before, after, limit, what }: Step,
): Promise<void> {
  if (pilotId === null) return;
  const passes = (line: number) => before < line && after >= line;
  const verb = passes(limit) ? 'pilot.used-up' : passes(limit * nearShare) ? 'pilot.nearly-used' : null;
  if (!verb) return;
  await ctx.emit([{ verb, subject: { kind: 'pilot', id: pilotId }, data: { what, limit, used: after } }]);
}

/** Of each capability the grant that an act counts for; none while one without a cap covers it as well. */
export function countedFor(covering: readonly Grant[], capabilities: readonly Capability[]): Grant[] {
  const counted = capabilities.flatMap((capability) => {
    const own = covering.filter((grant) => grant.capabilities.includes(capability));
    return own.some(({ scope }) => !scope.volumeCap) ? [] : own.slice(0, 1);
  });
  return [...new Set(counted)];
}
