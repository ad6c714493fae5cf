import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Goal, GoalValue } from './goal.ts';

/** All goals that existed at a moment, with their values until then; those ended by then only when asked. Two statements. */
export async function listGoals(ctx: Context, at: Date, { ended = false } = {}): Promise<Goal[]> {
  const found = await sql<
    Omit<Goal, 'values' | 'planLine'> & { line: string | null; lineName: string | null }
  >`
    select g.id::text as id, g.public_id as "publicId", g.name, g.why, g.c, g.department_id::text as "departmentId",
      d.name as department, g.owner_id::text as "ownerId", e.name as owner, g.kpi, g.unit, g.result_type as "resultType",
      g.direction, g.baseline, g.target, g.due_on::text as "dueOn", l.public_id as line, l.name as "lineName",
      g.plan_line_id::text as "planLineId", g.ended_at::date::text as "endedOn", g.ended_why as "endedWhy"
    from goal g left join department d on d.id = g.department_id left join employee e on e.id = g.owner_id
    left join plan_line l on l.id = g.plan_line_id
    where g.made_at <= ${at} and (${ended} or g.ended_at is null or g.ended_at > ${at})
    order by g.ended_at is not null, g.id`.execute(ctx.database);
  const values = await sql<GoalValue & { goalId: string }>`
    select goal_id::text as "goalId", on_day::text as day, value, low, high from (
      select distinct on (goal_id, on_day) * from goal_value where said_at <= ${at} and on_day <= ${at}::date
      order by goal_id, on_day, id desc) v order by on_day`.execute(ctx.database);
  const perGoal = Map.groupBy(values.rows, ({ goalId }) => goalId);
  return found.rows.map(({ line, lineName, ...goal }) => ({
    ...goal,
    planLine: line === null ? null : { publicId: line, name: lineName ?? '' },
    values: (perGoal.get(goal.id) ?? []).map(({ day, value, low, high }) => ({ day, value, low, high })),
  }));
}

/** @throws Refusal `not-found.goal` */
export async function getGoal(ctx: Context, publicId: string): Promise<Goal> {
  const now = new Date(ctx.clock.now().epochMilliseconds);
  const goal = (await listGoals(ctx, now, { ended: true })).find((one) => one.publicId === publicId);
  if (!goal) throw new Refusal('not-found.goal', { id: publicId });
  return goal;
}
