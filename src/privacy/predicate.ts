import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import type { Category } from './category.ts';
import { rank } from './permission.ts';
import { type Purpose, purposes } from './purpose.ts';

/**
 * The permission as part of the query: true for rows whose person allows `purpose`, for all of `categories`. `person`
 * is the column that holds the person's id; rows without a person are not personal and pass.
 *
 * With `categories` it also heeds what the offer leaves out of the purpose, for everybody.
 *
 * For purposes that start allowed it leaves out those who withheld it; for the others only those who said yes pass. Said
 * as `exists`, so that the planner looks up each of a page of rows, and for a scan reads the people once into a hash
 * (measured: a list compared one by one took seconds where thousands had objected). Persons who are one person hold the
 * same rows, so this needs no look at groups.
 */
export function allows(
  person: RawBuilder<unknown>,
  purpose: Purpose,
  categories: readonly Category[] = [],
): RawBuilder<boolean> {
  const allowed = sql.lit(rank('allowed'));
  const narrowed = categories.length > 0 ? narrower(person, purpose, categories) : sql``;
  if (purposes[purpose].start === 'allowed') {
    return sql<boolean>`(${person} is null or not exists (select from permission held where held.person_id = ${person}
      and held.purpose = ${sql.lit(purpose)} and held.state < ${allowed})${narrowed})`;
  }
  return sql<boolean>`(${person} is null or exists (select from permission held where held.person_id = ${person}
    and held.purpose = ${sql.lit(purpose)} and held.state = ${allowed}
    and (held.expires_at is null or held.expires_at > now()))${narrowed})`;
}

function narrower(
  person: RawBuilder<unknown>,
  purpose: Purpose,
  categories: readonly Category[],
): RawBuilder<unknown> {
  return sql` and not exists (${leftOut(purpose, categories)})
    and not exists (select from permission_category narrow where narrow.person_id = ${person}
    and narrow.purpose = ${sql.lit(purpose)} and narrow.category in (${sql.join(categories.map((one) => sql.lit(one)))})
    and narrow.state < ${sql.lit(rank('allowed'))})`;
}

/**
 * Those of `categories` that belong to a purpose and that the offer that holds leaves out of it, in a column `category`.
 * It is of nobody, so a query that asks it looks it up once.
 */
export function leftOut(purpose: Purpose, categories: readonly Category[]): RawBuilder<{ category: string }> {
  const own = purposes[purpose].categories as readonly Category[];
  const named = categories.filter((one) => own.includes(one));
  return sql`select t.category from unnest(${named}::text[]) as t (category), contract c,
      jsonb_array_elements(c.body -> 'purposes') p
    where c.version = (select max(version) from contract where audience = 'everyone') and p ->> 'key' = ${sql.lit(purpose)}
      and p ? 'categories' and not p -> 'categories' ? t.category`;
}

/** Those among `persons` who do not allow a purpose, for all of `categories`. */
export async function withholding(
  ctx: Context,
  persons: readonly string[],
  { purpose, categories = [] }: { purpose: Purpose; categories?: readonly Category[] },
): Promise<Set<string>> {
  const found = await sql<{ id: string }>`
    select t.id from unnest(${persons}::bigint[]) as t (id) where not ${allows(sql`t.id`, purpose, categories)}`.execute(
    ctx.database,
  );
  return new Set(found.rows.map((row) => row.id));
}
