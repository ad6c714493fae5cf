import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Reply } from './reply.ts';

/** A reply as the database knows it now, its deadline measured by the clock of the database. */
export async function findReply(
  ctx: Context,
  by: { id: string } | { publicId: string },
  { lock = false } = {},
): Promise<Reply | undefined> {
  const which = 'id' in by ? sql`r.id = ${by.id}` : sql`r.public_id = ${by.publicId}`;
  return (await repliesWhere(ctx, sql`${which} ${lock ? sql`for update of r` : sql``}`))[0];
}

/** Those that were written to a conversation and neither came to an end nor became a message, oldest first. */
export function pendingOn(ctx: Context, conversationId: string): Promise<Reply[]> {
  return repliesWhere(
    ctx,
    sql`r.conversation_id = ${conversationId} and r.state in ('waiting', 'held') order by r.id`,
  );
}

/** Those that take a place among the answers to these messages of the customer. */
export function answersTo(ctx: Context, conversationId: string, inboundSeq: number): Promise<Reply[]> {
  return repliesWhere(
    ctx,
    sql`r.conversation_id = ${conversationId} and r.inbound_seq = ${inboundSeq}
      and r.state in ('waiting', 'held', 'sent') order by r.nth`,
  );
}

async function repliesWhere(ctx: Context, which: RawBuilder<unknown>): Promise<Reply[]> {
  const found = await sql<Reply>`
    select r.id, r.public_id as "publicId", r.conversation_id as "conversationId",
      c.public_id as "conversationPublicId", r.author_id as "authorId", r.author_name as "authorName",
      r.department_id as "departmentId", r.audience, r.text, r.state, r.inbound_seq as "inboundSeq", r.nth,
      r.made_at as "madeAt", r.not_before as "notBefore", coalesce(r.not_before <= clock_timestamp(), false) as "isDue",
      r.afterwards, r.snooze_until as "snoozeUntil", r.needs, r.proposed, r.approved_by as "approvedBy",
      r.approved_at as "approvedAt", r.approved_inbound as "approvedInbound"
    from reply r join conversation c on c.id = r.conversation_id where ${which}`.execute(ctx.database);
  return found.rows;
}
