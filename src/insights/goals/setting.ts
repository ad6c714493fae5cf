import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { businessTypes, type C, type ResultType } from './goal.ts';
import { getGoal } from './goals.ts';

export interface NewGoal {
  readonly name: string;
  readonly why: string;
  readonly c: C;
  readonly departmentId: string | null;
  readonly ownerId: string | null;
  readonly kpi: string | null;
  readonly unit: string | null;
  readonly resultType: ResultType;
  readonly direction: 'higher' | 'lower';
  readonly baseline: number | null;
  readonly target: number | null;
  readonly dueOn: string | null;
  readonly planLineId: string | null;
}

export function actorId({ actor }: Context): string | null {
  return actor.kind === 'employee' ? actor.employeeId : null;
}

/** Sets a goal. @throws Refusal `invalid.goal` without a name or a reason, `invalid.goal-target` when it asks less than now */
export async function setGoal(ctx: Context, goal: NewGoal): Promise<string> {
  if (goal.name.trim().length < 3 || goal.why.trim().length < 3) throw new Refusal('invalid.goal');
  requireAhead(goal);
  const id = publicId('gl', ctx.clock.now().epochMilliseconds);
  await sql`
    insert into goal (public_id, name, why, c, department_id, owner_id, kpi, unit, result_type, direction, baseline, target,
      due_on, plan_line_id, made_at, made_by)
    values (${id}, ${goal.name.trim()}, ${goal.why.trim()}, ${goal.c}, (select id from department where id = ${goal.departmentId}::bigint),
      (select id from employee where id = ${goal.ownerId}::bigint),
      ${goal.kpi}, ${goal.unit}, ${goal.resultType}, ${goal.direction}, ${goal.baseline}, ${goal.target}, ${goal.dueOn},
      ${goal.planLineId}, ${asDate(ctx.clock.now())}, ${actorId(ctx)})`.execute(ctx.database);
  return id;
}

// A goal of the business that asks no better than it is measures nothing.
function requireAhead({ baseline, target, direction, resultType }: NewGoal): void {
  if (baseline === null || target === null || !businessTypes.includes(resultType)) return;
  const ahead = direction === 'higher' ? target > baseline : target < baseline;
  if (!ahead) throw new Refusal('invalid.goal-target');
}

/** Writes a value down; a later one for the same day stands in its place. @throws Refusal `not-found.goal`, `conflict.goal-ended` */
export async function noteValue(
  ctx: Context,
  goalId: string,
  {
    day,
    value,
    low = null,
    high = null,
  }: { day: string; value: number; low?: number | null; high?: number | null },
): Promise<void> {
  const goal = await running(ctx, goalId);
  const now = ctx.clock.now();
  if (day > now.toString().slice(0, 10)) throw new Refusal('invalid.date', { value: day });
  await sql`insert into goal_value (goal_id, on_day, value, low, high, said_at, said_by)
    values (${goal.id}, ${day}, ${value}, ${low}, ${high}, ${asDate(now)}, ${actorId(ctx)})`.execute(
    ctx.database,
  );
}

export async function endGoal(ctx: Context, goalId: string, why: string): Promise<void> {
  if (why.trim().length < 3) throw new Refusal('invalid.reason');
  const goal = await running(ctx, goalId);
  await sql`update goal set ended_at = ${asDate(ctx.clock.now())}, ended_by = ${actorId(ctx)}, ended_why = ${why.trim()}
    where id = ${goal.id}`.execute(ctx.database);
}

/** Ties a goal to a line of the year's plan, or looses it. */
export async function tieGoal(ctx: Context, goalId: string, planLineId: string | null): Promise<void> {
  const goal = await running(ctx, goalId);
  await sql`update goal set plan_line_id = ${planLineId} where id = ${goal.id}`.execute(ctx.database);
}

async function running(ctx: Context, publicId: string) {
  const goal = await getGoal(ctx, publicId);
  if (goal.endedOn !== null) throw new Refusal('conflict.goal-ended');
  return goal;
}

/** @throws Refusal `invalid.plan-line` */
export async function addPlanLine(
  ctx: Context,
  line: { year: number; name: string; unit: string; ownerId: string | null },
): Promise<string> {
  const named = line.name.trim().length >= 3 && line.unit.trim().length >= 1;
  if (!named || !(line.year >= 2000 && line.year <= 2200)) throw new Refusal('invalid.plan-line');
  const id = publicId('pl', ctx.clock.now().epochMilliseconds);
  await sql`insert into plan_line (public_id, year, name, unit, owner_id, made_at, made_by)
    values (${id}, ${line.year}, ${line.name.trim()}, ${line.unit.trim()},
      (select id from employee where id = ${line.ownerId}::bigint),
      ${asDate(ctx.clock.now())}, ${actorId(ctx)})`.execute(ctx.database);
  return id;
}

/** What is expected of a month, or what it became. Every saying stays; the newest holds. */
export async function sayPeriod(
  ctx: Context,
  lineId: string,
  { month, forecast, actual }: { month: string; forecast: number | null; actual: number | null },
): Promise<void> {
  await transact(ctx, null, async (ctx) => {
    const found = await sql<{ id: string }>`select id from plan_line where public_id = ${lineId}`.execute(
      ctx.database,
    );
    const line = found.rows[0];
    if (!line) throw new Refusal('not-found.plan-line', { id: lineId });
    await sql`insert into plan_period (plan_line_id, period, forecast, actual, said_at, said_by)
      values (${line.id}, ${`${month}-01`}, ${forecast}, ${actual}, ${asDate(ctx.clock.now())}, ${actorId(ctx)})`.execute(
      ctx.database,
    );
  });
}
