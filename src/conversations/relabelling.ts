import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import type { NewEvent } from '../platform/events.ts';

/** The reaction to `label.corrected`, in its transaction: the list tells what holds of the customer's last message. */
export async function relabelRows(ctx: Context, events: readonly NewEvent[]): Promise<void> {
  await sql`
    update conversation_open o
    set urgency = coalesce(m.urgency, 0), sentiment = m.sentiment, intent = m.intent
    from unnest(${events.map((event) => event.subject.id)}::bigint[]) as t (id)
    join conversation_item i on i.message_id = t.id
    join message m on m.id = i.message_id and m.received_at = i.received_at
    where o.conversation_id = i.conversation_id and i.seq = (
      select seq from conversation_item where conversation_id = i.conversation_id and kind = 'in'
      order by sent_at desc, seq desc limit 1)`.execute(ctx.database);
}
