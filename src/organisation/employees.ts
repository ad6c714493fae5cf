import { asDate } from '../platform/clock.ts';
import type { Context, EmployeeActor, Locale, Role, RoleGrant } from '../platform/context.ts';
import { publicId } from '../platform/public-id.ts';
import { Refusal } from '../platform/refusal.ts';
import { type Action, reachOf } from './authority.ts';

export interface Employee {
  id: string;
  publicId: string;
  name: string;
  email: string;
  departmentId: string | null;
}

export interface NewEmployee {
  name: string;
  email: string;
  departmentId: string | null;
  /** The account of the sign-in library; null for a colleague who does not sign in. */
  userId: string | null;
  roles: readonly RoleGrant[];
  locale?: Locale;
}

export async function hire(ctx: Context, hired: NewEmployee): Promise<Employee> {
  const now = asDate(ctx.clock.now());
  const taken = await ctx.database
    .selectFrom('employee')
    .select('id')
    .where((where) => where(where.fn('lower', ['email']), '=', hired.email.toLowerCase()))
    .executeTakeFirst();
  if (taken) throw new Refusal('conflict.employee-email', { email: hired.email });
  const row = await ctx.database
    .insertInto('employee')
    .values({
      public_id: publicId('em', ctx.clock.now().epochMilliseconds),
      user_id: hired.userId,
      name: hired.name,
      email: hired.email,
      department_id: hired.departmentId,
      locale: hired.locale ?? null,
      created_at: now,
    })
    .returning(['id', 'public_id'])
    .executeTakeFirstOrThrow();
  for (const grant of hired.roles) await grantRole(ctx, row.id, grant);
  return { ...hired, id: row.id, publicId: row.public_id };
}

export async function grantRole(ctx: Context, employeeId: string, grant: RoleGrant): Promise<void> {
  await ctx.database
    .insertInto('role_grant')
    .values({
      employee_id: employeeId,
      role: grant.role,
      department_id: grant.departmentId,
      granted_at: asDate(ctx.clock.now()),
      granted_by: ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null,
    })
    .execute();
}

/** The employee as an actor, with the roles in force. */
export async function getEmployeeActor(ctx: Context, employeeId: string): Promise<EmployeeActor> {
  const rows = await ctx.database
    .selectFrom('employee as e')
    .leftJoin('role_grant as g', (join) =>
      join.onRef('g.employee_id', '=', 'e.id').on('g.revoked_at', 'is', null),
    )
    .select(['e.id', 'e.name', 'e.department_id', 'g.role', 'g.department_id as scope'])
    .where('e.id', '=', employeeId)
    .execute();
  const [first] = rows;
  if (!first) throw new Refusal('not-found.employee', { id: employeeId });
  const roles = rows.flatMap((row) =>
    row.role ? [{ role: row.role as Role, departmentId: row.scope }] : [],
  );
  return {
    kind: 'employee',
    employeeId: first.id,
    name: first.name,
    departmentId: first.department_id,
    roles,
  };
}

export interface Reachable {
  id: string;
  name: string;
  email: string;
  locale: Locale | null;
}

/** Of these colleagues those who are still here. */
export async function findColleagues(ctx: Context, ids: readonly string[]): Promise<Reachable[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.database
    .selectFrom('employee')
    .select(['id', 'name', 'email', 'locale'])
    .where('id', 'in', [...ids])
    .where('left_at', 'is', null)
    .orderBy('name')
    .execute();
  return rows.map(({ locale, ...row }) => ({ ...row, locale: locale as Locale | null }));
}

/** Everybody here who may do this everywhere, by name: for what must reach somebody. */
export async function colleaguesWhoMay(ctx: Context, action: Action): Promise<Reachable[]> {
  const rows = await ctx.database
    .selectFrom('employee')
    .select(['id', 'name', 'email', 'locale'])
    .where('left_at', 'is', null)
    .orderBy('name')
    .execute();
  const found: Reachable[] = [];
  for (const { locale, ...row } of rows) {
    const actor = await getEmployeeActor(ctx, row.id);
    if (reachOf(actor, action) === 'everywhere') found.push({ ...row, locale: locale as Locale | null });
  }
  return found;
}
