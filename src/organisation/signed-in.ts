import { type RawBuilder, sql } from 'kysely';
import { asDate } from '../platform/clock.ts';
import type { Context, EmployeeActor, Locale, Role, RoleGrant } from '../platform/context.ts';
import { rulesInForce } from './rules/in-force.ts';

export interface SignedIn {
  actor: EmployeeActor;
  publicId: string;
  locale: Locale | null;
  /** House rules that hold and that this colleague has not said to have read. */
  rulesWaiting: number;
}

/**
 * The colleague behind a session that has not ended, with the roles in force. One query: it runs for every page.
 * `beside` is one more column, of what another module must know for every page as well.
 */
export async function findSignedIn<Beside = null>(
  ctx: Context,
  token: string,
  beside: RawBuilder<Beside> = sql<Beside>`null`,
): Promise<(SignedIn & { beside: Beside }) | undefined> {
  const found = await sql<{
    id: string;
    public_id: string;
    name: string;
    department_id: string | null;
    locale: Locale | null;
    rules_waiting: number;
    beside: Beside;
    roles: { role: Role; departmentId: string | null }[];
  }>`
    select e.id, e.public_id, e.name, e.department_id, e.locale,
      ${beside} as beside,
      (select count(*)::int from ${rulesInForce(ctx)} where not exists (
        select from rule_acknowledgement a where a.version_id = v.id and a.employee_id = e.id)) as rules_waiting,
      coalesce((select json_agg(json_build_object('role', g.role, 'departmentId', g.department_id::text))
        from role_grant g where g.employee_id = e.id and g.revoked_at is null), '[]') as roles
    from auth."session" s join employee e on e.user_id = s."userId" and e.left_at is null
    where s."token" = ${token} and s."expiresAt" > ${asDate(ctx.clock.now())}`.execute(ctx.database);
  const row = found.rows[0];
  if (!row) return undefined;
  const roles: RoleGrant[] = row.roles;
  return {
    actor: { kind: 'employee', employeeId: row.id, name: row.name, departmentId: row.department_id, roles },
    publicId: row.public_id,
    locale: row.locale,
    rulesWaiting: row.rules_waiting,
    beside: row.beside,
  };
}
