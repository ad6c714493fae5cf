import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

/** What an account spends on its network, counted in one row per `period`, whoever speaks for it. */
export function spendingOf(ctx: Context, connectionId: string, period: () => string) {
  return {
    left: async (most: number) => Math.max(0, most - (await spentIn(ctx, connectionId, period()))),
    note: async (cost: number) => {
      await take(ctx, { connectionId, period: period(), cost, most: null });
    },
    take: (cost: number, most: number) => take(ctx, { connectionId, period: period(), cost, most }),
  };
}

export async function spentIn(ctx: Context, connectionId: string, period: string): Promise<number> {
  const found = await sql<{ spent: number }>`
    select spent::float8 as spent from channel_spending
    where connection_id = ${connectionId} and period = ${period}`.execute(ctx.database);
  return found.rows[0]?.spent ?? 0;
}

interface Taking {
  connectionId: string;
  period: string;
  cost: number;
  most: number | null;
}

async function take(ctx: Context, { connectionId, period, cost, most }: Taking): Promise<boolean> {
  if (most !== null && cost > most) return false;
  const taken = await sql`
    insert into channel_spending as s (connection_id, period, spent) values (${connectionId}, ${period}, ${cost})
    on conflict (connection_id, period) do update set spent = s.spent + excluded.spent
      where ${most}::bigint is null or s.spent + excluded.spent <= ${most}::bigint`.execute(ctx.database);
  return Number(taken.numAffectedRows ?? 0) > 0;
}
