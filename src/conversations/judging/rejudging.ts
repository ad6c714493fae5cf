import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { hoursOf } from '../hours.ts';

/**
 * Colleagues said of customers' messages whether they need an answer. Where the waiting is still open it follows: one
 * that needs none ends as if closed without an answer, one that needs one begins to wait from when it was said, unless
 * one of us answered since. Waiting that an answer ended stays as it was measured.
 */
export async function rejudgeWaiting(ctx: Context, messageIds: readonly string[]): Promise<void> {
  if (messageIds.length === 0) return;
  await endNeedless(ctx, messageIds);
  await beginNeeded(ctx, messageIds);
  await sql`
    update conversation_open o set waiting_since = (
      select min(w.opened_at) from response_interval w
      where w.conversation_id = o.conversation_id
        and (w.closed_at is null or (o.state = 'new' and w.closed_by = 'automatic')))
    where o.conversation_id in (
      select conversation_id from conversation_item where message_id = any(${messageIds}::bigint[]))`.execute(
    ctx.database,
  );
}

async function endNeedless(ctx: Context, messageIds: readonly string[]): Promise<void> {
  await sql`
    update response_interval w set closed_at = ${asDate(ctx.clock.now())}, closed_by = 'closure', close_time_known = true
    from message m
    where w.message_id = any(${messageIds}::bigint[]) and w.closed_at is null
      and m.id = w.message_id and m.received_at = w.received_at and not m.answerable`.execute(ctx.database);
}

interface Needed {
  message_id: string;
  received_at: Date;
  conversation_id: string;
  queue_id: string;
  sent_at: Date;
  time_known: boolean;
  addressed: boolean;
  asked: boolean;
  waits: boolean;
}

async function beginNeeded(ctx: Context, messageIds: readonly string[]): Promise<void> {
  const found = await sql<Needed>`
    select m.id as message_id, m.received_at, i.conversation_id, c.queue_id, m.sent_at, m.time_known,
      coalesce(m.addressed, false) as addressed, c.asked,
      exists (select from response_interval w where w.conversation_id = c.id and w.closed_at is null) as waits
    from message m join conversation_item i on i.message_id = m.id and i.kind = 'in'
    join conversation c on c.id = i.conversation_id and c.state <> 'done'
    where m.id = any(${messageIds}::bigint[]) and m.received_at = i.received_at and m.answerable
      and not exists (
        select from conversation_item r join message a on a.id = r.message_id and a.received_at = r.received_at
        where r.conversation_id = i.conversation_id and r.kind = 'reply' and r.sent_at >= i.sent_at
          and not a.automatic)`.execute(ctx.database);
  if (found.rows.length === 0) return;
  const hours = await hoursOf(ctx);
  for (const one of found.rows) {
    const isOpen = one.time_known && hours.forQueue(one.queue_id).isOpen(one.sent_at.getTime());
    await sql`
      insert into response_interval (received_at, conversation_id, message_id, queue_id, clock, opened_at,
        open_time_known, opened_in_hours, calendar_version_id, addressed)
      values (${one.received_at}, ${one.conversation_id}, ${one.message_id}, ${one.queue_id},
        ${one.waits ? 'more' : one.asked ? 'again' : 'first'}, ${one.sent_at}, ${one.time_known}, ${isOpen},
        ${hours.versionFor(one.queue_id)}, ${one.addressed})
      on conflict (message_id, received_at) do update set closed_at = null, closed_by = null, close_time_known = null
        where response_interval.closed_by = 'closure'`.execute(ctx.database);
    await sql`update conversation set asked = true where id = ${one.conversation_id}`.execute(ctx.database);
  }
}
