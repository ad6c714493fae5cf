import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';

export async function cursorOf(ctx: Context, connectionId: string): Promise<string | null> {
  const row = await ctx.database
    .selectFrom('channel_connection')
    .select('cursor')
    .where('id', '=', connectionId)
    .executeTakeFirst();
  return row?.cursor ?? null;
}

/**
 * Moves the cursor in the transaction in which the messages before it are stored.
 * @throws Refusal `conflict.overtaken` when it does not stand at `from` any more: somebody else received meanwhile, or
 * the account was switched off; then nothing of this transaction may stay
 */
export async function moveCursor(
  ctx: Context,
  connectionId: string,
  { from, to }: { from: string | null; to: string },
): Promise<void> {
  const moved = await sql`
    update channel_connection set cursor = ${to}, heard_at = ${asDate(ctx.clock.now())}, problem = null,
      problem_since = null, again_at = null, attempts = 0
    where id = ${connectionId} and cursor is not distinct from ${from} and state = 'on'`.execute(
    ctx.database,
  );
  if (Number(moved.numAffectedRows ?? 0) === 0) throw new Refusal('conflict.overtaken', { connectionId });
}

/** It could not be received from; seen by colleagues, and tried again at `again`. */
export async function noteProblem(
  ctx: Context,
  connectionId: string,
  { problem, again }: { problem: string; again: Date },
): Promise<void> {
  const now = asDate(ctx.clock.now());
  await sql`
    update channel_connection set problem = ${problem.slice(0, 300)}, problem_since = coalesce(problem_since, ${now}),
      again_at = ${again}, attempts = attempts + 1
    where id = ${connectionId}`.execute(ctx.database);
}
