import { sql } from 'kysely';
import { type Context, transact } from '../../platform/context.ts';

/** Which of these messages were heard over an account, and were not taken back or forgotten. One statement. */
export async function heardOf(
  ctx: Context,
  accountId: string,
  externalIds: readonly string[],
): Promise<Set<string>> {
  if (externalIds.length === 0) return new Set();
  return transact(ctx, 'listen', async ({ database }) => {
    const found = await sql<{ id: string }>`
      select k.external_id as id from message_key k
      where k.channel_account_id = ${accountId} and k.external_id = any(${externalIds}::text[])`.execute(
      database,
    );
    return new Set(found.rows.map(({ id }) => id));
  });
}
