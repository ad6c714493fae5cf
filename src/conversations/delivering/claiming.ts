import { type RawBuilder, sql } from 'kysely';
import { mayCall } from '../../listening/connecting/calling.ts';
import { nameOwn } from '../../listening/connecting/naming-own.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { Rate } from '../../platform/limits.ts';

/** Through which account answers leave. */
export interface Way {
  readonly connectionId: string;
  readonly accountId: string;
  readonly rate: Rate;
  /** What the channel will call an answer, where that is known beforehand; by its nonce. */
  nameOf(nonce: string): string | null;
}

/** An answer in hand, with what the channel needs. */
export interface Taken {
  readonly messageId: string;
  readonly receivedAt: Date;
  readonly conversationId: string;
  readonly nonce: string;
  readonly attempt: number;
  readonly asked: number;
  readonly doubted: boolean;
  readonly calledAt: Date;
  readonly text: string;
  readonly audience: 'public' | 'private';
  readonly handle: string | null;
  readonly name: string | null;
  readonly answers: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly language: string | null;
  readonly writtenAt: Date;
}

/** Calls at once over one account: a slow one keeps no more hands busy than these. */
const mostCalls = 4;

/**
 * Takes the next answer that may leave over this account, and writes down that it is about to be called: from here on
 * a crash is seen. The answers of one conversation leave in the order in which they were given. None when nothing
 * waits, when the account rests, or when its calls are used up.
 */
export async function claimAnswer(ctx: Context, way: Way): Promise<Taken | undefined> {
  return transact(ctx, 'service', async (ctx) => {
    const now = asDate(ctx.clock.now());
    const id = await nextQueued(ctx, way.accountId, now);
    if (!id || !(await mayCall(ctx, way.connectionId, way.rate))) return undefined;
    const taken = await take(
      ctx,
      sql`
      update outbound set state = 'calling', attempts = attempts + 1, asked = 0, called_at = ${now}, ask_at = null,
        changed_at = ${now} where message_id = ${id} returning *`,
    );
    // What answers it, or comes back as a copy, may be there before the result is.
    const name = taken && way.nameOf(taken.nonce);
    if (taken && name) await nameOwn(ctx, taken, name);
    return taken;
  });
}

async function nextQueued(ctx: Context, accountId: string, now: Date): Promise<string | undefined> {
  const found = await sql<{ id: string }>`
    select o.message_id as id from outbound o join conversation c on c.id = o.conversation_id
    where o.state = 'queued' and c.channel_account_id = ${accountId} and coalesce(o.next_at, ${now}) <= ${now}
      and (select count(*) from outbound b join conversation d on d.id = b.conversation_id
        where b.state = 'calling' and d.channel_account_id = ${accountId}) < ${mostCalls}
      and not exists (
        select from outbound e where e.conversation_id = o.conversation_id and e.message_id < o.message_id
          and (e.state in ('queued', 'calling') or (e.state = 'unknown' and e.ask_at is not null)))
    order by o.message_id limit 1 for update of o skip locked`.execute(ctx.database);
  return found.rows[0]?.id;
}

/** How long one look may take before somebody else looks too. */
const lookSeconds = 60;

/** Takes the next answer of which nobody knows whether it left, when looking for it tells the truth by now. */
export async function claimUnknown(
  ctx: Context,
  { accountId }: Pick<Way, 'accountId'>,
): Promise<Taken | undefined> {
  return transact(ctx, 'service', async (ctx) => {
    const now = asDate(ctx.clock.now());
    return take(
      ctx,
      sql`
      update outbound set asked = asked + 1, ask_at = ${new Date(now.getTime() + lookSeconds * 1000)}
      where message_id = (
        select o.message_id from outbound o join conversation c on c.id = o.conversation_id
        where o.state = 'unknown' and o.ask_at <= ${now} and c.channel_account_id = ${accountId}
        order by o.ask_at limit 1 for update of o skip locked)
      returning *`,
    );
  });
}

/** Whom it is for is the conversation's own customer, whoever else wrote in it; what it answers, their last words. */
async function take(ctx: Context, update: RawBuilder<unknown>): Promise<Taken | undefined> {
  const found = await sql<Taken>`
    with taken as (${update})
    select t.message_id as "messageId", t.received_at as "receivedAt", t.conversation_id as "conversationId",
      m.public_id as nonce, t.attempts as attempt, t.asked, t.doubted, t.called_at as "calledAt", m.text, m.audience,
      i.handle, coalesce(i.name, i.handle) as name, said.external_id as answers, coalesce(s.facts, '{}') as facts,
      c.language, m.sent_at as "writtenAt"
    from taken t
    join message m on m.id = t.message_id and m.received_at = t.received_at
    join conversation c on c.id = t.conversation_id
    left join identity i on i.id = c.identity_id
    left join lateral (
      select w.id, w.external_id from conversation_item n
      join message w on w.id = n.message_id and w.received_at = n.received_at
      where n.conversation_id = t.conversation_id and n.kind = 'in' and w.text <> ''
        and (w.identity_id = c.identity_id or c.identity_id is null)
      order by n.sent_at desc, n.seq desc limit 1) said on true
    left join message_source s on s.message_id = said.id`.execute(ctx.database);
  return found.rows[0];
}
