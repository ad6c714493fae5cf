import { sql } from 'kysely';
import { queuesFor } from '../../organisation/queues.ts';
import type { Context } from '../../platform/context.ts';
import type { State } from '../placing/course.ts';

export interface PastConversation {
  publicId: string;
  state: State;
  channel: string;
  startedAt: Date;
  lastMessageAt: Date;
  messages: number;
  replies: number;
  preview: string;
}

/** The conversations of a person (all rows of them) that the actor may see, newest first. Runs under the purpose that opened them. */
export async function conversationsOf(
  ctx: Context,
  personIds: readonly string[],
  limit = 50,
): Promise<PastConversation[]> {
  const queues = (await queuesFor(ctx, 'inbox.read')).map((queue) => queue.id);
  const found = await sql<PastConversation>`
    select c.public_id as "publicId", c.state, a.channel, c.first_message_at as "startedAt",
      c.last_message_at as "lastMessageAt", c.seq as messages, c.replies, c.preview
    from conversation c join channel_account a on a.id = c.channel_account_id
    where c.person_id = any(${personIds}::bigint[]) and c.queue_id = any(${queues}::bigint[])
    order by c.last_message_at desc, c.id desc limit ${limit}`.execute(ctx.database);
  return found.rows;
}

/** Public ids of conversations by the thread they were heard with. */
export async function conversationsByThread(ctx: Context): Promise<Map<string, string>> {
  const found = await sql<{ thread: string; public_id: string }>`
    select thread, public_id from conversation where thread is not null order by id desc`.execute(
    ctx.database,
  );
  return new Map(found.rows.map((row) => [row.thread, row.public_id]));
}
