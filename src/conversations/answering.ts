import { sql } from 'kysely';
import { requires } from '../organisation/authority.ts';
import { asDate } from '../platform/clock.ts';
import { type Context, transact } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { employeeOf } from './closing.ts';
import { dropDraft } from './composing/draft.ts';
import { recordWords, type Written } from './composing/recording.ts';
import { authorOf, type NewAnswer, send } from './composing/sending.ts';
import { checkText } from './composing/text.ts';
import { told } from './events.ts';
import { callIn } from './following/mentioning.ts';
import { joinIn } from './following/participants.ts';
import { lockConversation } from './opened.ts';

/**
 * Answers the customer at once: one transaction writes the answer, ends the waiting, and puts it out for delivery.
 * @throws Refusal `conflict.needs-approval` where a second person has to look first; and all that `send` refuses.
 */
export function answer(ctx: Context, publicId: string, reply: Omit<NewAnswer, 'hold'>): Promise<Written> {
  return transact(ctx, 'service', async (ctx) => {
    const handed = await send(ctx, publicId, { ...reply, hold: false });
    if (handed.state !== 'sent') throw new Refusal('conflict.needs-approval', { id: publicId });
    return handed.written;
  });
}

/**
 * Writes a note for colleagues. It never leaves, moves no clock and changes no state; whom it calls by name is told.
 * @throws Refusal `conflict.mention-no-right` when it calls somebody who may not read it
 */
export async function note(ctx: Context, publicId: string, text: string): Promise<Written> {
  const checked = checkText(text);
  return transact(ctx, 'service', async (ctx) => {
    const conversation = await lockConversation(ctx, publicId);
    requires(ctx.actor, 'conversation.answer', conversation.departmentId);
    const at = asDate(ctx.clock.now());
    const written = await recordWords(ctx, conversation, {
      text: checked,
      direction: 'note',
      audience: 'internal',
      employeeId: employeeOf(ctx),
      departmentId: ctx.actor.kind === 'employee' ? ctx.actor.departmentId : null,
      author: authorOf(ctx),
      at,
    });
    await sql`
      insert into conversation_item (conversation_id, seq, message_id, received_at, sent_at, kind)
      values (${conversation.id}, ${conversation.seq + 1}, ${written.messageId}, ${at}, ${at}, 'note')`.execute(
      ctx.database,
    );
    await sql`update conversation set seq = seq + 1, version = version + 1
      where id = ${conversation.id}`.execute(ctx.database);
    await dropDraft(ctx, conversation.id, 'note');
    const me = employeeOf(ctx);
    if (me !== null) await joinIn(ctx, conversation.id, { employees: [me], why: 'noted' });
    await callIn(ctx, conversation, { messageId: written.messageId, text: checked });
    await ctx.emit([told('noted', conversation.id, null)]);
    return written;
  });
}
