import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isReader } from '../following/reader.ts';
import { tell } from '../notifying/telling.ts';
import type { Run } from './performing.ts';

/**
 * A colleague is told that a rule wants them to look, in the ways they chose. Who may not read it there is told nothing.
 * @throws Refusal `not-found.employee`, `forbidden.action`
 */
export async function notify(ctx: Context, { id, rule, found }: Run, employee: string): Promise<boolean> {
  const rows = await sql<{ id: string; departmentId: string | null }>`
    select e.id, (select department_id from queue where id = ${found.queueId}) as "departmentId"
    from employee e where e.public_id = ${employee} and e.left_at is null`.execute(ctx.database);
  const [colleague] = rows.rows;
  if (!colleague) throw new Refusal('not-found.employee', { id: employee });
  const { departmentId } = colleague;
  if (!(await isReader(ctx, { id: found.id, departmentId }, colleague.id)))
    throw new Refusal('forbidden.action', { action: 'inbox.read' });
  await tell(ctx, [
    {
      ...{ employeeId: colleague.id, kind: 'ruled', conversationId: found.id, by: null },
      ...{ rule: rule.key, cause: `ruling:${id}` },
    },
  ]);
  return true;
}
