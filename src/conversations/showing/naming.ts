import { sql } from 'kysely';
import { type NamedPiece, piecesNumbered } from '../../customers/commerce/naming.ts';
import { mentionsBy, mentionValue, messagesNaming } from '../../customers/identifying/mentioning.ts';
import { togetherWith } from '../../customers/shown.ts';
import { mayRead } from '../../organisation/mandates/reading.ts';
import { queuesFor } from '../../organisation/queues.ts';
import { type Context, transact } from '../../platform/context.ts';

/** A conversation in which a number was named. */
export interface NamingConversation {
  publicId: string;
  channel: string;
  lastMessageAt: Date;
}

/**
 * The conversations in which these persons named one of these numbers, by number as it is written here, newest first:
 * those that the reader may see. Runs under the purpose that opened the person. Three statements at most.
 */
export async function conversationsNaming(
  ctx: Context,
  personIds: readonly string[],
  numbers: readonly string[],
): Promise<Map<string, NamingConversation[]>> {
  const messages = await messagesNaming(ctx, personIds, numbers);
  if (messages.size === 0) return new Map();
  const queues = (await queuesFor(ctx, 'inbox.read')).map((queue) => queue.id);
  const found = await sql<NamingConversation & { messageIds: string[] }>`
    select c.public_id as "publicId", a.channel, c.last_message_at as "lastMessageAt",
      array_agg(i.message_id::text) as "messageIds"
    from conversation_item i join conversation c on c.id = i.conversation_id
    join channel_account a on a.id = c.channel_account_id
    where i.message_id = any(${[...new Set([...messages.values()].flat())]}::bigint[])
      and c.queue_id = any(${queues}::bigint[])
      and ${mayRead(ctx, { channel: sql`a.channel`, topics: sql`c.topics` })}
    group by c.id, a.channel order by c.last_message_at desc, c.id desc`.execute(ctx.database);
  const holding = (number: string) => {
    const named = new Set(messages.get(mentionValue(number)));
    return found.rows.filter(({ messageIds }) => messageIds.some((id) => named.has(id)));
  };
  return new Map(
    numbers.flatMap((number) => {
      const rows = holding(number).map(({ messageIds: _, ...row }) => row);
      return rows.length > 0 ? [[number, rows]] : [];
    }),
  );
}

/**
 * What the customer of a conversation named in it of their own: orders, invoices, deliveries. For whoever opened the
 * conversation. Four statements at most.
 */
export async function piecesNamedIn(
  ctx: Context,
  { id, person }: { id: string; person: { publicId: string } | null },
): Promise<NamedPiece[]> {
  if (!person) return [];
  return transact(ctx, 'service', async (ctx) => {
    const found = await sql<{ personId: string }>`
      select person_id as "personId" from conversation where id = ${id} and person_id is not null`.execute(
      ctx.database,
    );
    const [row] = found.rows;
    if (!row) return [];
    const persons = await togetherWith(ctx, row.personId);
    const mentions = await mentionsBy(ctx, persons);
    const here = await messagesIn(ctx, id, mentions);
    const numbers = mentions.filter(({ messageId }) => here.has(messageId)).map(({ value }) => value);
    return piecesNumbered(ctx, persons, [...new Set(numbers)]);
  });
}

/** Which of the messages that name something stand in this conversation. */
async function messagesIn(
  ctx: Context,
  conversationId: string,
  mentions: readonly { messageId: string }[],
): Promise<Set<string>> {
  if (mentions.length === 0) return new Set();
  const found = await sql<{ id: string }>`
    select message_id as id from conversation_item where conversation_id = ${conversationId}
      and message_id = any(${mentions.map(({ messageId }) => messageId)}::bigint[])`.execute(ctx.database);
  return new Set(found.rows.map(({ id }) => id));
}
