import { sql } from 'kysely';
import { holding } from '../listening/learning/verdicts.ts';
import type { AskedOf } from '../organisation/mandates/holding.ts';
import type { Context } from '../platform/context.ts';

/** What the mandate matrix is asked before an answer leaves: on this channel, about what the customer wrote last. */
export function sendingOn(
  ctx: Context,
  { id, channel }: { id: string; channel: string },
): Omit<AskedOf, 'at'> {
  return { channel, right: 'send', topics: () => topicsOf(ctx, id) };
}

/** The topics of the customer's last message, as they hold now. */
export async function topicsOf(ctx: Context, conversationId: string): Promise<string[]> {
  const found = await sql<{ labels: string[] }>`
    select l.labels from (
      select message_id, received_at from conversation_item
      where conversation_id = ${conversationId} and kind = 'in' order by sent_at desc, seq desc limit 1) m
    join label_now l on l.message_id = m.message_id and l.received_at = m.received_at and l.head = 'topic'
    order by ${holding} limit 1`.execute(ctx.database);
  return found.rows[0]?.labels ?? [];
}
