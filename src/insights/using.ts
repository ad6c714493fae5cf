import { sql } from 'kysely';
import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';

export const looks = ['journey', 'figure', 'goals', 'board', 'report'] as const;
export type Look = (typeof looks)[number];

/** Notes that a colleague looked at figures today: listening is measured too. Once a day and kind; nobody else does. */
export async function noteLook(ctx: Context, kind: Look): Promise<void> {
  if (ctx.actor.kind !== 'employee') return;
  const now = ctx.clock.now();
  await sql`insert into insight_use (employee_id, day, kind, first_at)
    values (${ctx.actor.employeeId}, (${asDate(now)}::timestamptz at time zone (select timezone from organisation))::date,
      ${kind}, ${asDate(now)}) on conflict do nothing`.execute(ctx.database);
}

/** On which days who looked at figures; `to` does not count. */
export async function insightUses(
  ctx: Context,
  { from, to }: { from: string; to: string },
): Promise<{ employeeId: string; day: string }[]> {
  const found = await sql<{ employeeId: string; day: string }>`
    select distinct employee_id::text as "employeeId", day::text as day from insight_use
    where day >= ${from}::date and day < ${to}::date`.execute(ctx.database);
  return found.rows;
}
