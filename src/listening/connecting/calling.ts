import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { afterCall, freshLimits, type Limits, type Rate, takeCall } from '../../platform/limits.ts';

interface Row {
  tokens: number | null;
  filled: Date | null;
  failures: number;
  until: Date | null;
}

/** Takes one call out of the bucket of an account, in the transaction that stores the intent. False: not now. */
export async function mayCall(ctx: Context, connectionId: string, rate: Rate): Promise<boolean> {
  const now = ctx.clock.now().epochMilliseconds;
  const limits = await lockLimits(ctx, connectionId, { rate, now });
  const { taken } = takeCall(limits, rate, now);
  if (taken) await keepLimits(ctx, connectionId, taken);
  return taken !== undefined;
}

/** What a call told about the account: that it works, or that it is out of order or wants rest (`asked`, seconds). */
export async function noteCall(
  ctx: Context,
  connectionId: string,
  { went, asked = null, rate }: { went: 'well' | 'badly'; asked?: number | null; rate: Rate },
): Promise<void> {
  const now = ctx.clock.now().epochMilliseconds;
  const limits = await lockLimits(ctx, connectionId, { rate, now });
  await keepLimits(ctx, connectionId, afterCall(limits, went, { now, asked }));
}

async function lockLimits(
  ctx: Context,
  connectionId: string,
  { rate, now }: { rate: Rate; now: number },
): Promise<Limits> {
  const found = await sql<Row>`
    select tokens, filled_at as filled, failures, open_until as until from channel_connection
    where id = ${connectionId} for no key update`.execute(ctx.database);
  const [row] = found.rows;
  if (!row || row.tokens === null || row.filled === null) return freshLimits(rate, now);
  const { tokens, filled, failures, until } = row;
  return { tokens, filledAt: filled.getTime(), failures, openUntil: until?.getTime() ?? null };
}

async function keepLimits(ctx: Context, connectionId: string, limits: Limits): Promise<void> {
  await sql`
    update channel_connection set tokens = ${limits.tokens}, filled_at = ${new Date(limits.filledAt)},
      failures = ${limits.failures}, open_until = ${limits.openUntil === null ? null : new Date(limits.openUntil)}
    where id = ${connectionId}`.execute(ctx.database);
}
