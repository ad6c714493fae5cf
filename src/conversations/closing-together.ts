import { type RawBuilder, sql } from 'kysely';
import { personAllows } from '../customers/using.ts';
import { requires } from '../organisation/authority.ts';
import { mayRead } from '../organisation/mandates/reading.ts';
import { queuesFor } from '../organisation/queues.ts';
import { type Context, transact } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { employeeOf, endAll, reopenAll } from './closing.ts';
import type { CloseReason } from './conversation.ts';
import { ofConversation, ofHead } from './listing/columns.ts';
import { fold } from './listing/folding.ts';

const mostTogether = 1000;

/** The closing of a group, named by when it was: it can be taken back by who did it. */
export interface ClosedTogether {
  n: number;
  /** ISO instant. */
  at: string;
}

/** What can be done with all of a group at once. */
export interface Together {
  /** Conversations that stand folded and that the actor may close; counted up to one more than `mostTogether`. */
  closable: number;
  /** In one act; of more the rest follows in the next. */
  most: number;
  closed: ClosedTogether | null;
}

/**
 * Closes the conversations that stand folded as one row: all that say nearly the same and that nobody took up, in
 * the queues where the actor may, at most `mostTogether`. Those that came in after `asOf`, when the list was read,
 * stay: nobody saw them. As when closing one, `no_answer_needed` ends the waiting; one event each.
 * @throws Refusal `not-found.alike`, `forbidden.action`
 */
export async function closeTogether(
  ctx: Context,
  group: string,
  { reason, asOf }: { reason: CloseReason; asOf: Temporal.Instant },
): Promise<ClosedTogether> {
  requires(ctx.actor, 'conversation.close');
  return transact(ctx, 'service', async (ctx) => {
    const at = ctx.clock.now().toString({ fractionalSecondDigits: 3 });
    const groupId = await getGroupId(ctx, group);
    const folded = await foldedOf(ctx, groupId);
    const seen = sql`not exists (select from conversation_item i where i.conversation_id = o.conversation_id
      and i.received_at > ${asOf.toString()}::timestamptz)`;
    const found = await sql<{ id: string }>`
      select c.id from conversation c where c.state <> 'done' and c.id in (
        select o.conversation_id ${folded} and ${seen} order by o.conversation_id limit ${mostTogether})
      order by c.id for update`.execute(ctx.database);
    // Whoever was answered or taken up while this waited for the lock stands in the fold no longer.
    const still = await sql<{ id: string }>`
      select o.conversation_id as id ${folded} and ${seen}
        and o.conversation_id = any(${found.rows.map(({ id }) => id)}::bigint[])`.execute(ctx.database);
    const ids = still.rows.map(({ id }) => id);
    if (ids.length > 0) await endAll(ctx, ids, reason);
    return { n: ids.length, at };
  });
}

/**
 * Takes such a closing back: what the actor closed at that moment is open again and stands in one row. What was
 * opened since, or is no longer theirs to close, stays as it is. Gives how many.
 * @throws Refusal `not-found.alike`, `forbidden.action`
 */
export async function reopenTogether(ctx: Context, group: string, at: string): Promise<number> {
  requires(ctx.actor, 'conversation.close');
  return transact(ctx, 'service', async (ctx) => {
    const groupId = await getGroupId(ctx, group);
    const closed = await closedAt(ctx, groupId, at);
    const found = await sql<{ id: string }>`
      select c.id from conversation c where c.state = 'done' and c.id in (select c.id ${closed})
      order by c.id for update`.execute(ctx.database);
    const ids = found.rows.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await reopenAll(ctx, ids);
    const messages = await sql<{ id: string }>`
      select i.message_id as id from conversation_item i join alike a on a.message_id = i.message_id
      where i.conversation_id = any(${ids}::bigint[]) and a.group_id = ${groupId}`.execute(ctx.database);
    await fold(
      ctx,
      messages.rows.map(({ id }) => id),
    );
    return ids.length;
  });
}

/** How many could be closed now, and how many the actor closed at `closedWhen`, when that can be taken back. */
export async function countTogether(
  ctx: Context,
  group: string,
  closedWhen: string | null,
): Promise<Together> {
  return transact(ctx, 'service', async (ctx) => {
    const groupId = await getGroupId(ctx, group);
    const closed = closedWhen ? await closedAt(ctx, groupId, closedWhen) : sql`where false`;
    const found = await sql<{ closable: number; closed: number }>`
      select (select count(*)::integer from (
          select ${await foldedOf(ctx, groupId)} limit ${mostTogether + 1}) folded) as closable,
        (select count(*)::integer from (select ${closed}) closed) as closed`.execute(ctx.database);
    const { closable = 0, closed: n = 0 } = found.rows[0] ?? {};
    return { closable, most: mostTogether, closed: closedWhen && n > 0 ? { n, at: closedWhen } : null };
  });
}

async function getGroupId(ctx: Context, group: string): Promise<string> {
  const found = await sql<{ id: string }>`select id from alike_group where public_id = ${group}`.execute(
    ctx.database,
  );
  const [row] = found.rows;
  if (!row) throw new Refusal('not-found.alike', { id: group });
  return row.id;
}

async function queuesToClose(ctx: Context): Promise<string[]> {
  const readable = new Set((await queuesFor(ctx, 'inbox.read')).map(({ id }) => id));
  return (await queuesFor(ctx, 'conversation.close')).flatMap(({ id }) => (readable.has(id) ? [id] : []));
}

/** From where to select: what stands folded and may be closed, as `o`. */
async function foldedOf(ctx: Context, groupId: string): Promise<RawBuilder<unknown>> {
  const queues = await queuesToClose(ctx);
  return sql`from conversation_fold f join conversation_open o on o.fold_id = f.id
    where f.group_id = ${groupId} and f.queue_id = any(${queues}::bigint[])
      and ${personAllows(sql`o.person_id`, 'service')} and ${mayRead(ctx, ofHead)}`;
}

/** From where to select: what this colleague closed at that moment, as `c`. */
async function closedAt(ctx: Context, groupId: string, at: string): Promise<RawBuilder<unknown>> {
  const queues = await queuesToClose(ctx);
  return sql`from conversation c join closure x on x.conversation_id = c.id
    where x.closed_at = ${at}::timestamptz and x.closed_by = ${employeeOf(ctx)} and x.reopened_at is null
      and c.queue_id = any(${queues}::bigint[]) and ${personAllows(sql`c.person_id`, 'service')}
      and ${mayRead(ctx, ofConversation)} and c.id in (select i.conversation_id from alike a join conversation_item i on i.message_id = a.message_id
        where a.group_id = ${groupId})`;
}
