import { sql } from 'kysely';
import { dueAcross } from '../../organisation/opening/falling-due.ts';
import { loadOpenings } from '../../organisation/opening/openings.ts';
import { secondsAcross } from '../../organisation/opening/timeline.ts';
import { defaultQueueKey } from '../../organisation/queues.ts';
import type { Context } from '../../platform/context.ts';

interface Promised {
  seconds: number | null;
  clock: 'hours' | 'clock';
  calendarId: string;
}

/** What a department promises; by its own calendar, or that of the default queue. */
async function readPromise(ctx: Context, departmentId: string): Promise<Promised> {
  const found = await sql<Promised>`
    select d.hand_over_seconds as seconds, d.hand_over_clock as clock, coalesce(d.calendar_id, q.calendar_id) as "calendarId"
    from department d join queue q on q.key = ${defaultQueueKey} where d.id = ${departmentId}`.execute(
    ctx.database,
  );
  const [row] = found.rows;
  if (!row) throw new Error(`department ${departmentId} is gone`);
  return row;
}

/** When a question that is asked now falls due there; null when that department promises nothing. */
export async function promiseOf(
  ctx: Context,
  departmentId: string,
): Promise<{ dueAt: Date | null; versionId: string | null }> {
  const { seconds, clock, calendarId } = await readPromise(ctx, departmentId);
  const opening = (await loadOpenings(ctx)).get(calendarId);
  const now = ctx.clock.now().epochMilliseconds / 1000;
  const versionId = opening?.versionAt(now) ?? null;
  if (seconds === null || !opening) return { dueAt: null, versionId };
  const due = clock === 'clock' ? now + seconds : dueAcross(opening.timeline, now, seconds);
  return { dueAt: due === undefined ? null : new Date(Math.round(due * 1000)), versionId };
}

/** How long it took, on the clock and in the hours of the department. */
export async function secondsTaken(
  ctx: Context,
  departmentId: string,
  { from, to }: { from: Date; to: Date },
): Promise<{ clock: number; hours: number | null }> {
  const { calendarId } = await readPromise(ctx, departmentId);
  const opening = (await loadOpenings(ctx)).get(calendarId);
  const [start, end] = [from.getTime() / 1000, to.getTime() / 1000];
  return {
    clock: Math.round(end - start),
    hours: opening ? Math.round(secondsAcross(opening.timeline, start, end)) : null,
  };
}

/** Questions that are open when a department promises something else, or opens at other hours, fall due anew. */
export async function promiseAnew(ctx: Context): Promise<void> {
  const found = await sql<{ id: string; departmentId: string; askedAt: Date }>`
    select id, department_id as "departmentId", asked_at as "askedAt" from hand_over
    where ended_at is null order by id for update`.execute(ctx.database);
  if (found.rows.length === 0) return;
  const openings = await loadOpenings(ctx);
  const promises = new Map<string, Promised>();
  for (const id of new Set(found.rows.map(({ departmentId }) => departmentId)))
    promises.set(id, await readPromise(ctx, id));
  for (const { id, departmentId, askedAt } of found.rows) {
    const promised = promises.get(departmentId);
    const opening = promised && openings.get(promised.calendarId);
    const from = askedAt.getTime() / 1000;
    const seconds = promised?.seconds ?? null;
    const due =
      seconds === null || !opening
        ? undefined
        : promised?.clock === 'clock'
          ? from + seconds
          : dueAcross(opening.timeline, from, seconds);
    await sql`update hand_over set due_at = ${due === undefined ? null : new Date(Math.round(due * 1000))}
      where id = ${id}`.execute(ctx.database);
  }
}
