import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { allows } from '../../privacy/predicate.ts';
import type { Purpose } from '../../privacy/purpose.ts';
import { standsAlone } from '../shown.ts';
import { attributeCriteria } from './attribute-criteria.ts';
import type { Criterion } from './criterion.ts';
import { ownCriteria } from './own-criteria.ts';
import { categoriesOf, getCriterion, type Rule } from './rule.ts';

/** Fewer than this many persons are never shown, and no two groups that differ by fewer. */
export const fewest = 10;

/** Everything persons can be told apart by, as it is now. */
export async function listCriteria(ctx: Context): Promise<readonly Criterion[]> {
  const lists = [];
  for (const source of [ownCriteria, attributeCriteria, ...(ctx.criteria ?? [])])
    lists.push(await source(ctx));
  return lists.flat();
}

export interface Asked {
  readonly rule: Rule;
  readonly purpose: Purpose;
  readonly criteria: readonly Criterion[];
}

/**
 * The persons for whom the rule holds and who allow the purpose for all that it looks at: a query with one column,
 * `person_id`. Persons who are one person are in it once, under the number they are shown as.
 * @throws Refusal `conflict.segment-broken`
 */
export function membersOf(
  ctx: Context,
  { rule, purpose, criteria }: Asked,
): RawBuilder<{ person_id: string }> {
  const now = new Date(ctx.clock.now().epochMilliseconds);
  const tests = rule.conditions.map(({ criterion, not, given }) => {
    const persons = getCriterion(criteria, criterion).persons(given, now);
    return not ? sql`not (p.id = any (array(${persons})))` : sql`p.id in (${persons})`;
  });
  const word = rule.match === 'all' ? sql` and ` : sql` or `;
  return sql<{ person_id: string }>`
    select p.id as person_id from person p
    where ${standsAlone(sql`p.id`)}
      and (${sql.join(tests, word)})
      and ${allows(sql`p.id`, purpose, categoriesOf(rule, criteria))}`;
}

/** For comparing; what may be shown of it, `sizeToShow` says. */
export async function sizeOf(ctx: Context, asked: Asked): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from (${membersOf(ctx, asked)}) members`.execute(ctx.database);
  return found.rows[0]?.n ?? 0;
}

/** How many persons are in one of two groups and not in both. */
export async function differenceOf(ctx: Context, one: Asked, other: Asked): Promise<number> {
  const [a, b] = [membersOf(ctx, one), membersOf(ctx, other)];
  const found = await sql<{ n: number }>`
    with a as materialized (${a}), b as materialized (${b})
    select (select count(*) from (table a except table b) x)::int
      + (select count(*) from (table b except table a) y)::int as n`.execute(ctx.database);
  return found.rows[0]?.n ?? 0;
}
