import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { employeeOf, reopenAll } from '../closing.ts';
import { told } from '../events.ts';
import { lockConversation } from '../opened.ts';
import { type Back, returnToDraft } from './draft.ts';
import { findReply } from './reading-replies.ts';
import { isPending, type Reply } from './reply.ts';

/**
 * Takes back an answer that did not leave yet; the text lies before its writer again. Whoever approved it can take
 * that back: then it waits for a second person again. So long as it did not leave it is never too late, whatever the
 * clock says: both this and letting go hold the row.
 * @throws Refusal `conflict.sent`, `not-found.reply`, `forbidden.other-reply`
 */
export async function undo(ctx: Context, replyPublicId: string): Promise<'undone' | 'waiting'> {
  return transact(ctx, 'service', async (ctx) => {
    const reply = await lockReply(ctx, replyPublicId);
    const employeeId = employeeOf(ctx);
    if (!isPending(reply.state)) throw new Refusal('conflict.sent', { id: replyPublicId });
    if (employeeId !== null && reply.authorId === employeeId) {
      const state = reply.state === 'held' ? 'undone' : 'withdrawn';
      await giveBack(ctx, reply, { state: 'undone', back: state, reason: null });
      return 'undone';
    }
    if (employeeId === null || reply.approvedBy !== employeeId || reply.state !== 'held')
      throw new Refusal('forbidden.other-reply', { id: replyPublicId });
    await unapprove(ctx, reply);
    return 'waiting';
  });
}

/** The conversation first, then the reply: the order in which every act takes them. */
export async function lockReply(ctx: Context, publicId: string): Promise<Reply> {
  const found = await findReply(ctx, { publicId });
  if (!found) throw new Refusal('not-found.reply', { id: publicId });
  await lockConversation(ctx, found.conversationPublicId);
  const reply = await findReply(ctx, { publicId }, { lock: true });
  if (!reply) throw new Refusal('not-found.reply', { id: publicId });
  return reply;
}

async function unapprove(ctx: Context, { id, conversationId, publicId }: Reply): Promise<void> {
  await sql`
    update reply set state = 'waiting', not_before = null, approved_by = null, approved_at = null, approved_text = null,
      approved_inbound = null, text = coalesce(proposed, text), proposed = null where id = ${id}`.execute(
    ctx.database,
  );
  await changed(ctx, conversationId);
  await ctx.emit([told('waiting', conversationId, { replyId: publicId })]);
}

interface End {
  state: Extract<Reply['state'], 'undone' | 'rejected' | 'stale' | 'refused'>;
  back?: Back;
  reason: string | null;
}

/** Ends a reply without a message and puts its text before its writer again; both or neither. */
export async function giveBack(
  ctx: Context,
  reply: Reply,
  { state, back = state, reason }: End,
): Promise<void> {
  const { id, publicId, conversationId, authorId, audience, text } = reply;
  await sql`
    update reply set state = ${state}, ended_at = ${asDate(ctx.clock.now())}, ended_by = ${employeeOf(ctx)},
      reason = ${reason} where id = ${id}`.execute(ctx.database);
  if (authorId !== null)
    await returnToDraft(ctx, {
      ...{ conversationId, employeeId: authorId, mode: audience, text, back, reason },
    });
  await changed(ctx, conversationId);
  await ctx.emit([told('taken-back', conversationId, { replyId: publicId, state })]);
  await openAgain(ctx, conversationId);
}

/** What was closed behind its answer has none now: the customer waits again. */
async function openAgain(ctx: Context, conversationId: string): Promise<void> {
  const found = await sql`select from conversation where id = ${conversationId} and state = 'done'`.execute(
    ctx.database,
  );
  if (found.rows.length > 0) await reopenAll(ctx, [conversationId]);
}

async function changed(ctx: Context, conversationId: string): Promise<void> {
  await sql`update conversation set version = version + 1 where id = ${conversationId}`.execute(ctx.database);
}
