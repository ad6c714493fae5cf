import { type RawBuilder, sql } from 'kysely';
import { personAllows } from '../../customers/using.ts';
import { may } from '../../organisation/authority.ts';
import type { Context, RoleGrant } from '../../platform/context.ts';

/** What waits for somebody: not asleep, not standing folded as one of many, and nobody has it. */
export const unclaimed = sql`o.state <> 'waiting' and o.assignee_id is null and o.fold_id is null and o.snoozed_until is null`;

/** Of a colleague: what counts for how much they hold. */
const held = sql`o.state <> 'waiting' and o.snoozed_until is null`;

/** A colleague with the room they have. */
export interface Worker {
  id: string;
  publicId: string;
  name: string;
  departmentId: string | null;
  roles: readonly RoleGrant[];
  capacity: number | null;
  languages: readonly string[];
  skills: readonly string[];
  /** How many they hold, in all and by queue. */
  holds: number;
  inQueue: Map<string, number>;
}

/** A queue that work is taken from. */
export interface WorkQueue {
  id: string;
  departmentId: string | null;
  skills: readonly string[];
  mostEach: number | null;
  deals: boolean;
  /** Numbers of colleagues; none: everybody who may answer for its department. */
  workers: readonly string[];
}

/**
 * Colleagues, locked in order so that two who deal out or take at once do not both fill the last place. `only` null:
 * those who said that they are here. One statement.
 */
export async function lockWorkers(ctx: Context, only: string | null, since: Date): Promise<Worker[]> {
  const which = only
    ? sql`e.id = ${only}`
    : sql`e.id in (select employee_id from presence where state = 'here' and since > ${since})`;
  await sql`select from employee e where ${which} and e.left_at is null order by e.id for no key update`.execute(
    ctx.database,
  );
  const found = await sql<Omit<Worker, 'holds' | 'inQueue'> & { counts: Record<string, number> }>`
    select e.id, e.public_id as "publicId", e.name, e.department_id as "departmentId", e.capacity, e.languages, e.skills,
      coalesce((select json_agg(json_build_object('role', g.role, 'departmentId', g.department_id::text))
        from role_grant g where g.employee_id = e.id and g.revoked_at is null), '[]') as roles,
      coalesce((select json_object_agg(n.queue_id, n.n) from (
        select o.queue_id, count(*)::integer as n from conversation_open o
        where o.assignee_id = e.id and ${held} group by o.queue_id) n), '{}') as counts
    from employee e where ${which} and e.left_at is null order by e.id`.execute(ctx.database);
  return found.rows.map(({ counts, ...worker }) => ({
    ...worker,
    inQueue: new Map(Object.entries(counts)),
    holds: Object.values(counts).reduce((sum, n) => sum + n, 0),
  }));
}

/** Queues that have not ended. One statement. */
export async function listWorkQueues(ctx: Context): Promise<WorkQueue[]> {
  const found = await sql<WorkQueue>`
    select q.id, q.department_id as "departmentId", q.skills, q.most_each as "mostEach", q.deals,
      array(select w.employee_id::text from queue_worker w where w.queue_id = q.id and w.ended_at is null) as workers
    from queue q where q.ended_at is null order by q.id`.execute(ctx.database);
  return found.rows;
}

export function hasRoom({ capacity, holds }: Worker): boolean {
  return capacity === null || holds < capacity;
}

/** Whether a colleague works this queue and may hold one more of it. */
export function mayTakeFrom(worker: Worker, queue: WorkQueue): boolean {
  const { id, skills, mostEach, workers, departmentId } = queue;
  if (workers.length > 0 && !workers.includes(worker.id)) return false;
  if (!skills.every((skill) => worker.skills.includes(skill))) return false;
  if (mostEach !== null && (worker.inQueue.get(id) ?? 0) >= mostEach) return false;
  const { name, departmentId: own, roles } = worker;
  const actor = { kind: 'employee' as const, employeeId: worker.id, name, departmentId: own, roles };
  return may(actor, 'conversation.answer', departmentId) && may(actor, 'inbox.read', departmentId);
}

/** Somebody who says which languages they speak gets no others; what no language was found in is everybody's. */
export function speaks({ languages }: Worker, language: string | null): boolean {
  return language === null || languages.length === 0 || languages.includes(language);
}

export interface Candidate {
  id: string;
  publicId: string;
  queueId: string;
  language: string | null;
  channel: string;
}

/**
 * What waits in these queues, the most urgent first: what was given priority, then by when it falls due, and after that what waits longest. Per queue
 * by its own index, then merged. Not locked. One statement.
 */
export async function mostUrgent(
  ctx: Context,
  queues: readonly string[],
  { limit, seen }: { limit: number; seen: readonly string[] },
): Promise<Candidate[]> {
  if (queues.length === 0) return [];
  const part = (condition: RawBuilder<unknown>, order: RawBuilder<unknown>) => sql`(
    select o.conversation_id, o.public_id, o.queue_id, o.language, o.channel, o.due_at, o.last_message_at, o.priority
    from conversation_open o
    where o.queue_id = q.id and ${unclaimed} and ${condition} and ${personAllows(sql`o.person_id`, 'service')}
      and o.conversation_id <> all(${seen}::bigint[])
    order by ${order} limit ${limit})`;
  const found = await sql<Candidate>`
    select c.conversation_id as id, c.public_id as "publicId", c.queue_id as "queueId", c.language, c.channel
    from unnest(${queues}::bigint[]) as q (id)
    cross join lateral (
      ${part(sql`o.priority = 1`, sql`o.last_message_at, o.conversation_id`)}
      union all
      ${part(sql`o.priority = 0 and o.due_at is not null`, sql`o.due_at, o.conversation_id`)}
      union all
      ${part(sql`o.priority = 0 and o.due_at is null`, sql`o.last_message_at, o.conversation_id`)}) c
    order by c.priority desc, c.due_at nulls last, c.last_message_at, c.conversation_id limit ${limit}`.execute(
    ctx.database,
  );
  return found.rows;
}

/** Locks the first of these that still waits and that nobody else is taking; passes by what is held. */
export async function lockFirst(ctx: Context, ids: readonly string[]): Promise<string | undefined> {
  const found = await sql<{ id: string }>`
    select c.id from unnest(${ids}::bigint[]) with ordinality as t (id, place)
    join conversation c on c.id = t.id
    join conversation_open o on o.conversation_id = c.id and ${unclaimed}
    order by t.place limit 1 for update of c, o skip locked`.execute(ctx.database);
  return found.rows[0]?.id;
}
