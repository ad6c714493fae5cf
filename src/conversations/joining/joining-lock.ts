import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

/** Numbers of the locks: 2 and 3 are of finding.ts, 4 of folding.ts. */
const joiningLock = sql.lit(5);

/**
 * Who places a message holds this while it looks where that belongs and writes it there, so that no conversation is
 * emptied in between. Taken before any row is locked.
 */
export const placingHolds = sql`pg_advisory_xact_lock_shared(${joiningLock}, 0)`;

/** Before messages move from one conversation to another: waits for those who are placing. Taken before any row. */
export async function whileJoining(ctx: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(${joiningLock}, 0)`.execute(ctx.database);
}
