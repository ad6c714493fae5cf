import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getPerson } from '../customer.ts';

/** What stands on the page of a customer under a number of its own, and the columns that say whose it is. */
const kinds = {
  'follow-up': { table: 'follow_up', by: ['person_id'] },
  promise: { table: 'promise', by: ['person_id'] },
  merge: { table: 'person_alias', by: ['person_id', 'into_id'] },
  suggestion: { table: 'merge_suggestion', by: ['person_id', 'other_id'] },
} as const;

/**
 * Refuses what belongs to somebody else than whose page it came from: a number inside a form is believed no more than
 * the one in the address. To be called in the transaction of the act.
 * @throws Refusal `not-found.follow-up`, `not-found.promise`, `not-found.merge`, `not-found.suggestion`
 */
export async function requireTheirs(
  ctx: Context,
  person: string,
  { kind, id }: { kind: keyof typeof kinds; id: string },
): Promise<void> {
  const { personIds } = await getPerson(ctx, person);
  const { table, by } = kinds[kind];
  const theirs = sql.join(
    by.map((column) => sql`${sql.ref(column)} = any(${personIds}::bigint[])`),
    sql` or `,
  );
  const found = await sql`select from ${sql.table(table)} where public_id = ${id} and (${theirs})`.execute(
    ctx.database,
  );
  if (found.rows.length === 0) throw new Refusal(`not-found.${kind}`, { id });
}
