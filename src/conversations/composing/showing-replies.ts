import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Leaving } from './mode.ts';
import type { ReplyState } from './reply.ts';

/** An answer on its way, or what became of it. */
export interface ShownReply {
  id: string;
  author: string;
  text: string;
  audience: Leaving;
  state: ReplyState;
  madeAt: Date;
  reason: string | null;
}

/** The newest fifty of a conversation, for whoever opened it. One statement. */
export async function repliesIn(ctx: Context, conversationId: string): Promise<ShownReply[]> {
  const found = await sql<ShownReply>`
    select public_id as id, author_name as author, text, audience, state, made_at as "madeAt", reason
    from reply where conversation_id = ${conversationId} order by id desc limit 50`.execute(ctx.database);
  return found.rows;
}
