import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

/** Public ids of conversations by the thread they were heard with. */
export async function conversationsByThread(ctx: Context): Promise<Map<string, string>> {
  const found = await sql<{ thread: string; public_id: string }>`
    select thread, public_id from conversation where thread is not null order by id desc`.execute(
    ctx.database,
  );
  return new Map(found.rows.map((row) => [row.thread, row.public_id]));
}
