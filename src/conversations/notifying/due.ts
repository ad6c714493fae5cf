import { sql } from 'kysely';
import { may } from '../../organisation/authority.ts';
import { getEmployeeActor } from '../../organisation/employees.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { isReader } from '../following/reader.ts';
import { type News, tell } from './telling.ts';

/** So long before it falls due whoever has it is told; and so long after it those who lead, when it still lies there. */
const soon = { minutes: 30 };
const later = { minutes: 30 };
const most = 500;

interface Due {
  id: string;
  departmentId: string | null;
  assigneeId: string | null;
  dueAt: Date;
}

/**
 * Every minute: what falls due soon is told to whoever has it; what is late to them too; and what is late for half an
 * hour, or late and nobody's, to those who approve there. Of one moment everybody is told once.
 */
export async function tellDue(ctx: Context): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const now = ctx.clock.now();
    const found = await sql<Due>`
      select o.conversation_id as id, q.department_id as "departmentId", o.assignee_id as "assigneeId", o.due_at as "dueAt"
      from unnest(array(select id from queue)) as r (id)
      cross join lateral (select * from conversation_open o
        where o.queue_id = r.id and o.due_at is not null and o.state <> 'waiting' and o.fold_id is null
          and o.snoozed_until is null and o.due_at < ${asDate(now.add(soon))}
          and o.due_at > ${asDate(now.subtract({ hours: 24 }))}
        order by o.due_at, o.conversation_id limit ${most}) o
      join queue q on q.id = o.queue_id`.execute(ctx.database);
    const late = now.subtract(later);
    const news: News[] = [];
    for (const due of found.rows) {
      const at = Temporal.Instant.fromEpochMilliseconds(due.dueAt.getTime());
      const isOver = Temporal.Instant.compare(at, now) <= 0;
      if (due.assigneeId) news.push(newsOf(due, { employeeId: due.assigneeId, isOver }));
      if (!isOver || (due.assigneeId && Temporal.Instant.compare(at, late) > 0)) continue;
      for (const employeeId of await leadersOf(ctx, due)) news.push(newsOf(due, { employeeId, isOver }));
    }
    await tell(ctx, await notYet(ctx, news));
  });
}

function newsOf({ id, dueAt }: Due, { employeeId, isOver }: { employeeId: string; isOver: boolean }): News {
  return {
    employeeId,
    kind: isOver ? 'overdue' : 'due_soon',
    conversationId: id,
    by: null,
    cause: `${isOver ? 'late' : 'soon'}:${id}:${dueAt.getTime()}`,
  };
}

/** Of one moment everybody is told once; what was told is not asked about again every minute. */
async function notYet(ctx: Context, news: readonly News[]): Promise<News[]> {
  const found = await sql<{ key: string }>`
    select employee_id || ' ' || cause as key from notification
    where cause = any(${news.map(({ cause }) => cause)}::text[])`.execute(ctx.database);
  const told = new Set(found.rows.map(({ key }) => key));
  return news.filter(({ employeeId, cause }) => !told.has(`${employeeId} ${cause}`));
}

/** Those who approve in the department of the queue: where nobody does, everybody who approves everywhere. */
async function leadersOf(ctx: Context, about: Due): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select distinct g.employee_id as id from role_grant g join employee e on e.id = g.employee_id and e.left_at is null
    where g.revoked_at is null and g.role = 'community_manager'
      and (g.department_id is null or ${about.departmentId}::bigint is null or g.department_id = ${about.departmentId}::bigint)`.execute(
    ctx.database,
  );
  const leaders: string[] = [];
  for (const { id } of found.rows) {
    const actor = await getEmployeeActor(ctx, id);
    if (may(actor, 'conversation.approve', about.departmentId) && (await isReader(ctx, about, id)))
      leaders.push(id);
  }
  return leaders;
}
