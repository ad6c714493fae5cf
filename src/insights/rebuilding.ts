import { sql } from 'kysely';
import { type Context, transact } from '../platform/context.ts';
import { forgetReports, keepReports } from './reporting/rolling.ts';
import { rollUp } from './rolling/rolling.ts';

/** What is counted once and kept, and can be counted anew from the rows it came from. */
export const kept = ['reports', 'figures'] as const;
export type Kept = (typeof kept)[number];

/** Forgets what was counted and counts it anew, all of it. Answers with how many days. Meanwhile reports are empty. */
export async function rebuild(ctx: Context, what: Kept): Promise<number> {
  if (what === 'reports') {
    await forgetReports(ctx);
    await keepReports(ctx);
    return daysIn(ctx, 'report_day');
  }
  await transact(ctx, 'service', ({ database }) => sql`delete from rolled_day`.execute(database));
  await rollUp(ctx);
  return daysIn(ctx, 'rolled_day');
}

async function daysIn(ctx: Context, table: 'report_day' | 'rolled_day'): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
    ctx.database,
  );
  return found.rows[0]?.n ?? 0;
}
