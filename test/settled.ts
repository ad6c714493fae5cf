import { sql } from 'kysely';
import type { Context } from '../src/platform/context.ts';

const patience = 15_000;

/**
 * Waits until every event so far can no longer be overtaken. Tests share one server, and a transaction that still
 * runs in another database holds back the readers of this one.
 */
export async function settled(ctx: Context): Promise<void> {
  const deadline = performance.now() + patience;
  while (performance.now() < deadline) {
    const found = await sql<{ settled: boolean }>`
      select coalesce(max(xid) < pg_snapshot_xmin(pg_current_snapshot()), true) as settled from event`.execute(
      ctx.database,
    );
    if (found.rows[0]?.settled) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('another transaction has been running for fifteen seconds');
}
