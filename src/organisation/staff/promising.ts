import { sql } from 'kysely';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { requiresEverywhere } from '../authority.ts';
import { getDepartment } from '../departments.ts';

/** Within which time a department answers what other departments ask. */
export interface DepartmentPromise {
  /** Seconds; null: nothing is promised. */
  seconds: number | null;
  clock: 'hours' | 'clock';
  /** Key of a calendar; null: that of the default queue. */
  calendar: string | null;
}

/** @throws Refusal `not-found.department`, `not-found.calendar` */
export async function promiseAnswers(ctx: Context, key: string, promise: DepartmentPromise): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  await transact(ctx, null, async (ctx) => {
    const { id } = await getDepartment(ctx, key);
    const { seconds, clock, calendar } = promise;
    const found = await sql<{ id: string }>`select id from calendar where key = ${calendar}`.execute(
      ctx.database,
    );
    const calendarId = found.rows[0]?.id ?? null;
    if (calendar !== null && calendarId === null) throw new Refusal('not-found.calendar', { key: calendar });
    await sql`update department set hand_over_seconds = ${seconds}, hand_over_clock = ${clock},
        calendar_id = ${calendarId} where id = ${id}`.execute(ctx.database);
    await ctx.emit([{ verb: 'department.promised', subject: { kind: 'department', id } }]);
  });
}
