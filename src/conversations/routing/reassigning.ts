import { sql } from 'kysely';
import { requires } from '../../organisation/authority.ts';
import { type Context, transact } from '../../platform/context.ts';
import { assign } from '../assigning.ts';
import { employeeOf } from '../closing.ts';
import { lockConversation } from '../opened.ts';
import { checkReason } from './moving.ts';

/**
 * Gives a conversation to a colleague or to nobody (null), and says why. Taking it from a colleague needs a reason: it
 * is shown with the conversation, so that nobody finds their work gone without a word.
 * @throws Refusal `invalid.reason-missing`, and what `assign` refuses
 */
export async function reassign(
  ctx: Context,
  publicId: string,
  { to, reason }: { to: string | null; reason: string },
): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const { id, departmentId } = await lockConversation(ctx, publicId);
    requires(ctx.actor, 'conversation.assign', departmentId);
    const before = await runningOf(ctx, id);
    const others = before !== undefined && before.employeeId !== employeeOf(ctx) && before.publicId !== to;
    const why = others || reason.trim() !== '' ? checkReason(reason) : null;
    await assign(ctx, publicId, to);
    const after = await runningOf(ctx, id);
    if (before && before.id !== after?.id)
      await sql`update assignment set ended_by = ${employeeOf(ctx)}, end_reason = ${why} where id = ${before.id}`.execute(
        ctx.database,
      );
    if (after && why && after.id !== before?.id)
      await sql`update assignment set reason = ${why} where id = ${after.id}`.execute(ctx.database);
  });
}

interface Running {
  id: string;
  employeeId: string;
  publicId: string;
}

async function runningOf(ctx: Context, conversationId: string): Promise<Running | undefined> {
  const found = await sql<Running>`
    select a.id, a.employee_id as "employeeId", e.public_id as "publicId"
    from assignment a join employee e on e.id = a.employee_id
    where a.conversation_id = ${conversationId} and a.ended_at is null`.execute(ctx.database);
  return found.rows[0];
}

/** Who had it, from when to when, and why. */
export interface Assigned {
  to: string;
  at: Date;
  by: string | null;
  reason: string | null;
  endedAt: Date | null;
  endedBy: string | null;
  endReason: string | null;
}

/** Newest first. For whoever opened the conversation. One statement. */
export async function assignmentsOf(ctx: Context, conversationId: string): Promise<Assigned[]> {
  const found = await sql<Assigned>`
    select e.name as to, a.assigned_at as at, b.name as by, a.reason, a.ended_at as "endedAt", x.name as "endedBy",
      a.end_reason as "endReason"
    from assignment a join employee e on e.id = a.employee_id
    left join employee b on b.id = a.assigned_by left join employee x on x.id = a.ended_by
    where a.conversation_id = ${conversationId} order by a.id desc limit 20`.execute(ctx.database);
  return found.rows;
}
