import { sql } from 'kysely';
import { statesOf } from '../../customers/commerce/waiting.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { NewEvent } from '../../platform/events.ts';
import { told } from '../events.ts';

/**
 * The reaction to `conversation.continued`, in its transaction: a customer who writes wakes what was set aside for
 * whatever reason; and a name for how it stood holds no longer than that. One statement when nothing was asleep.
 */
export async function wakeWritten(ctx: Context, events: readonly NewEvent[]): Promise<void> {
  const ids = events.flatMap(({ subject }) => subject.id ?? []);
  const woken = await sql<{ id: string }>`
    with woken as (
      update snooze s set woken_at = ${asDate(ctx.clock.now())}, woken_why = 'reply'
      where s.conversation_id = any(${ids}::bigint[]) and s.woken_at is null and exists (
        select from conversation_item i
        where i.conversation_id = s.conversation_id and i.kind = 'in' and i.seq > s.seq_then)
      returning s.conversation_id)
    , outdated as (
      update conversation c set substate_id = null
      from substate s where c.id = any(${ids}::bigint[]) and s.id = c.substate_id
        and (s.state <> c.state and not (s.state = 'snoozed' and exists (select from snooze z
          where z.conversation_id = c.id and z.woken_at is null))
          or s.state = 'snoozed' and exists (select from woken w where w.conversation_id = c.id))
      returning c.id)
    , shown as (
      update conversation_open o set
        snoozed_until = case when exists (select from woken w where w.conversation_id = o.conversation_id) then null
          else o.snoozed_until end,
        substate_id = case when exists (select from outdated d where d.id = o.conversation_id) then null
          else o.substate_id end
      where o.conversation_id in (select conversation_id from woken union all select id from outdated))
    select conversation_id as id from woken`.execute(ctx.database);
  await ctx.emit(woken.rows.map(({ id }) => told('woken', id, { why: 'reply' })));
}

const most = 500;

/** Every minute: what was set aside until now comes back, and what waited for an order that moved on. */
export async function wakeDue(ctx: Context): Promise<void> {
  for (let woken = most; woken === most; ) {
    woken = await transact(ctx, 'service', async (ctx) => {
      const due = await sql<{ id: string }>`
        select conversation_id as id from snooze where woken_at is null and until_at <= ${asDate(ctx.clock.now())}
        order by until_at limit ${most}`.execute(ctx.database);
      const at = sql`s.until_at <= ${asDate(ctx.clock.now())}`;
      return bringBack(ctx, { ids: due.rows.map(({ id }) => id), why: 'time', when: at });
    });
  }
  await wakeMoved(ctx);
}

/** Those whose order, invoice or delivery stands otherwise than it did, a thousand at a time. */
async function wakeMoved(ctx: Context): Promise<void> {
  let last = '0';
  for (;;) {
    const seen = await transact(ctx, 'service', async (ctx) => {
      const waiting = await sql<{ id: string; conversation: string; piece: string; state: string }>`
        select id, conversation_id as conversation, piece, piece_state as state from snooze
        where woken_at is null and piece is not null and id > ${last} order by id limit 1000`.execute(
        ctx.database,
      );
      const states = await statesOf(ctx, [...new Set(waiting.rows.map(({ piece }) => piece))]);
      const moved = waiting.rows.filter(({ piece, state }) => (states.get(piece) ?? state) !== state);
      await bringBack(ctx, {
        ids: moved.map(({ conversation }) => conversation),
        why: 'order',
        when: sql`s.id = any(${moved.map(({ id }) => id)}::bigint[])`,
      });
      return waiting.rows.at(-1)?.id;
    });
    if (seen === undefined) return;
    last = seen;
  }
}

interface Coming {
  ids: readonly string[];
  why: 'time' | 'order';
  /** Of snooze `s`, asked again once the conversations are locked: somebody may have given it another moment. */
  when: ReturnType<typeof sql>;
}

/**
 * Conversations before snoozes, as everybody locks them; one that a colleague holds right now comes the next minute.
 * They are work again, also those in which the customer was next.
 */
async function bringBack(ctx: Context, { ids, why, when }: Coming): Promise<number> {
  if (ids.length === 0) return 0;
  const held = await sql<{ id: string }>`
    select c.id from conversation c where c.id = any(${ids}::bigint[]) order by c.id for update skip locked`.execute(
    ctx.database,
  );
  const woken = await sql<{ id: string }>`
    with woken as (
      update snooze s set woken_at = ${asDate(ctx.clock.now())}, woken_why = ${why}
      where s.conversation_id = any(${held.rows.map(({ id }) => id)}::bigint[]) and s.woken_at is null and ${when}
      returning s.conversation_id)
    , back as (
      update conversation c set version = version + 1, substate_id = null,
        state = case when c.state <> 'waiting' then c.state else 'open' end
      from woken w where c.id = w.conversation_id returning c.id, c.state)
    , shown as (
      update conversation_open o set snoozed_until = null, substate_id = null, state = back.state
      from back where o.conversation_id = back.id)
    select conversation_id as id from woken`.execute(ctx.database);
  await ctx.emit(woken.rows.map(({ id }) => told('woken', id, { why })));
  return ids.length === most && woken.rows.length === most ? most : 0;
}
