import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';

/** A conversation in figures, without a word of what was said. */
export interface Outline {
  publicId: string;
  personId: string | null;
  channel: string;
  /** What the customer wanted last. */
  intent: string | null;
  sentiment: string | null;
  fromCustomer: number;
  replies: number;
  firstAt: Date;
  closedAt: Date | null;
  messageIds: string[];
}

/** Runs in a transaction with a purpose. One statement. */
export async function findOutline(ctx: Context, conversationId: string): Promise<Outline | undefined> {
  const found = await sql<Outline>`
    select c.public_id as "publicId", c.person_id as "personId", a.channel, c.inbound_seq as "fromCustomer", c.replies,
      c.first_message_at as "firstAt", c.closed_at as "closedAt", said.intent, said.sentiment,
      coalesce(said.ids, '{}') as "messageIds"
    from conversation c
    join channel_account a on a.id = c.channel_account_id
    left join lateral (
      select array_agg(m.id::text) as ids,
        (array_agg(m.intent order by m.sent_at desc, m.id desc) filter (where m.intent is not null))[1] as intent,
        (array_agg(m.sentiment order by m.sent_at desc, m.id desc) filter (where m.sentiment is not null))[1] as sentiment
      from conversation_item i join message m on m.id = i.message_id
      where i.conversation_id = c.id and m.direction = 'in') said on true
    where c.id = ${conversationId}`.execute(ctx.database);
  return found.rows[0];
}
