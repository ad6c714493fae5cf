import type { Context } from '../context.ts';

const keptDays = 7;

/** Forgets the answers kept under Idempotency-Keys once they are a week old. */
export async function forgetOldKeys(ctx: Context): Promise<void> {
  const before = new Date(ctx.clock.now().epochMilliseconds - keptDays * 86_400_000);
  await ctx.database.deleteFrom('idempotency').where('created_at', '<', before).execute();
}
