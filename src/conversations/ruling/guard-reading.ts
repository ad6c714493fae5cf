import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { type Lately, windowMinutes } from './guarding.ts';

/** How often rules held for a conversation within the window. One statement. */
export async function ranLately(ctx: Context, conversationId: string): Promise<Lately> {
  const since = asDate(ctx.clock.now().subtract({ minutes: windowMinutes }));
  const found = await sql<{ rule: string; n: number }>`
    select rule, count(*)::integer as n from ruling
    where conversation_id = ${conversationId} and at > ${since} and held is null group by rule`.execute(
    ctx.database,
  );
  return { byRule: new Map(found.rows.map(({ rule, n }) => [rule, n])) };
}
