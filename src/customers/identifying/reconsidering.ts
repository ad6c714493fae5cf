import { sql } from 'kysely';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { suggest } from './suggesting.ts';

/**
 * A colleague takes back that two are two: the pair is looked at anew and stands among the suggestions again, for the
 * reasons that hold now; without any it is forgotten. Harmless to do twice.
 * @throws Refusal `not-found.suggestion`
 */
export async function reconsider(ctx: Context, id: string): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const found = await sql<{ persons: string[] }>`
      update merge_suggestion set dismissed_at = null, dismissed_by = null where public_id = ${id}
      returning array[person_id::text, other_id::text] as persons`.execute(ctx.database);
    const [row] = found.rows;
    if (!row) throw new Refusal('not-found.suggestion', { id });
    await suggest(ctx, row.persons);
    await sql`delete from merge_suggestion where public_id = ${id} and reasons = '{}'`.execute(ctx.database);
  });
}
