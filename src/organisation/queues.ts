import type { Context } from '../platform/context.ts';
import { type Action, reachOf } from './authority.ts';

export interface Queue {
  id: string;
  key: string;
  name: string;
  departmentId: string | null;
  calendarId: string;
  /** Nothing comes in any more; what was done there stays readable. */
  ended: boolean;
}

export const defaultQueueKey = 'general';

export async function listQueues(ctx: Context): Promise<Queue[]> {
  const rows = await ctx.database
    .selectFrom('queue')
    .select(['id', 'key', 'name', 'department_id', 'calendar_id', 'ended_at'])
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    name: row.name,
    departmentId: row.department_id,
    calendarId: row.calendar_id,
    ended: row.ended_at !== null,
  }));
}

/** The queues in which the actor may do `action`: the list form of the authorisation rule. */
export async function queuesFor(ctx: Context, action: Action): Promise<Queue[]> {
  const reach = reachOf(ctx.actor, action);
  const queues = await listQueues(ctx);
  if (reach === 'everywhere') return queues;
  if (reach.length === 0) return [];
  return queues.filter((queue) => queue.departmentId === null || reach.includes(queue.departmentId));
}
