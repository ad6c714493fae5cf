import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { NewEvent } from '../../platform/events.ts';
import { rejudgeWaiting } from './rejudging.ts';

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
  const judged = events.filter(({ data }) => data?.head === 'answerable');
  await rejudgeWaiting(
    ctx,
    judged.flatMap(({ subject }) => subject.id ?? []),
  );
}

/** The reaction to `class.gone`, in its transaction: rows of the list are called what their message is called now. */
export async function regroupRows(ctx: Context, events: readonly NewEvent[]): Promise<void> {
  for (const { data } of events) {
    if (data?.head !== 'intent') continue;
    await sql`
      update conversation_open o set intent = m.intent
      from conversation_item i join message m on m.id = i.message_id and m.received_at = i.received_at
      where o.intent = ${data.class} and i.conversation_id = o.conversation_id and i.seq = (
        select seq from conversation_item where conversation_id = o.conversation_id and kind = 'in'
        order by sent_at desc, seq desc limit 1)`.execute(ctx.database);
  }
}
