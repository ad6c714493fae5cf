import { sql } from 'kysely';
import { requires } from '../organisation/authority.ts';
import { asDate } from '../platform/clock.ts';
import { type Context, transact } from '../platform/context.ts';
import { recordAct } from './acting/act.ts';
import type { CloseReason } from './conversation.ts';
import { told } from './events.ts';
import { expectVersion, lockConversation } from './opened.ts';
import { quietAfter } from './placing/course.ts';
import { reopenHeads } from './reopening.ts';
import { endSnoozes } from './resting/snoozing.ts';

/**
 * Closes a conversation: its head goes, its history stays. `no_answer_needed` also ends the waiting, so that it no
 * longer counts as an unanswered message; with `answered` a message that nobody answered stays unanswered.
 * Closing what is closed changes nothing.
 */
export async function close(ctx: Context, publicId: string, reason: CloseReason): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const conversation = await lockConversation(ctx, publicId);
    requires(ctx.actor, 'conversation.close', conversation.departmentId);
    if (conversation.state === 'done') return;
    const before = await standing(ctx, conversation.id);
    await endAll(ctx, [conversation.id], reason);
    const { closure } = await standing(ctx, conversation.id);
    await recordAct(ctx, 'close', [
      {
        conversationId: conversation.id,
        before: { state: conversation.state, snooze: before.snooze, substate: before.substate },
        after: { closure },
      },
    ]);
  });
}

/** What closing ends, so that it can be taken back. */
async function standing(
  ctx: Context,
  id: string,
): Promise<{ closure: string | null; snooze: string | null; substate: string | null }> {
  const found = await sql<{ closure: string | null; snooze: string | null; substate: string | null }>`
    select (select k.id from closure k where k.conversation_id = c.id and k.reopened_at is null) as closure,
      (select s.id from snooze s where s.conversation_id = c.id and s.woken_at is null) as snooze,
      c.substate_id as substate
    from conversation c where c.id = ${id}`.execute(ctx.database);
  return found.rows[0] ?? { closure: null, snooze: null, substate: null };
}

/**
 * Closes what somebody saw: a customer who wrote in between is not put away unread.
 * @throws Refusal `conflict.version`
 */
export async function closeSeen(
  ctx: Context,
  publicId: string,
  { reason, version }: { reason: CloseReason; version: number | undefined },
): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const { departmentId } = await lockConversation(ctx, publicId);
    requires(ctx.actor, 'conversation.close', departmentId);
    await expectVersion(ctx, publicId, version);
    await close(ctx, publicId, reason);
  });
}

/** Reopens a conversation; one that is open already stays as it is. */
export async function reopen(ctx: Context, publicId: string): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const conversation = await lockConversation(ctx, publicId);
    requires(ctx.actor, 'conversation.close', conversation.departmentId);
    if (conversation.state !== 'done') return;
    const { closure } = await standing(ctx, conversation.id);
    await reopenAll(ctx, [conversation.id]);
    await recordAct(ctx, 'reopen', [
      { conversationId: conversation.id, before: { closure }, after: { seq: conversation.seq } },
    ]);
  });
}

/** Ends conversations that are locked and open, in the transaction of `ctx`; one event each. */
export async function endAll(ctx: Context, ids: readonly string[], reason: CloseReason): Promise<void> {
  const now = asDate(ctx.clock.now());
  if (reason === 'no_answer_needed') await endWaiting(ctx, ids);
  await endSnoozes(ctx, ids, 'closed');
  await sql`insert into closure (conversation_id, closed_at, closed_by, reason)
    select id, ${now}, ${employeeOf(ctx)}, ${reason} from unnest(${ids}::bigint[]) as t (id)`.execute(
    ctx.database,
  );
  await sql`update conversation set state = 'done', closed_at = ${now}, substate_id = null, version = version + 1
    where id = any(${ids}::bigint[])`.execute(ctx.database);
  await sql`delete from conversation_open where conversation_id = any(${ids}::bigint[])`.execute(
    ctx.database,
  );
  await ctx.emit(ids.map((id) => told('closed', id, { reason })));
}

/** Opens conversations again that are locked and done, in the transaction of `ctx`; one event each. */
export async function reopenAll(ctx: Context, ids: readonly string[]): Promise<void> {
  await sql`update closure set reopened_at = ${asDate(ctx.clock.now())}, reopened_by = ${employeeOf(ctx)}
    where conversation_id = any(${ids}::bigint[]) and reopened_at is null`.execute(ctx.database);
  await reopenHeads(ctx, ids);
  await ctx.emit(ids.map((id) => told('reopened', id, null)));
}

async function endWaiting(ctx: Context, ids: readonly string[]): Promise<void> {
  await sql`update response_interval set closed_at = ${asDate(ctx.clock.now())}, closed_by = 'closure',
      close_time_known = true
    where conversation_id = any(${ids}::bigint[]) and closed_at is null`.execute(ctx.database);
}

export function employeeOf(ctx: Context): string | null {
  return ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null;
}

/** Closes every conversation in which for two weeks nobody waited for anybody. Runs every night. */
export async function closeQuiet(ctx: Context): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const before = new Date(ctx.clock.now().epochMilliseconds - quietAfter);
    const quiet = await sql<{ id: string }>`
      with quiet as (
        delete from conversation_open o where o.last_message_at < ${before} and o.waiting_since is null
          and o.snoozed_until is null and not exists (select from snooze s
            where s.conversation_id = o.conversation_id and s.woken_at > ${before})
        returning o.conversation_id, o.last_message_at)
      , closed as (
        insert into closure (conversation_id, closed_at, reason)
        select conversation_id, ${asDate(ctx.clock.now())}, 'quiet' from quiet on conflict do nothing)
      update conversation c set state = 'done', closed_at = ${asDate(ctx.clock.now())}, version = version + 1
      from quiet q where c.id = q.conversation_id returning c.id`.execute(ctx.database);
    await ctx.emit(quiet.rows.map((row) => told('closed', row.id, { reason: 'quiet' })));
  });
}
