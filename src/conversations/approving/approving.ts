import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { failpoint } from '../../platform/failpoint.ts';
import { sendJobLater } from '../../platform/jobs.ts';
import { Refusal } from '../../platform/refusal.ts';
import { employeeOf } from '../closing.ts';
import { holdSeconds, type Reply } from '../composing/reply.ts';
import { bump, deadline, releaseJob } from '../composing/sending.ts';
import { checkLeaving, checkText } from '../composing/text.ts';
import { giveBack, lockReply } from '../composing/undoing.ts';
import { told } from '../events.ts';
import { type LockedConversation, lockConversation } from '../opened.ts';
import { mayApprove } from './who.ts';

export interface Approval {
  /** The version the second person saw. A newer one: the customer wrote, or a colleague did something. */
  version: number;
  /** What they made of the text; absent: as it was proposed. */
  text?: string | undefined;
}

/**
 * A second person lets an answer go, as it stands or as they mended it. Never its writer. Ten seconds it can still be
 * taken back. What they approve is what is sent, to the letter: the database refuses anything else.
 * @throws Refusal `forbidden.own-approval`, `forbidden.approval`, `conflict.version`, `conflict.decided`
 */
export async function approve(
  ctx: Context,
  replyPublicId: string,
  { version, text }: Approval,
): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const { reply, conversation } = await lockWaiting(ctx, replyPublicId);
    if (conversation.version !== version)
      throw new Refusal('conflict.version', { version: conversation.version, seen: version });
    const final = text === undefined ? reply.text : checkText(text);
    checkLeaving(final);
    const isMended = final !== reply.text;
    await sql`
      update reply set state = 'held', not_before = ${deadline()}, approved_by = ${employeeOf(ctx)},
        approved_at = ${asDate(ctx.clock.now())}, approved_text = ${final}, text = ${final},
        proposed = ${isMended ? reply.text : null}, approved_inbound = ${conversation.inboundSeq}
      where id = ${reply.id}`.execute(ctx.database);
    await failpoint(ctx, 'reply.approved');
    await sendJobLater(ctx, releaseJob, holdSeconds + 1);
    await bump(ctx, conversation.id);
    await ctx.emit([told('approved', conversation.id, { replyId: reply.publicId })]);
  });
}

/**
 * A second person says no, and why; the text lies before its writer again.
 * @throws Refusal `invalid.reason-empty` and all that `approve` refuses
 */
export async function reject(ctx: Context, replyPublicId: string, reason: string): Promise<void> {
  const why = reason.replaceAll('\0', '').trim().slice(0, 1000);
  if (why === '') throw new Refusal('invalid.reason-empty');
  await transact(ctx, 'service', async (ctx) => {
    const { reply } = await lockWaiting(ctx, replyPublicId);
    await giveBack(ctx, reply, { state: 'rejected', reason: why });
  });
}

async function lockWaiting(
  ctx: Context,
  replyPublicId: string,
): Promise<{ reply: Reply; conversation: LockedConversation }> {
  const reply = await lockReply(ctx, replyPublicId);
  const conversation = await lockConversation(ctx, reply.conversationPublicId);
  if (reply.authorId !== null && reply.authorId === employeeOf(ctx))
    throw new Refusal('forbidden.own-approval', { id: replyPublicId });
  if (!(await mayApprove(ctx, conversation))) throw new Refusal('forbidden.approval', { id: replyPublicId });
  if (reply.state !== 'waiting') throw new Refusal('conflict.decided', { id: replyPublicId });
  return { reply, conversation };
}
