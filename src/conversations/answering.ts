import { sql } from 'kysely';
import { enterUse } from '../customers/using.ts';
import { recordOwn } from '../listening/recording.ts';
import { requires, requiresMandate } from '../organisation/authority.ts';
import { asDate } from '../platform/clock.ts';
import { type Context, transact } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { employeeOf } from './closing.ts';
import { longestReply } from './conversation.ts';
import { told } from './events.ts';
import { sendingOn } from './mandated.ts';
import { type LockedConversation, lockConversation } from './opened.ts';
import { place } from './placing/placing.ts';

export interface NewReply {
  text: string;
  /** The version the writer saw; a newer one means somebody else wrote in between. Absent: not checked. */
  version?: number;
}

export interface Written {
  messageId: string;
  publicId: string;
}

/**
 * Answers the customer: one transaction writes the answer, ends the waiting, and puts it out for delivery.
 * @throws Refusal `conflict.version` when the conversation changed since the writer looked.
 */
export async function answer(ctx: Context, publicId: string, reply: NewReply): Promise<Written> {
  const text = checkText(reply.text);
  return transact(ctx, 'service', async (ctx) => {
    const conversation = await lockConversation(ctx, publicId);
    requires(ctx.actor, 'conversation.answer', conversation.departmentId);
    await requiresMandate(ctx, sendingOn(ctx, conversation));
    if (reply.version !== undefined && reply.version !== conversation.version) {
      throw new Refusal('conflict.version', { version: conversation.version, seen: reply.version });
    }
    if (conversation.personId)
      await enterUse(ctx, conversation.personId, { activity: 'conversation.answered', reference: publicId });
    const written = await write(ctx, conversation, { text, direction: 'out' });
    await place(ctx, { ids: [written.messageId], receivedAt: [written.receivedAt.toISOString()] });
    await ctx.database
      .insertInto('outbound')
      .values({
        message_id: written.messageId,
        received_at: written.receivedAt,
        conversation_id: conversation.id,
        state: 'queued',
        changed_at: written.receivedAt,
      })
      .execute();
    await ctx.emit([told('answered', conversation.id, { messageId: written.messageId })]);
    return { messageId: written.messageId, publicId: written.publicId };
  });
}

/** Writes a note for colleagues. It never leaves, moves no clock and changes no state. */
export async function note(ctx: Context, publicId: string, text: string): Promise<Written> {
  const checked = checkText(text);
  return transact(ctx, 'service', async (ctx) => {
    const conversation = await lockConversation(ctx, publicId);
    requires(ctx.actor, 'conversation.answer', conversation.departmentId);
    const written = await write(ctx, conversation, { text: checked, direction: 'note' });
    await sql`
      insert into conversation_item (conversation_id, seq, message_id, received_at, sent_at, kind)
      values (${conversation.id}, ${conversation.seq + 1}, ${written.messageId}, ${written.receivedAt},
        ${written.receivedAt}, 'note')`.execute(ctx.database);
    await sql`update conversation set seq = seq + 1, version = version + 1
      where id = ${conversation.id}`.execute(ctx.database);
    await ctx.emit([told('noted', conversation.id, null)]);
    return { messageId: written.messageId, publicId: written.publicId };
  });
}

function checkText(text: string): string {
  const trimmed = text.replaceAll('\0', '').trim();
  if (trimmed === '') throw new Refusal('invalid.text-empty');
  if (trimmed.length > longestReply)
    throw new Refusal('invalid.text-long', { length: trimmed.length, longest: longestReply });
  return trimmed;
}

async function write(
  ctx: Context,
  conversation: LockedConversation,
  { text, direction }: { text: string; direction: 'out' | 'note' },
): Promise<Written & { receivedAt: Date }> {
  const parent = await sql<{ external_id: string }>`
    select m.external_id from conversation_item i join message m on m.id = i.message_id and m.received_at = i.received_at
    where i.conversation_id = ${conversation.id} and i.kind <> 'note'
    order by i.sent_at desc, i.seq desc limit 1`.execute(ctx.database);
  const receivedAt = asDate(ctx.clock.now());
  const written = await recordOwn(ctx, {
    accountId: conversation.accountId,
    audience: direction === 'note' ? 'internal' : conversation.audience,
    direction,
    text,
    parent: parent.rows[0]?.external_id ?? null,
    personId: conversation.personId,
    employeeId: employeeOf(ctx),
    departmentId: ctx.actor.kind === 'employee' ? ctx.actor.departmentId : null,
    author: authorOf(ctx),
    receivedAt,
  });
  return { ...written, receivedAt };
}

/** In whose name it stands. A customer writes to us, never for us. */
function authorOf(ctx: Context): string {
  if (ctx.actor.kind === 'person') throw new Error('a customer does not answer in our name');
  return ctx.actor.name;
}
