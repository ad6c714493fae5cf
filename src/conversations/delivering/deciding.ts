import { sql } from 'kysely';
import { requires } from '../../organisation/authority.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { employeeOf } from '../closing.ts';
import { told } from '../events.ts';
import { lockConversation } from '../opened.ts';

export type Decision = 'sent' | 'again' | 'dropped';

/** An answer of which somebody must know, without its words. */
export interface Troubled {
  /** Public ids. */
  message: string;
  conversation: string;
  state: 'queued' | 'calling' | 'unknown' | 'failed';
  reason: string | null;
  answer: string | null;
  attempts: number;
  at: Date;
  /** It is looked for by itself, at this moment. */
  askAt: Date | null;
}

const shown = 50;

/** What a person must decide first, then what failed, then what is still being tried. One statement. */
export async function troubledOver(ctx: Context, accountId: string): Promise<Troubled[]> {
  return transact(ctx, 'service', async ({ database }) => {
    const found = await sql<Troubled>`
      select m.public_id as message, c.public_id as conversation, o.state, o.reason, o.answer, o.attempts,
        o.changed_at as at, o.ask_at as "askAt"
      from outbound o join conversation c on c.id = o.conversation_id
      join message m on m.id = o.message_id and m.received_at = o.received_at
      where c.channel_account_id = ${accountId} and o.decided_at is null
        and o.state in ('unknown', 'failed', 'calling', 'queued')
      order by (o.state = 'unknown' and o.ask_at is null) desc, (o.state = 'failed') desc, o.message_id desc
      limit ${shown}`.execute(database);
    return found.rows;
  });
}

/**
 * A colleague decides about an answer that nobody knows of, or that failed: it arrived; it goes again; or it does not
 * go, and that is known.
 * @throws Refusal `conflict.answer-settled` when it is not in that state (any more); `not-found.conversation`
 */
export async function decideAnswer(
  ctx: Context,
  { conversation, message }: { conversation: string; message: string },
  what: Decision,
): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const { id, departmentId } = await lockConversation(ctx, conversation);
    requires(ctx.actor, 'conversation.answer', departmentId);
    const now = asDate(ctx.clock.now());
    const state = { sent: 'sent', again: 'queued', dropped: 'not_sent' }[what];
    const found = await sql<{ messageId: string }>`
      update outbound o set state = ${state}, reason = ${what === 'sent' ? null : 'decided'}, next_at = null,
        ask_at = null, changed_at = ${now}, doubted = (${what} = 'again' and (o.state = 'unknown' or o.doubted)),
        decided_by = ${employeeOf(ctx)}, decided_at = ${what === 'again' ? null : now}
      from message m
      where m.public_id = ${message} and o.message_id = m.id and o.received_at = m.received_at
        and o.conversation_id = ${id} and o.decided_at is null
        and ((o.state = 'unknown' and o.ask_at is null) or (o.state = 'failed' and ${what} <> 'sent'))
      returning o.message_id as "messageId"`.execute(ctx.database);
    const [row] = found.rows;
    if (!row) throw new Refusal('conflict.answer-settled', { message });
    if (what === 'sent') await ctx.emit([told('delivered', id, row)]);
    if (what === 'again') await ctx.emit([told('resent', id, row)]);
    if (what === 'dropped') await ctx.emit([told('not-sent', id, { ...row, reason: 'decided' })]);
  });
}
