import { sql } from 'kysely';
import type { Context, Role } from '../../platform/context.ts';

export interface DepartmentRow {
  key: string;
  name: string;
  boardedOn: string | null;
  employees: number;
  queues: number;
  /** Within which time it answers what others ask; seconds, null: nothing is promised. */
  handOverSeconds: number | null;
  handOverClock: 'hours' | 'clock';
  /** Key of the calendar for that; null: that of the default queue. */
  calendar: string | null;
}

export interface ColleagueRow {
  publicId: string;
  name: string;
  email: string;
  department: string | null;
  languages: string[];
  skills: string[];
  /** Roles in force, and where: the name of a department, or null for everywhere. */
  roles: { role: Role; department: string | null }[];
  signsIn: boolean;
  /** An invitation was made and not used yet. */
  invited: boolean;
}

/** Departments that have not ended, by name. One statement. */
export async function listDepartments(ctx: Context): Promise<DepartmentRow[]> {
  const found = await sql<DepartmentRow>`
    select d.key, d.name, d.boarded_on::text as "boardedOn", d.hand_over_seconds as "handOverSeconds",
      d.hand_over_clock as "handOverClock", (select c.key from calendar c where c.id = d.calendar_id) as calendar,
      (select count(*)::int from employee e where e.department_id = d.id and e.left_at is null) as employees,
      (select count(*)::int from queue q where q.department_id = d.id) as queues
    from department d where d.ended_at is null order by lower(d.name), d.id`.execute(ctx.database);
  return found.rows;
}

export interface ColleagueFilter {
  /** Key of a department. */
  department?: string | undefined;
  /** Part of a name, an address, a skill or a language. */
  search?: string | undefined;
}

/** Everybody who works here, by name. One statement. */
export async function listColleagues(
  ctx: Context,
  { department, search }: ColleagueFilter = {},
): Promise<ColleagueRow[]> {
  const part = search?.trim()
    ? `%${search
        .trim()
        .toLowerCase()
        .replaceAll(/[\\%_]/g, '\\$&')}%`
    : null;
  const found = await sql<ColleagueRow>`
    select e.public_id as "publicId", e.name, e.email, d.name as department, e.languages, e.skills,
      e.user_id is not null as "signsIn",
      exists (select from invitation i where i.employee_id = e.id and i.used_at is null and i.ended_at is null)
        as invited,
      coalesce((select json_agg(json_build_object('role', g.role, 'department', s.name) order by g.id)
        from role_grant g left join department s on s.id = g.department_id
        where g.employee_id = e.id and g.revoked_at is null), '[]') as roles
    from employee e left join department d on d.id = e.department_id
    where e.left_at is null and (${department ?? null}::text is null or d.key = ${department ?? null})
      and (${part}::text is null or lower(e.name) like ${part} or lower(e.email) like ${part}
        or exists (select from unnest(e.skills || e.languages) w where lower(w) like ${part}))
    order by lower(e.name), e.id limit 1000`.execute(ctx.database);
  return found.rows;
}
