import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import type { Event } from '../../platform/events.ts';
import { told } from '../events.ts';

/** An account was disconnected: what was still to go does not go, and that is seen. Harmless to do twice. */
export async function stopAnswers(ctx: Context, event: Event): Promise<void> {
  if (event.data.state !== 'ended') return;
  const stopped = await sql<{ messageId: string; conversationId: string }>`
    update outbound o set state = 'not_sent', reason = 'channel_ended', changed_at = ${asDate(ctx.clock.now())}
    from conversation c join channel_connection n on n.channel_account_id = c.channel_account_id
    where n.id = ${event.subjectId} and o.conversation_id = c.id and o.state = 'queued'
    returning o.message_id as "messageId", o.conversation_id as "conversationId"`.execute(ctx.database);
  for (const { messageId, conversationId } of stopped.rows)
    await ctx.emit([told('not-sent', conversationId, { messageId, reason: 'channel_ended' })]);
}
