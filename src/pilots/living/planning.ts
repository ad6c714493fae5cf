import { sql } from 'kysely';
import { calendarFinder } from '../../organisation/calendars.ts';
import { rulesInForce } from '../../organisation/rules/in-force.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isCapability } from '../capability.ts';
import { lockPilot, type Pilot, today } from './pilot.ts';
import type { Plan } from './plan.ts';
import { type Lack, lackingOf } from './readiness.ts';
import { requiresOwner, takeStep } from './stepping.ts';

export interface Planned {
  readonly title: string;
  readonly goal: string;
  readonly ownerId: string | null;
  readonly sponsorId: string | null;
  readonly departmentId: string | null;
  readonly plan: Plan;
}

/** Writes the plan down, also while it is not complete: what is still missing stands beside it until it may start. */
export async function plan(ctx: Context, id: string, given: Planned): Promise<void> {
  const unknown = given.plan.capabilities.find((one) => !isCapability(one));
  if (unknown !== undefined) throw new Refusal('invalid.capability', { capability: unknown });
  await transact(ctx, ctx.purpose, async (ctx) => {
    const pilot = await lockPilot(ctx, id);
    requiresOwner(ctx, pilot);
    await takeStep(ctx, pilot, { act: 'plan' });
    await sql`
      update pilot set title = ${given.title.trim()}, goal = ${given.goal.trim()}, owner_id = ${given.ownerId}::bigint,
        sponsor_id = ${given.sponsorId}::bigint, department_id = ${given.departmentId}::bigint,
        capabilities = ${[...given.plan.capabilities]}::text[], plan = ${JSON.stringify(given.plan)}::jsonb
      where id = ${pilot.id}`.execute(ctx.database);
  });
}

/** What still stands in the way of the start. */
export async function lackingFor(ctx: Context, pilot: Pilot): Promise<Lack[]> {
  return lackingOf({
    fitted: pilot.fit !== null,
    hasOwner: pilot.owner !== null,
    hasSponsor: pilot.sponsor !== null,
    hasDepartment: pilot.department !== null,
    plan: pilot.plan,
    today: await today(ctx),
    rulesUnread: await rulesUnread(ctx, pilot.plan?.phases[0]?.scope.people ?? []),
    findCalendar: await calendarFinder(ctx),
  });
}

/** How many of these colleagues still have house rules to read. */
async function rulesUnread(ctx: Context, people: readonly string[]): Promise<number> {
  const ids = people.filter((one) => /^\d+$/.test(one));
  if (ids.length === 0) return 0;
  const found = await sql<{ n: number }>`
    select count(distinct e.id)::int as n from employee e, ${rulesInForce(ctx)}
    where e.id = any (${ids}::bigint[]) and not exists (
      select from rule_acknowledgement a where a.version_id = v.id and a.employee_id = e.id)`.execute(
    ctx.database,
  );
  return found.rows[0]?.n ?? 0;
}
