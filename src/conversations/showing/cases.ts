import { sql } from 'kysely';
import { may } from '../../organisation/authority.ts';
import type { Context } from '../../platform/context.ts';

/**
 * Whether the actor has work with these persons: a conversation that is not done, which is theirs, or of a queue of their
 * department, or of a queue that is everybody's; or a question about one that was put to their department. A program
 * works for the whole house. One statement.
 */
export async function hasOpenCase(ctx: Context, personIds: readonly string[]): Promise<boolean> {
  const { actor } = ctx;
  const own = actor.kind === 'employee' ? actor.employeeId : null;
  const department = actor.kind === 'employee' ? actor.departmentId : null;
  const everybodys = actor.kind !== 'employee' || may(actor, 'conversation.answer');
  const found = await sql<{ has: boolean }>`
    select exists (
      select from conversation c join conversation_open o on o.conversation_id = c.id join queue q on q.id = o.queue_id
      where c.person_id = any(${personIds}::bigint[]) and (
        ${actor.kind === 'key'}::boolean
        or o.assignee_id = ${own}::bigint
        or q.department_id = ${department}::bigint
        or (q.department_id is null and ${everybodys}::boolean)
        or exists (select from hand_over h where h.conversation_id = o.conversation_id
          and h.department_id = ${department}::bigint and h.ended_at is null))) as has`.execute(ctx.database);
  return found.rows[0]?.has ?? false;
}
