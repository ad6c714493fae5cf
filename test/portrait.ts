import { sql } from 'kysely';
import { accountNamed, type ChannelAccount } from '../src/listening/account.ts';
import type { Utterance } from '../src/listening/message.ts';
import { type Context, transact } from '../src/platform/context.ts';

/** An utterance of Fatima, who asks something, with what a test says otherwise. */
export function utterance(externalId: string, given: Partial<Utterance> = {}): Utterance {
  const ours = given.direction === 'out';
  return {
    externalId,
    text: ours ? `We kijken het voor u na (${externalId}).` : `Waar blijft mijn factuur F-${externalId}?`,
    author: ours ? '@waterkracht' : '@fatima',
    authorName: ours ? null : 'Fatima',
    sentAt: new Date('2026-11-23T10:00:00Z'),
    direction: 'in',
    replyTo: null,
    thread: null,
    automatic: false,
    departmentId: null,
    employeeId: null,
    ...given,
  };
}

export function registerAccount(ctx: Context, name: string, channel = 'x'): Promise<ChannelAccount> {
  return transact(ctx, 'listen', (ctx) => accountNamed(ctx, { channel, name, connector: 'file' }));
}

/**
 * All that was made of what one account heard, without numbers and without when Polder heard it: two portraits are
 * equal when the same conversations, items, waiting and list rows came of it.
 */
export async function portraitOf(ctx: Context, account: ChannelAccount): Promise<unknown[]> {
  return transact(ctx, 'service', async (ctx) => {
    const found = await sql<{ portrait: unknown }>`
      select jsonb_build_object(
        'conversation', to_jsonb(c) - array['id', 'public_id', 'created_at', 'version', 'channel_account_id', 'queue_id'],
        'items', (select jsonb_agg(jsonb_build_array(k.external_id, i.kind, i.sent_at) order by i.sent_at, k.external_id)
          from conversation_item i join message_key k on k.message_id = i.message_id where i.conversation_id = c.id),
        'sequence', (select jsonb_agg(i.seq order by i.seq) from conversation_item i where i.conversation_id = c.id),
        'waiting', (select jsonb_agg(to_jsonb(w) - array['id', 'received_at', 'conversation_id', 'message_id', 'queue_id',
            'calendar_version_id', 'reply_message_id', 'read_at']
            || jsonb_build_object('of', k.external_id, 'by', r.external_id) order by w.opened_at, k.external_id)
          from response_interval w join message_key k on k.message_id = w.message_id
          left join message_key r on r.message_id = w.reply_message_id where w.conversation_id = c.id),
        'head', (select to_jsonb(o) - array['conversation_id', 'public_id', 'queue_id'] from conversation_open o
          where o.conversation_id = c.id),
        'closed', exists (select from closure x where x.conversation_id = c.id and x.reopened_at is null)
      ) as portrait
      from conversation c where c.channel_account_id = ${account.id}
      order by c.first_message_at, c.preview`.execute(ctx.database);
    return found.rows.map((row) => row.portrait);
  });
}
