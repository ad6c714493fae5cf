import { sql } from 'kysely';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { employeeOf } from '../closing.ts';

/**
 * Refuses an answer that still says, word for word, what software promised in it, unless the colleague says that they
 * stand behind it. What they wrote themselves is theirs already.
 * @throws Refusal `conflict.promise`
 */
export async function requireStanding(ctx: Context, publicId: string, text: string): Promise<void> {
  const employee = employeeOf(ctx);
  if (!ctx.languageModel || employee === null) return;
  const found = await transact(ctx, 'ai_assist', ({ database }) =>
    sql<{ promises: string[] | null }>`
      select d.marks -> 'promises' as promises from reply_draft d join conversation c on c.id = d.conversation_id
      where c.public_id = ${publicId} and d.employee_id = ${employee} and d.text is not null`.execute(
      database,
    ),
  );
  const standing = (found.rows[0]?.promises ?? []).filter((sentence) => text.includes(sentence));
  if (standing.length > 0) throw new Refusal('conflict.promise', { sentences: standing });
}
