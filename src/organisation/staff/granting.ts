import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, type Role, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { requiresEverywhere } from '../authority.ts';
import { getDepartment } from '../departments.ts';
import { doneBy } from '../done-by.ts';
import { grantRole } from '../employees.ts';
import { lockColleague } from './colleague.ts';

export interface RoleChange {
  role: Role;
  /** Key of a department; null: everywhere. */
  department: string | null;
}

/** Gives a role. One that they have there already stays as it is, with who gave it and when. */
export async function giveRole(ctx: Context, publicId: string, change: RoleChange): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  await transact(ctx, null, async (ctx) => {
    const employeeId = await lockColleague(ctx, publicId);
    const departmentId = await departmentIdOf(ctx, change);
    const has = await sql`
      select from role_grant where employee_id = ${employeeId} and role = ${change.role}
        and department_id is not distinct from ${departmentId}::bigint and revoked_at is null`.execute(
      ctx.database,
    );
    if (has.rows.length > 0) return;
    await grantRole(ctx, employeeId, { role: change.role, departmentId });
    await ctx.emit([
      { verb: 'role.given', subject: { kind: 'employee', id: employeeId }, data: { role: change.role } },
    ]);
  });
}

/** Ends a role; that it was had, from when to when, is kept. @throws Refusal `conflict.last-administrator` */
export async function endRole(ctx: Context, publicId: string, change: RoleChange): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  await transact(ctx, null, async (ctx) => {
    await holdAdministrators(ctx);
    const employeeId = await lockColleague(ctx, publicId);
    const departmentId = await departmentIdOf(ctx, change);
    const ended = await endRoles(ctx, employeeId, { role: change.role, departmentId });
    if (ended.includes('administrator')) await requireAdministrator(ctx);
  });
}

/** Ends all roles of somebody, or the one that is meant; gives which. */
export async function endRoles(
  ctx: Context,
  employeeId: string,
  only?: { role: Role; departmentId: string | null },
): Promise<Role[]> {
  const ended = await sql<{ role: Role }>`
    update role_grant set revoked_at = ${asDate(ctx.clock.now())}, revoked_by = ${doneBy(ctx)}
    where employee_id = ${employeeId} and revoked_at is null
      and (${only?.role ?? null}::text is null
        or (role = ${only?.role ?? null} and department_id is not distinct from ${only?.departmentId ?? null}::bigint))
    returning role`.execute(ctx.database);
  await ctx.emit(
    ended.rows.map(({ role }) => ({
      verb: 'role.ended',
      subject: { kind: 'employee', id: employeeId },
      data: { role },
    })),
  );
  return ended.rows.map(({ role }) => role);
}

/** Of two who each end one of the last two administrators, one waits and sees that it is the last. */
export async function holdAdministrators(ctx: Context): Promise<void> {
  await sql`select from organisation for update`.execute(ctx.database);
}

/** Nobody could give roles any more. @throws Refusal `conflict.last-administrator` */
export async function requireAdministrator(ctx: Context): Promise<void> {
  const found = await sql`
    select from role_grant g join employee e on e.id = g.employee_id and e.left_at is null and e.user_id is not null
    where g.role = 'administrator' and g.department_id is null and g.revoked_at is null limit 1`.execute(
    ctx.database,
  );
  if (found.rows.length === 0) throw new Refusal('conflict.last-administrator');
}

async function departmentIdOf(ctx: Context, { department }: RoleChange): Promise<string | null> {
  return department === null ? null : (await getDepartment(ctx, department)).id;
}
