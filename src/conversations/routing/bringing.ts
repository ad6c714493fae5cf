import { sql } from 'kysely';
import { businessSeconds, isOpenAt } from '../../organisation/calendar.ts';
import { inForceAt } from '../../organisation/opening/timeline.ts';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { fold } from '../listing/folding.ts';
import type { Decision } from './rule.ts';
import type { QueueTarget } from './targets.ts';

/** A conversation that is locked, where it goes, and why. */
export interface Move {
  id: string;
  queueId: string;
  target: QueueTarget;
  /** By the rules of this version; null when somebody brought it. */
  versionId: string | null;
  decision: Decision | null;
  movedBy: string | null;
  reason: string | null;
}

/**
 * Brings conversations into their queues and writes down why, also of those that are there already. What waits is
 * measured by the hours of the queue it is in; of what no colleague saw yet, all of it is.
 */
export async function bring(ctx: Context, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return;
  await writeWhy(ctx, moves);
  const moved = moves.filter(({ target, queueId }) => target.id !== queueId);
  if (moved.length === 0) return;
  const to = sql`unnest(${moved.map(({ id }) => id)}::bigint[], ${moved.map(({ target }) => target.id)}::bigint[])
    as t (id, queue)`;
  await sql`update conversation c set queue_id = t.queue from ${to} where c.id = t.id`.execute(ctx.database);
  const folded = await sql<{ id: string; folded: boolean }>`
    update conversation_open o set queue_id = t.queue, fold_id = null from ${to}, conversation_open b
    where o.conversation_id = t.id and b.conversation_id = t.id
    returning t.id, b.fold_id is not null as folded`.execute(ctx.database);
  await measureAnew(ctx, moved);
  await foldThere(
    ctx,
    folded.rows.filter((row) => row.folded).map(({ id }) => id),
  );
}

async function writeWhy(ctx: Context, moves: readonly Move[]): Promise<void> {
  const pick = <T>(of: (move: Move) => T): T[] => moves.map(of);
  const because = pick(({ decision }) =>
    JSON.stringify(decision ? { because: decision.because, passed: decision.passed } : {}),
  );
  await sql`
    insert into routing (conversation_id, from_queue_id, queue_id, at, version_id, rule, because, moved_by, reason)
    select t.id, t.before, t.queue, ${asDate(ctx.clock.now())}, t.version, t.rule, t.because, t.by, t.reason
    from unnest(${pick(({ id }) => id)}::bigint[], ${pick(({ queueId }) => queueId)}::bigint[],
      ${pick(({ target }) => target.id)}::bigint[], ${pick(({ versionId }) => versionId)}::bigint[],
      ${pick(({ decision }) => decision?.rule?.key ?? null)}::text[], ${because}::jsonb[],
      ${pick(({ movedBy }) => movedBy)}::bigint[], ${pick(({ reason }) => reason)}::text[])
      as t (id, before, queue, version, rule, because, by, reason)`.execute(ctx.database);
}

interface Interval {
  id: string;
  receivedAt: Date;
  conversationId: string;
  openedAt: Date;
  openTimeKnown: boolean;
  closedAt: Date | null;
  measured: boolean;
}

async function measureAnew(ctx: Context, moved: readonly Move[]): Promise<void> {
  const byRules = moved.filter(({ movedBy }) => movedBy === null).map(({ id }) => id);
  const found = await sql<Interval>`
    select id, received_at as "receivedAt", conversation_id as "conversationId", opened_at as "openedAt",
      open_time_known as "openTimeKnown", closed_at as "closedAt", hours_seconds is not null as measured
    from response_interval where conversation_id = any(${moved.map(({ id }) => id)}::bigint[])
      and (closed_at is null or conversation_id = any(${byRules}::bigint[]))`.execute(ctx.database);
  if (found.rows.length === 0) return;
  const targets = new Map(moved.map(({ id, target }) => [id, target]));
  const now = ctx.clock.now().epochMilliseconds / 1000;
  const rows = found.rows.flatMap((row) => {
    const target = targets.get(row.conversationId);
    const held = target && inForceAt(target.opening.timeline, now);
    if (!target || !held) return [];
    const opened = row.openedAt.getTime() / 1000;
    const closed = row.measured && row.closedAt ? row.closedAt.getTime() / 1000 : null;
    return [
      {
        ...row,
        queue: target.id,
        version: target.opening.versionAt(now),
        inHours: row.openTimeKnown && isOpenAt(held.calendar, opened),
        hours: closed === null ? null : Math.round(businessSeconds(held.calendar, opened, closed)),
      },
    ];
  });
  await sql`
    update response_interval w set queue_id = t.queue, calendar_version_id = t.version, opened_in_hours = t.in_hours,
      hours_seconds = coalesce(t.hours, w.hours_seconds)
    from unnest(${rows.map(({ id }) => id)}::bigint[], ${rows.map(({ receivedAt }) => receivedAt)}::timestamptz[],
      ${rows.map(({ queue }) => queue)}::bigint[], ${rows.map(({ version }) => version)}::bigint[],
      ${rows.map(({ inHours }) => inHours)}::boolean[], ${rows.map(({ hours }) => hours)}::bigint[])
      as t (id, received, queue, version, in_hours, hours)
    where w.id = t.id and w.received_at = t.received`.execute(ctx.database);
}

/** Those that stood folded as many stand so in their new queue, too. */
async function foldThere(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const messages = await sql<{ id: string }>`
    select i.message_id as id from conversation_item i join alike a on a.message_id = i.message_id
    where i.conversation_id = any(${ids}::bigint[]) and a.group_id is not null`.execute(ctx.database);
  await fold(
    ctx,
    messages.rows.map(({ id }) => id),
  );
}
