import { sql } from 'kysely';
import { personAllows } from '../../customers/using.ts';
import { mayRead } from '../../organisation/mandates/reading.ts';
import type { Context } from '../../platform/context.ts';
import { ofConversation } from '../listing/columns.ts';

/** The public post under which a conversation stands, when that was heard. */
export interface ParentPost {
  publicId: string;
  ours: boolean;
  author: string | null;
  at: Date;
  /** Its first words. */
  text: string;
  /** Public id of the conversation in which it stands, when that may be opened. */
  conversation: string | null;
}

/**
 * What the first message of a public conversation reacts to, when that stands elsewhere: a post of ours under which many
 * write, or of somebody else who allows that we look. One statement.
 */
export async function parentPostOf(
  ctx: Context,
  conversationId: string,
  queues: readonly string[],
): Promise<ParentPost | null> {
  const found = await sql<ParentPost>`
    select p.public_id as "publicId", p.direction = 'out' as ours, coalesce(e.name, p.author) as author,
      p.sent_at as at, left(p.text, 280) as text,
      case when c.queue_id = any(${queues}::bigint[]) and ${mayRead(ctx, ofConversation)} then c.public_id end as conversation
    from (
      select m.channel_account_id, m.parent_external_id from conversation_item i
      join message m on m.id = i.message_id and m.received_at = i.received_at
      where i.conversation_id = ${conversationId} and i.kind <> 'note' order by i.sent_at, i.seq limit 1) f
    join channel_account a on a.id = f.channel_account_id
    join channel_account b on b.channel = a.channel
    join message_key k on k.channel_account_id = b.id and k.external_id = f.parent_external_id
    join message p on p.id = k.message_id and p.received_at = k.received_at and p.audience = 'public'
      and p.removed_at is null and ${personAllows(sql`p.person_id`, 'service')}
    left join employee e on e.id = p.employee_id
    join conversation_item i on i.message_id = p.id and i.conversation_id <> ${conversationId}
    join conversation c on c.id = i.conversation_id
    order by b.id <> a.id limit 1`.execute(ctx.database);
  return found.rows[0] ?? null;
}
