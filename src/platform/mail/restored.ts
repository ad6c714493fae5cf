import { sql } from 'kysely';
import { asDate } from '../clock.ts';
import { type Context, transact } from '../context.ts';

/**
 * After a backup was put back: what stood ready to leave in it may have left long ago, so nobody knows. It waits for a
 * colleague, and nothing is sent a second time by itself.
 */
export async function holdRestoredMail(ctx: Context): Promise<void> {
  await transact(ctx, 'security', async (ctx) => {
    await sql`
      update mail set state = 'unknown', reason = 'restored', ended_at = ${asDate(ctx.clock.now())}, decided_by = null,
        attempts = 99
      where state in ('waiting', 'calling')`.execute(ctx.database);
  });
}
