import { sql } from 'kysely';
import { may, requires } from '../organisation/authority.ts';
import { asDate } from '../platform/clock.ts';
import { type Context, type RoleGrant, transact } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { recordAct } from './acting/act.ts';
import { employeeOf } from './closing.ts';
import { told } from './events.ts';
import { lockConversation } from './opened.ts';

/**
 * Assigns a conversation to a colleague, or to nobody (null). Who had it before is kept. Assigning it to who has it
 * already changes nothing. A conversation that is done cannot be assigned.
 */
export async function assign(ctx: Context, publicId: string, employeePublicId: string | null): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const conversation = await lockConversation(ctx, publicId);
    requires(ctx.actor, 'conversation.assign', conversation.departmentId);
    if (conversation.state === 'done') throw new Refusal('conflict.conversation-done', { id: publicId });
    const assignee = employeePublicId === null ? null : await getAssignee(ctx, employeePublicId);
    const before = await ctx.database
      .selectFrom('assignment')
      .select(['id', 'employee_id'])
      .where('conversation_id', '=', conversation.id)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if ((before?.employee_id ?? null) === assignee) return;
    await change(ctx, conversation.id, { before: before?.id ?? null, assignee });
    await ctx.emit([told('assigned', conversation.id, { employeeId: assignee })]);
    await recordAct(ctx, 'assign', [
      {
        conversationId: conversation.id,
        before: { assignee: before?.employee_id ?? null },
        after: { assignee },
      },
    ]);
  });
}

/** Number of a colleague who is here. @throws Refusal `not-found.employee` */
export async function getAssignee(ctx: Context, publicId: string): Promise<string> {
  const employee = await ctx.database
    .selectFrom('employee')
    .select('id')
    .where('public_id', '=', publicId)
    .where('left_at', 'is', null)
    .executeTakeFirst();
  if (!employee) throw new Refusal('not-found.employee', { id: publicId });
  return employee.id;
}

/** Ends who had it, and gives it to `assignee`; null: to nobody. `before` is the number of the assignment that ends. */
export async function change(
  ctx: Context,
  conversationId: string,
  { before, assignee }: { before: string | null; assignee: string | null },
): Promise<void> {
  const now = asDate(ctx.clock.now());
  if (before)
    await ctx.database.updateTable('assignment').set({ ended_at: now }).where('id', '=', before).execute();
  if (assignee) {
    await ctx.database
      .insertInto('assignment')
      .values({
        conversation_id: conversationId,
        employee_id: assignee,
        assigned_at: now,
        assigned_by: employeeOf(ctx),
      })
      .execute();
  }
  await ctx.database
    .updateTable('conversation_open')
    // Taken up: it leaves those that say nearly the same.
    .set({ assignee_id: assignee, fold_id: null })
    .where('conversation_id', '=', conversationId)
    .execute();
  await ctx.database
    .updateTable('conversation')
    .set((set) => ({ version: set('version', '+', 1) }))
    .where('id', '=', conversationId)
    .execute();
}

export interface Assignable {
  publicId: string;
  name: string;
}

/** Colleagues who may answer for this department, by name: who gets a conversation must be able to do it. */
export async function listAssignable(ctx: Context, departmentId: string | null): Promise<Assignable[]> {
  const found = await sql<Assignable & { id: string; own: string | null; roles: RoleGrant[] }>`
    select e.id, e.public_id as "publicId", e.name, e.department_id as own,
      json_agg(json_build_object('role', g.role, 'departmentId', g.department_id::text)) as roles
    from employee e join role_grant g on g.employee_id = e.id and g.revoked_at is null
    where e.left_at is null group by e.id order by e.name, e.id`.execute(ctx.database);
  return found.rows
    .filter(({ id, name, own, roles }) =>
      may(
        { kind: 'employee', employeeId: id, name, departmentId: own, roles },
        'conversation.answer',
        departmentId,
      ),
    )
    .map(({ publicId, name }) => ({ publicId, name }));
}
