import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';

/** When the last message was said whose time is known; undefined while nothing was heard. */
export async function lastHeardAt(ctx: Context): Promise<Date | undefined> {
  const found = await sql<{ at: Date | null }>`
    select max(sent_at) as at from (
      select sent_at from message where time_known and direction <> 'note' order by sent_at desc limit 1) m`.execute(
    ctx.database,
  );
  return found.rows[0]?.at ?? undefined;
}
