import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import { rank } from './permission.ts';
import { type Purpose, purposes } from './purpose.ts';

/**
 * The permission as part of the query: true for rows whose person allows `purpose`. `person` is the column that
 * holds the person's id; rows without a person are not personal and pass.
 *
 * For purposes that start allowed it is the short list of those who withheld it, read once per query; for the
 * others only those who said yes pass.
 */
export function allows(person: RawBuilder<unknown>, purpose: Purpose): RawBuilder<boolean> {
  const allowed = rank('allowed');
  if (purposes[purpose].start === 'allowed') {
    return sql<boolean>`(${person} is null or ${person} <> all (array(
      select person_id from permission where purpose = ${sql.lit(purpose)} and state < ${sql.lit(allowed)})))`;
  }
  return sql<boolean>`(${person} is null or exists (select from permission p where p.person_id = ${person}
    and p.purpose = ${sql.lit(purpose)} and p.state = ${sql.lit(allowed)}))`;
}

/** Those among `persons` who do not allow a purpose that starts allowed. */
export async function withholding(
  ctx: Context,
  persons: readonly string[],
  purpose: Purpose,
): Promise<Set<string>> {
  const found = await ctx.database
    .selectFrom('permission')
    .select('person_id')
    .where('purpose', '=', purpose)
    .where('state', '<', rank('allowed'))
    .where((where) => where('person_id', '=', where.fn.any(where.val(persons))))
    .execute();
  return new Set(found.map((row) => row.person_id));
}
