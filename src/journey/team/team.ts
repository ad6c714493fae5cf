import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';

/** The multidisciplinary team: who is in it, and what it decided. */
export interface Team {
  readonly members: readonly {
    employeeId: string;
    name: string;
    department: string | null;
    fromOn: string;
  }[];
  readonly departments: number;
  readonly decisions: readonly TeamDecision[];
}

export interface TeamDecision {
  readonly publicId: string;
  readonly decidedOn: string;
  readonly decision: string;
  readonly why: string;
  readonly by: string | null;
}

const latest = 50;

export async function readTeam(ctx: Context): Promise<Team> {
  const day = ctx.clock.now().toString().slice(0, 10);
  const members = await sql<Team['members'][number]>`
    select e.public_id as "employeeId", e.name, d.name as department, t.from_on::text as "fromOn"
    from team_member t join employee e on e.id = t.employee_id left join department d on d.id = e.department_id
    where t.from_on <= ${day}::date and (t.until_on is null or t.until_on >= ${day}::date) and e.left_at is null
    order by e.name`.execute(ctx.database);
  const decisions = await sql<TeamDecision>`
    select t.public_id as "publicId", t.decided_on::text as "decidedOn", t.decision, t.why, e.name as by
    from team_decision t left join employee e on e.id = t.made_by order by t.decided_on desc, t.id desc
    limit ${latest}`.execute(ctx.database);
  const departments = new Set(members.rows.flatMap(({ department }) => department ?? [])).size;
  return { members: members.rows, departments, decisions: decisions.rows };
}

/** @throws Refusal `not-found.employee` */
export async function joinTeam(ctx: Context, employeePublicId: string): Promise<void> {
  const day = ctx.clock.now().toString().slice(0, 10);
  await transact(ctx, null, async (ctx) => {
    const found = await sql<{ id: string }>`
      select id from employee where public_id = ${employeePublicId} and left_at is null for update`.execute(
      ctx.database,
    );
    const id = found.rows[0]?.id;
    if (!id) throw new Refusal('not-found.employee', { id: employeePublicId });
    await sql`insert into team_member (employee_id, from_on, made_by)
      select ${id}, ${day}, ${ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null}
      where not exists (select from team_member where employee_id = ${id} and until_on is null)`.execute(
      ctx.database,
    );
  });
}

export async function leaveTeam(ctx: Context, employeePublicId: string): Promise<void> {
  const day = ctx.clock.now().toString().slice(0, 10);
  await sql`update team_member set until_on = greatest(from_on, ${day}::date - 1) where until_on is null
    and employee_id = (select id from employee where public_id = ${employeePublicId})`.execute(ctx.database);
}

/** @throws Refusal `invalid.decision`; a decision of a day to come is none yet */
export async function logDecision(
  ctx: Context,
  { decidedOn, decision, why }: { decidedOn: string; decision: string; why: string },
): Promise<void> {
  const now = ctx.clock.now();
  if (decision.trim().length < 3 || why.trim().length < 3) throw new Refusal('invalid.decision');
  if (decidedOn > now.toString().slice(0, 10)) throw new Refusal('invalid.date', { value: decidedOn });
  await sql`insert into team_decision (public_id, decided_on, decision, why, made_at, made_by)
    values (${publicId('td', now.epochMilliseconds)}, ${decidedOn}, ${decision.trim()}, ${why.trim()}, ${asDate(now)},
      ${ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null})`.execute(ctx.database);
}

/** Whether there was a team of two departments or more that decided something in the last 31 days. */
export async function hasTeam(ctx: Context, at: Date): Promise<boolean> {
  const found = await sql<{ departments: number; decided: boolean }>`
    select (select count(distinct e.department_id)::int from team_member t join employee e on e.id = t.employee_id
        where t.from_on <= ${at}::date and (t.until_on is null or t.until_on >= ${at}::date)
          and (e.left_at is null or e.left_at > ${at})) as departments,
      exists (select from team_decision where decided_on <= ${at}::date and decided_on > ${at}::date - 31) as decided`.execute(
    ctx.database,
  );
  const { departments = 0, decided = false } = found.rows[0] ?? {};
  return departments >= 2 && decided;
}

/** Everybody who was in the team at a moment, two by two: who decide together know each other's actions. */
export async function teamTies(ctx: Context, at: Date): Promise<{ one: string; other: string }[]> {
  const found = await sql<{ one: string; other: string }>`
    with members as (select distinct employee_id as id from team_member
      where from_on <= ${at}::date and (until_on is null or until_on >= ${at}::date))
    select a.id::text as one, b.id::text as other from members a join members b on a.id < b.id`.execute(
    ctx.database,
  );
  return found.rows;
}
