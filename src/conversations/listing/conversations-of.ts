import { sql } from 'kysely';
import { enterListUse, personAllows } from '../../customers/using.ts';
import { mayRead } from '../../organisation/mandates/reading.ts';
import { queuesFor } from '../../organisation/queues.ts';
import { type Context, transact } from '../../platform/context.ts';

/** Per public id of a message its conversation, when the actor may open that. */
export async function conversationsOf(
  ctx: Context,
  messages: readonly string[],
): Promise<Map<string, string>> {
  if (messages.length === 0) return new Map();
  return transact(ctx, 'service', async (ctx) => {
    const queues = (await queuesFor(ctx, 'inbox.read')).map((queue) => queue.id);
    await enterListUse(ctx, 'rows.listed');
    const found = await sql<{ message: string; conversation: string }>`
      select m.public_id as message, c.public_id as conversation
      from message m
      join conversation_item i on i.message_id = m.id
      join conversation c on c.id = i.conversation_id and c.queue_id = any(${queues}::bigint[])
      where m.public_id = any(${messages}::text[]) and ${personAllows(sql`c.person_id`, 'service')}
        and ${mayRead(ctx, { channel: sql`(select x.channel from channel_account x where x.id = c.channel_account_id)`, topics: sql`c.topics` })}`.execute(
      ctx.database,
    );
    return new Map(found.rows.map(({ message, conversation }) => [message, conversation]));
  });
}
