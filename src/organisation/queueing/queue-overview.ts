import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { defaultQueueKey } from '../queues.ts';

export interface QueueRow {
  id: string;
  key: string;
  name: string;
  department: { key: string; name: string } | null;
  calendar: { key: string; name: string };
  /** What whoever takes from it must speak and know; none: no matter. */
  languages: string[];
  skills: string[];
  /** Routing passes it by when so many wait; null: never. */
  mostWaiting: number | null;
  /** So many may one colleague hold at once; null: no matter. */
  mostEach: number | null;
  /** Polder gives the work out to who is there; otherwise colleagues take the next one themselves. */
  deals: boolean;
  /** Who works it; none: everybody who may answer for its department. */
  workers: { publicId: string; name: string }[];
  isDefault: boolean;
}

/** Queues that have not ended, the default one first. One statement. */
export async function listQueueRows(ctx: Context): Promise<QueueRow[]> {
  return readQueues(ctx, null);
}

/** @throws Refusal `not-found.queue` */
export async function getQueueRow(ctx: Context, key: string): Promise<QueueRow> {
  const [row] = await readQueues(ctx, key);
  if (!row) throw new Refusal('not-found.queue', { key });
  return row;
}

async function readQueues(ctx: Context, key: string | null): Promise<QueueRow[]> {
  const found = await sql<QueueRow>`
    select q.id, q.key, q.name, q.languages, q.skills, q.most_waiting as "mostWaiting", q.most_each as "mostEach",
      q.deals, q.key = ${defaultQueueKey} as "isDefault",
      case when d.id is not null then json_build_object('key', d.key, 'name', d.name) end as department,
      json_build_object('key', c.key, 'name', c.name) as calendar,
      coalesce((select json_agg(json_build_object('publicId', e.public_id, 'name', e.name) order by lower(e.name), e.id)
        from queue_worker w join employee e on e.id = w.employee_id and e.left_at is null
        where w.queue_id = q.id and w.ended_at is null), '[]') as workers
    from queue q join calendar c on c.id = q.calendar_id left join department d on d.id = q.department_id
    where q.ended_at is null and (${key}::text is null or q.key = ${key})
    order by q.key = ${defaultQueueKey} desc, lower(q.name), q.id`.execute(ctx.database);
  return found.rows;
}
