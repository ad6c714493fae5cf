import { sql } from 'kysely';
import { mayUnder } from '../../organisation/mandates/holding.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { Event } from '../../platform/events.ts';
import { change } from '../assigning.ts';
import { told } from '../events.ts';
import { sendingOn } from '../mandated.ts';
import {
  type Candidate,
  hasRoom,
  listWorkQueues,
  lockFirst,
  lockWorkers,
  mayTakeFrom,
  mostUrgent,
  speaks,
  type Worker,
  type WorkQueue,
} from './room.ts';

/** Whatever brings work or room: then what waits is dealt out. */
export const whatDeals = [
  'conversation.opened',
  'conversation.continued',
  'conversation.routed',
  'conversation.reopened',
  'conversation.answered',
  'conversation.closed',
  'conversation.assigned',
  'conversation.due',
  'presence.changed',
  'queue.changed',
  'employee.changed',
] as const;

const longestDay = { hours: 12 };
const atOnce = 50;

/**
 * The reaction to whatever brings work or room: in queues where Polder deals out, what waits goes to who is here, has
 * room, speaks the language and knows what is needed; to whom holds the least. Works from how it stands now, so it is
 * harmless to do twice, and nothing stays lying when one call is missed.
 */
export async function dealOut(ctx: Context): Promise<void> {
  const queues = (await listWorkQueues(ctx)).filter(({ deals }) => deals);
  if (queues.length === 0) return;
  await transact(ctx, 'service', async (ctx) => {
    const workers = await lockWorkers(ctx, null, asDate(ctx.clock.now().subtract(longestDay)));
    if (!workers.some(hasRoom)) return;
    const byId = new Map(queues.map((queue) => [queue.id, queue]));
    const seen: string[] = [];
    for (;;) {
      const candidates = await mostUrgent(ctx, [...byId.keys()], { limit: atOnce, seen });
      if (candidates.length === 0) return;
      for (const one of candidates) await deal(ctx, one, { queue: byId.get(one.queueId), workers });
      if (!workers.some(hasRoom) || candidates.length < atOnce) return;
      seen.push(...candidates.map(({ id }) => id));
    }
  });
}

async function deal(
  ctx: Context,
  one: Candidate,
  { queue, workers }: { queue: WorkQueue | undefined; workers: readonly Worker[] },
): Promise<void> {
  if (!queue) return;
  const able = workers
    .filter((worker) => hasRoom(worker) && mayTakeFrom(worker, queue) && speaks(worker, one.language))
    .toSorted((a, b) => a.holds - b.holds || Number(a.id) - Number(b.id));
  for (const worker of able) {
    if (!(await mayUnder(ctx, worker.id, { ...sendingOn(ctx, one), at: ctx.clock.now() }))) continue;
    if (!(await lockFirst(ctx, [one.id]))) return;
    await change(ctx, one.id, { before: null, assignee: worker.id });
    worker.holds += 1;
    worker.inQueue.set(queue.id, (worker.inQueue.get(queue.id) ?? 0) + 1);
    await ctx.emit([told('assigned', one.id, { employeeId: worker.id })]);
    return;
  }
}

/**
 * The reaction to somebody who goes home, or who left: what still waits for an answer, and they gave back, waits for
 * everybody again. What waits for the customer stays theirs, unless they left.
 */
export async function giveBack(ctx: Context, { verb, subjectId, data }: Event): Promise<void> {
  const left = verb === 'employee.left';
  if (!left && (data.state !== 'home' || !data.giveBack)) return;
  const found = await sql<{ id: string; assignment: string }>`
    select c.id, a.id as assignment from conversation c
    join assignment a on a.conversation_id = c.id and a.ended_at is null and a.employee_id = ${subjectId}
    join conversation_open o on o.conversation_id = c.id ${left ? sql`` : sql`and o.state <> 'waiting'`}
    order by c.id for update of c`.execute(ctx.database);
  for (const { id, assignment } of found.rows) {
    await change(ctx, id, { before: assignment, assignee: null });
    await sql`update assignment set end_reason = ${left ? 'left' : 'went-home'} where id = ${assignment}`.execute(
      ctx.database,
    );
  }
  await ctx.emit(found.rows.map(({ id }) => told('assigned', id, { employeeId: null })));
}
