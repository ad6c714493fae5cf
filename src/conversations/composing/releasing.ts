import { sql } from 'kysely';
import { enterUse } from '../../customers/using.ts';
import { may, mayByMandate, requires } from '../../organisation/authority.ts';
import { getEmployeeActor } from '../../organisation/employees.ts';
import { asDate, asInstant } from '../../platform/clock.ts';
import { actAs, type Context, transact } from '../../platform/context.ts';
import { failpoint } from '../../platform/failpoint.ts';
import { isRefusal, Refusal } from '../../platform/refusal.ts';
import { endAll } from '../closing.ts';
import { told } from '../events.ts';
import { sendingOn } from '../mandated.ts';
import { type LockedConversation, lockConversation } from '../opened.ts';
import { place } from '../placing/placing.ts';
import { snooze } from '../resting/snoozing.ts';
import { findReply } from './reading-replies.ts';
import { recordWords, type Written } from './recording.ts';
import { givenAt, type Reply } from './reply.ts';
import { giveBack } from './undoing.ts';

/**
 * Lets go of every answer whose time has come by the clock of the database, oldest first, each in a transaction of
 * its own: a process that dies loses nothing, and what it had finished is finished. How many became messages.
 */
export async function releaseDue(ctx: Context): Promise<number> {
  const due = await transact(ctx, 'service', ({ database }) =>
    sql<{ id: string }>`select id from reply where state = 'held' and not_before <= clock_timestamp()
      order by not_before, id limit 500`.execute(database),
  );
  let sent = 0;
  for (const { id } of due.rows) if (await release(ctx, id)) sent += 1;
  return sent;
}

/** One of them. Undefined: it was taken back meanwhile, somebody else let go of it, or it may not go any more. */
export function release(ctx: Context, replyId: string): Promise<Written | undefined> {
  return transact(ctx, 'service', async (ctx) => {
    const before = await findReply(ctx, { id: replyId });
    if (!before) return undefined;
    // The conversation first, as every act does: so that no two of them wait for each other.
    await sql`select from conversation where id = ${before.conversationId} for update`.execute(ctx.database);
    const reply = await findReply(ctx, { id: replyId }, { lock: true });
    if (reply?.state !== 'held' || !reply.isDue) return undefined;
    await failpoint(ctx, 'reply.taken');
    return letGoOf(ctx, reply);
  });
}

/** At once, for a program that has no second thoughts; in the transaction that keeps it. */
export async function releaseLocked(ctx: Context, replyId: string): Promise<Written | undefined> {
  const reply = await findReply(ctx, { id: replyId }, { lock: true });
  return reply?.state === 'held' ? letGoOf(ctx, reply, { trusting: true }) : undefined;
}

/** Judges once more, because ten seconds or a whole night lie in between, and makes it a message. */
async function letGoOf(ctx: Context, reply: Reply, { trusting = false } = {}): Promise<Written | undefined> {
  const author = await authorContext(ctx, reply);
  let conversation: LockedConversation;
  try {
    conversation = await mayStillGo(author, reply, trusting);
  } catch (error) {
    if (!isRefusal(error) || trusting) throw error;
    const state = error.code === 'conflict.stale' ? 'stale' : 'refused';
    await giveBack(ctx, reply, { state, reason: error.code });
    return undefined;
  }
  return write(author, { reply, conversation });
}

async function mayStillGo(ctx: Context, reply: Reply, trusting: boolean): Promise<LockedConversation> {
  const conversation = await lockConversation(ctx, reply.conversationPublicId);
  if (!trusting) await judgeAgain(ctx, { reply, conversation });
  if (conversation.personId)
    await enterUse(ctx, conversation.personId, {
      activity: 'conversation.answered',
      reference: conversation.publicId,
    });
  return conversation;
}

/** As whom it is written: with the rights of now, and for who left none. */
async function authorContext(ctx: Context, { authorId }: Reply): Promise<Context> {
  if (authorId === null || (ctx.actor.kind === 'employee' && ctx.actor.employeeId === authorId)) return ctx;
  return actAs(ctx, await getEmployeeActor(ctx, authorId));
}

interface Both {
  reply: Reply;
  conversation: LockedConversation;
}

async function judgeAgain(ctx: Context, { reply, conversation }: Both): Promise<void> {
  requires(ctx.actor, 'conversation.answer', conversation.departmentId);
  const isApproved = reply.needs !== 'none';
  // Whoever approved saw what the customer had written until then, and nothing of what came after.
  if (isApproved && conversation.inboundSeq !== reply.approvedInbound)
    throw new Refusal('conflict.stale', { id: reply.publicId });
  const right = isApproved ? 'draft' : 'send';
  if (!(await mayByMandate(ctx, { ...sendingOn(ctx, conversation), right })))
    throw new Refusal('forbidden.mandate', { channel: conversation.channel, right });
}

async function write(ctx: Context, { reply, conversation }: Both): Promise<Written> {
  const at = givenAt(reply);
  const written = await recordWords(ctx, conversation, {
    text: reply.text,
    direction: 'out',
    audience: reply.audience,
    employeeId: reply.authorId,
    departmentId: reply.departmentId,
    author: reply.authorName,
    at,
  });
  await failpoint(ctx, 'reply.written');
  await place(ctx, { ids: [written.messageId], receivedAt: [at.toISOString()] });
  await failpoint(ctx, 'reply.placed');
  await sql`update reply set state = 'sent', message_id = ${written.messageId}, ended_at = ${asDate(ctx.clock.now())}
    where id = ${reply.id}`.execute(ctx.database);
  await sql`insert into outbound (message_id, received_at, conversation_id, state, changed_at)
    values (${written.messageId}, ${at}, ${conversation.id}, 'queued', ${asDate(ctx.clock.now())})`.execute(
    ctx.database,
  );
  await failpoint(ctx, 'reply.queued');
  await ctx.emit([told('answered', conversation.id, { messageId: written.messageId })]);
  await comeAfter(ctx, { reply, conversation });
  await failpoint(ctx, 'reply.told');
  return written;
}

/** A customer who wrote in between is not put away unread. */
async function comeAfter(ctx: Context, { reply, conversation }: Both): Promise<void> {
  if (reply.afterwards === null || conversation.inboundSeq !== reply.inboundSeq) return;
  if (conversation.state === 'done') return;
  if (!may(ctx.actor, 'conversation.close', conversation.departmentId)) return;
  if (reply.afterwards === 'done') return endAll(ctx, [conversation.id], 'answered');
  const until = reply.snoozeUntil && asInstant(reply.snoozeUntil);
  // When somebody looked at it for so long that the moment went by, it stays in sight.
  if (until && Temporal.Instant.compare(until, ctx.clock.now()) > 0)
    await snooze(ctx, conversation.publicId, { at: until, piece: null });
}

const kept = { days: 30 };

/** What was handed in stands in the message, or came to nothing; after a month its own copy of the words goes. */
export async function forgetReplies(ctx: Context): Promise<void> {
  const before = asDate(ctx.clock.now().subtract({ hours: kept.days * 24 }));
  await transact(ctx, 'service', ({ database }) =>
    sql`update reply set text = '', proposed = null,
        approved_text = case when approved_text is null then null else '' end
      where ended_at < ${before} and text <> ''`.execute(database),
  );
}
