import { sql } from 'kysely';
import { doneBy } from '../../organisation/done-by.ts';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { told } from '../events.ts';
import { makeHeads } from '../reopening.ts';
import { endSnoozes, resumeSnooze } from '../resting/snoozing.ts';
import type { Part } from './act.ts';
import type { Locked } from './locking.ts';

/**
 * Takes closings back that still hold: as if nobody had closed. Whoever waited waits on, since when they waited; what
 * was set aside lies aside again. Unlike opening anew, which is a decision of now.
 */
export async function reopenAsItWas(
  ctx: Context,
  { parts, at }: { parts: readonly Part[]; at: Date },
): Promise<string[]> {
  const closures = parts.flatMap(({ after }) => (typeof after.closure === 'string' ? [after.closure] : []));
  const ended = await sql<{ id: string }>`
    update closure set reopened_at = ${asDate(ctx.clock.now())}, reopened_by = ${doneBy(ctx)}
    where id = any(${closures}::bigint[]) and reopened_at is null returning conversation_id as id`.execute(
    ctx.database,
  );
  const ids = ended.rows.map(({ id }) => id);
  const back = parts.filter(({ conversationId }) => ids.includes(conversationId));
  await sql`
    update conversation c set state = t.state, closed_at = null, substate_id = t.substate
    from unnest(${back.map(({ conversationId }) => conversationId)}::bigint[],
      ${back.map(({ before }) => before.state)}::text[], ${back.map(({ before }) => before.substate ?? null)}::bigint[])
      as t (id, state, substate)
    where c.id = t.id`.execute(ctx.database);
  await sql`update response_interval set closed_at = null, closed_by = null, close_time_known = null
    where conversation_id = any(${ids}::bigint[]) and closed_by = 'closure' and closed_at = ${at}`.execute(
    ctx.database,
  );
  await resumeSnooze(
    ctx,
    back.flatMap(({ before }) => (typeof before.snooze === 'string' ? [before.snooze] : [])),
  );
  await makeHeads(ctx, ids);
  await ctx.emit(ids.map((id) => told('reopened', id, null)));
  return ids;
}

/** Takes an opening back in which nothing was said since: as if nobody had opened it. The closure that was holds again. */
export async function closeAsItWas(
  ctx: Context,
  { parts, locked }: { parts: readonly Part[]; locked: readonly Locked[] },
): Promise<string[]> {
  const still = parts.filter(({ conversationId, after }) =>
    locked.some((one) => one.id === conversationId && one.state !== 'done' && one.seq === after.seq),
  );
  const closures = still.flatMap(({ before }) =>
    typeof before.closure === 'string' ? [before.closure] : [],
  );
  const held = await sql<{ id: string }>`
    with held as (update closure set reopened_at = null, reopened_by = null where id = any(${closures}::bigint[])
      returning conversation_id, closed_at)
    update conversation c set state = 'done', closed_at = held.closed_at, substate_id = null from held
    where c.id = held.conversation_id returning c.id`.execute(ctx.database);
  const ids = held.rows.map(({ id }) => id);
  await endSnoozes(ctx, ids, 'closed');
  await sql`delete from conversation_open where conversation_id = any(${ids}::bigint[])`.execute(
    ctx.database,
  );
  return ids;
}
