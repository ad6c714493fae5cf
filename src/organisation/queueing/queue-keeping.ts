import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { requiresEverywhere } from '../authority.ts';
import { departmentKey, getDepartment } from '../departments.ts';
import { doneBy } from '../done-by.ts';
import { defaultQueueKey } from '../queues.ts';
import { tidySkills } from '../staff/changing.ts';

export interface QueueChange {
  name: string;
  /** Key of a department; null: everybody's. */
  department: string | null;
  /** Key of a calendar. */
  calendar: string;
  languages: readonly string[];
  skills: readonly string[];
  mostWaiting: number | null;
  mostEach: number | null;
  deals: boolean;
  /** Public ids of colleagues; none: everybody who may answer for the department. */
  workers: readonly string[];
}

/** A new queue that works by the default calendar. Gives its key. @throws Refusal `conflict.queue-name` */
export async function makeQueue(ctx: Context, name: string): Promise<string> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  return transact(ctx, null, async (ctx) => {
    const key = departmentKey(name);
    const made = await sql<{ id: string }>`
      insert into queue (key, name, calendar_id, made_at, made_by)
      select ${key}, ${name.trim()}, calendar_id, ${asDate(ctx.clock.now())}, ${doneBy(ctx)}
      from queue where key = ${defaultQueueKey}
      on conflict (key) do nothing returning id`.execute(ctx.database);
    const [row] = made.rows;
    if (!row) throw new Refusal('conflict.queue-name', { name });
    await ctx.emit([told('queue.made', row.id)]);
    return key;
  });
}

/** @throws Refusal `not-found.queue`, `not-found.department`, `not-found.calendar` */
export async function changeQueue(ctx: Context, key: string, change: QueueChange): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  await transact(ctx, null, async (ctx) => {
    const departmentId = change.department === null ? null : (await getDepartment(ctx, change.department)).id;
    const calendar = await sql<{
      id: string;
    }>`select id from calendar where key = ${change.calendar}`.execute(ctx.database);
    const [{ id: calendarId } = { id: null }] = calendar.rows;
    if (calendarId === null) throw new Refusal('not-found.calendar', { key: change.calendar });
    const changed = await sql<{ id: string }>`
      update queue set name = ${change.name.trim()}, department_id = ${departmentId}, calendar_id = ${calendarId},
        languages = ${[...new Set(change.languages)]}::text[], skills = ${tidySkills(change.skills)}::text[],
        most_waiting = ${change.mostWaiting}, most_each = ${change.mostEach}, deals = ${change.deals}
      where key = ${key} and ended_at is null returning id`.execute(ctx.database);
    const [queue] = changed.rows;
    if (!queue) throw new Refusal('not-found.queue', { key });
    await nameWorkers(ctx, queue.id, change.workers);
    await ctx.emit([told('queue.changed', queue.id)]);
  });
}

async function nameWorkers(ctx: Context, queueId: string, workers: readonly string[]): Promise<void> {
  const now = asDate(ctx.clock.now());
  const named = sql`(select id from employee where public_id = any(${workers}::text[]) and left_at is null)`;
  await sql`update queue_worker set ended_at = ${now}, ended_by = ${doneBy(ctx)}
    where queue_id = ${queueId} and ended_at is null and employee_id not in ${named}`.execute(ctx.database);
  await sql`insert into queue_worker (queue_id, employee_id, added_at, added_by)
    select ${queueId}, n.id, ${now}, ${doneBy(ctx)} from ${named} n
    where not exists (select from queue_worker w
      where w.queue_id = ${queueId} and w.employee_id = n.id and w.ended_at is null)`.execute(ctx.database);
}

/**
 * Nothing comes in any more. What waits there is brought elsewhere by whoever follows `queue.ended`.
 * @throws Refusal `not-found.queue`, `conflict.queue-default` for the one that takes what no rule fits
 */
export async function endQueue(ctx: Context, key: string): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  if (key === defaultQueueKey) throw new Refusal('conflict.queue-default');
  await transact(ctx, null, async (ctx) => {
    const ended = await sql<{ id: string }>`
      update queue set ended_at = ${asDate(ctx.clock.now())}, ended_by = ${doneBy(ctx)}
      where key = ${key} and ended_at is null returning id`.execute(ctx.database);
    const [queue] = ended.rows;
    if (!queue) throw new Refusal('not-found.queue', { key });
    await ctx.emit([told('queue.ended', queue.id)]);
  });
}

function told(verb: string, id: string) {
  return { verb, subject: { kind: 'queue', id } };
}
