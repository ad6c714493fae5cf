import { sql } from 'kysely';
import { type Context, transact } from '../../platform/context.ts';
import { lockConversation } from '../opened.ts';

/** For the actor alone the last message of the customer is unread again. Of a program, which reads nothing, nothing. */
export async function markUnread(ctx: Context, publicId: string): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const { id, inboundSeq } = await lockConversation(ctx, publicId);
    if (ctx.actor.kind !== 'employee') return;
    await sql`update read_mark set seen_seq = least(seen_seq, ${Math.max(0, inboundSeq - 1)})
      where employee_id = ${ctx.actor.employeeId} and conversation_id = ${id}`.execute(ctx.database);
  });
}
