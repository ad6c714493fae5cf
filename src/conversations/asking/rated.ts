import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { QuestionKind } from './question.ts';

/** What the customer said about how we helped, in one conversation. */
export interface Rating {
  kind: QuestionKind;
  state: 'waiting' | 'asked' | 'answered';
  dueAt: Date;
  score: number | null;
  remark: string | null;
  answeredAt: Date | null;
}

/** Newest first; what was not asked is left out. For whoever opened the conversation. One statement. */
export async function ratingsOf(ctx: Context, conversationId: string): Promise<Rating[]> {
  const found = await sql<Rating>`
    select kind, state, due_at as "dueAt", score, remark, answered_at as "answeredAt" from question
    where conversation_id = ${conversationId} and state <> 'dropped' order by id desc limit 5`.execute(
    ctx.database,
  );
  return found.rows;
}
