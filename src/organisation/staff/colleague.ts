import { sql } from 'kysely';
import type { Context, Role } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { AskedBy } from '../entering/password-link.ts';

/** A role that somebody has or had, where, and who gave or ended it. */
export interface GivenRole {
  role: Role;
  /** null: everywhere. */
  department: { key: string; name: string } | null;
  grantedAt: string;
  grantedBy: string | null;
  endedAt: string | null;
  endedBy: string | null;
}

export interface Colleague {
  id: string;
  publicId: string;
  name: string;
  email: string;
  department: { key: string; name: string } | null;
  languages: string[];
  skills: string[];
  /** How many conversations they can have at once; null: no limit. */
  capacity: number | null;
  createdAt: string;
  leftAt: string | null;
  /** Can sign in; otherwise until when an invitation is open. */
  signsIn: boolean;
  invitedUntil: string | null;
  roles: GivenRole[];
  /** The newest links to another password: who asked, and whether it was used. */
  passwordLinks: PasswordLink[];
}

export interface PasswordLink {
  askedBy: AskedBy;
  madeAt: string;
  madeBy: string | null;
  usedAt: string | null;
}

/** One colleague with every role they have or had. @throws Refusal `not-found.employee` */
export async function getColleague(ctx: Context, publicId: string): Promise<Colleague> {
  const found = await sql<Colleague>`
    select e.id, e.public_id as "publicId", e.name, e.email, e.languages, e.skills, e.capacity,
      to_json(e.created_at) #>> '{}' as "createdAt", to_json(e.left_at) #>> '{}' as "leftAt",
      e.user_id is not null as "signsIn",
      case when d.id is not null then json_build_object('key', d.key, 'name', d.name) end as department,
      (select to_json(max(i.expires_at)) #>> '{}' from invitation i where i.employee_id = e.id
        and i.used_at is null and i.ended_at is null) as "invitedUntil",
      (select coalesce(json_agg(l order by l."madeAt" desc), '[]') from (
        select p.asked_by as "askedBy", p.made_at as "madeAt", b.name as "madeBy", p.used_at as "usedAt"
        from password_link p left join employee b on b.id = p.made_by
        where p.employee_id = e.id order by p.made_at desc limit 3) l) as "passwordLinks",
      coalesce((select json_agg(json_build_object('role', g.role,
          'department', case when s.id is not null then json_build_object('key', s.key, 'name', s.name) end,
          'grantedAt', g.granted_at, 'grantedBy', b.name, 'endedAt', g.revoked_at, 'endedBy', x.name)
          order by g.revoked_at nulls first, g.granted_at desc, g.id desc)
        from role_grant g left join department s on s.id = g.department_id
        left join employee b on b.id = g.granted_by left join employee x on x.id = g.revoked_by
        where g.employee_id = e.id), '[]') as roles
    from employee e left join department d on d.id = e.department_id
    where e.public_id = ${publicId}`.execute(ctx.database);
  const colleague = found.rows[0];
  if (!colleague) throw new Refusal('not-found.employee', { id: publicId });
  return colleague;
}

/** The number of a colleague who works here, locked until the end of the transaction. */
export async function lockColleague(ctx: Context, publicId: string): Promise<string> {
  const found = await sql<{ id: string }>`
    select id from employee where public_id = ${publicId} and left_at is null for update`.execute(
    ctx.database,
  );
  const [row] = found.rows;
  if (!row) throw new Refusal('not-found.employee', { id: publicId });
  return row.id;
}
