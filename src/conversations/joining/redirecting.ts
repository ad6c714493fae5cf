import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

/**
 * Where the messages of conversations that were merged stand now, over as many merges as there were; by number. One
 * statement, and none when nothing was merged.
 */
export async function standingIn(ctx: Context, merged: readonly string[]): Promise<Map<string, string>> {
  if (merged.length === 0) return new Map();
  const found = await sql<{ id: string; now: string }>`
    with recursive way as (
      select id, merged_into_id as now from conversation where id = any(${merged}::bigint[])
      union select w.id, c.merged_into_id from way w join conversation c on c.id = w.now
        where c.merged_into_id is not null)
    select w.id, w.now from way w join conversation c on c.id = w.now and c.merged_into_id is null`.execute(
    ctx.database,
  );
  return new Map(found.rows.map(({ id, now }) => [id, now]));
}
