import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';

/** Makes the head rows of closed conversations again, each from its last customer message. Two statements. */
export async function reopenHeads(ctx: Context, conversationIds: readonly string[]): Promise<void> {
  await sql`update conversation set state = 'open', closed_at = null, substate_id = null, version = version + 1
    where id = any(${conversationIds}::bigint[])`.execute(ctx.database);
  await makeHeads(ctx, conversationIds);
}

/** Makes head rows from how these conversations stand, which are not done; those that are there stay. One statement. */
export async function makeHeads(ctx: Context, conversationIds: readonly string[]): Promise<void> {
  await sql`
    insert into conversation_open (conversation_id, public_id, queue_id, state, assignee_id, person_id, person_name,
      channel, audience, last_message_at, waiting_since, inbound_seq, urgency, sentiment, intent, language, preview,
      snoozed_until, substate_id, topics, label_ids)
    select c.id, c.public_id, c.queue_id, c.state,
      (select employee_id from assignment where conversation_id = c.id and ended_at is null),
      c.person_id, coalesce(i.name, i.handle), a.channel, a.audience, c.last_message_at,
      (select min(opened_at) from response_interval where conversation_id = c.id
        and (closed_at is null or (closed_by = 'automatic' and c.first_reply_at is null))),
      c.inbound_seq, coalesce(m.urgency, 0), m.sentiment, m.intent, c.language, c.preview,
      (select coalesce(s.until_at, 'infinity') from snooze s where s.conversation_id = c.id and s.woken_at is null),
      c.substate_id, c.topics,
      array(select label_id from conversation_label l where l.conversation_id = c.id and l.taken_at is null order by label_id)
    from conversation c
    join channel_account a on a.id = c.channel_account_id
    left join identity i on i.id = c.identity_id
    left join lateral (
      select m.urgency, m.sentiment, m.intent from conversation_item t
      join message m on m.id = t.message_id and m.received_at = t.received_at
      where t.conversation_id = c.id and t.kind = 'in' order by t.sent_at desc, t.seq desc limit 1) m on true
    where c.id = any(${conversationIds}::bigint[])
    on conflict (conversation_id) do nothing`.execute(ctx.database);
}
