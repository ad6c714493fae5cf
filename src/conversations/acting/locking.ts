import { sql } from 'kysely';
import { personAllows } from '../../customers/using.ts';
import type { Action } from '../../organisation/authority.ts';
import { mayRead } from '../../organisation/mandates/reading.ts';
import { queuesFor } from '../../organisation/queues.ts';
import type { Context } from '../../platform/context.ts';
import type { State } from '../placing/course.ts';

/** A conversation that is locked for a change, with all that an act can change of it. */
export interface Locked {
  id: string;
  publicId: string;
  state: State;
  seq: number;
  queueId: string;
  personId: string | null;
  accountId: string;
  audience: string;
  assigneeId: string | null;
  /** The snooze that is running. */
  snoozeId: string | null;
  substateId: string | null;
}

/** Numbers of the queues in which the actor may read and may do `action`. */
export async function queuesWhere(ctx: Context, action: Action): Promise<string[]> {
  const readable = new Set((await queuesFor(ctx, 'inbox.read')).map(({ id }) => id));
  return (await queuesFor(ctx, action)).flatMap(({ id }) => (readable.has(id) ? [id] : []));
}

/**
 * Locks those of `publicIds` with which the actor may do `action`, in the order of their numbers so that two who act on
 * many never wait for each other. Those out of reach are left out; and, without `merged`, those that stand in another
 * one by now.
 */
export async function lockAll(
  ctx: Context,
  publicIds: readonly string[],
  { action, merged = false }: { action: Action; merged?: boolean },
): Promise<Locked[]> {
  const queues = await queuesWhere(ctx, action);
  await sql`
    select from conversation c where c.public_id = any(${publicIds}::text[]) order by c.id for update`.execute(
    ctx.database,
  );
  const found = await sql<Locked>`
    select c.id, c.public_id as "publicId", c.state, c.seq, c.queue_id as "queueId", c.person_id as "personId",
      c.channel_account_id as "accountId", a.audience, c.substate_id as "substateId",
      (select employee_id from assignment s where s.conversation_id = c.id and s.ended_at is null) as "assigneeId",
      (select id from snooze s where s.conversation_id = c.id and s.woken_at is null) as "snoozeId"
    from conversation c join channel_account a on a.id = c.channel_account_id
    where c.public_id = any(${publicIds}::text[]) and c.queue_id = any(${queues}::bigint[])
      and (${merged} or c.merged_into_id is null) and ${personAllows(sql`c.person_id`, 'service')}
      and ${mayRead(ctx, { channel: sql`a.channel`, topics: sql`c.topics` })}
    order by c.id`.execute(ctx.database);
  return found.rows;
}

/** Every change of how something stands counts up its version; whoever saw the one before hears of it. */
export async function countVersions(ctx: Context, ids: readonly string[]): Promise<void> {
  await sql`update conversation set version = version + 1 where id = any(${ids}::bigint[])`.execute(
    ctx.database,
  );
}
