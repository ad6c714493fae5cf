import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { told } from '../events.ts';

type CanReply = (connector: string) => readonly ('public' | 'private')[];

/**
 * Looks at an answer that was written. A channel that cannot carry it is no failure and no pretence: the answer is kept
 * as not sent, with the reason. Otherwise it waits to be taken by who speaks with that channel (`claiming.ts`). Done
 * once: an answer that is no longer queued is left alone.
 */
export async function deliver(ctx: Context, messageId: string, canReply: CanReply): Promise<void> {
  const outbound = await ctx.database
    .selectFrom('outbound as o')
    .innerJoin('conversation as c', 'c.id', 'o.conversation_id')
    .innerJoin('channel_account as a', 'a.id', 'c.channel_account_id')
    .innerJoin('message as m', (join) =>
      join.onRef('m.id', '=', 'o.message_id').onRef('m.received_at', '=', 'o.received_at'),
    )
    .select(['o.state', 'a.connector', 'm.audience', 'm.direction', 'o.conversation_id'])
    .where('o.message_id', '=', messageId)
    .forUpdate('o')
    .executeTakeFirst();
  if (outbound?.state !== 'queued') return;
  // The database refuses it already; this is the last hand before the channel.
  if (outbound.direction !== 'out' || outbound.audience === 'internal')
    throw new Error(`message ${messageId} is for colleagues and stands out for delivery`);
  if (canReply(outbound.connector).some((audience) => audience === outbound.audience)) return;
  await ctx.database
    .updateTable('outbound')
    .set({ state: 'not_sent', reason: 'channel_read_only', changed_at: asDate(ctx.clock.now()) })
    .where('message_id', '=', messageId)
    .execute();
  await ctx.emit([told('not-sent', outbound.conversation_id, { messageId, reason: 'channel_read_only' })]);
}
