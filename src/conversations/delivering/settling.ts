import { sql } from 'kysely';
import { noteCall } from '../../listening/connecting/calling.ts';
import { nameOwn } from '../../listening/connecting/naming-own.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { told } from '../events.ts';
import type { Taken, Way } from './claiming.ts';

/** What became of an answer after a try. Moments in milliseconds since 1970. */
export type AnswerEnding =
  | { readonly state: 'sent'; readonly externalId: string; readonly answer: string }
  | {
      readonly state: 'queued';
      readonly again: number;
      readonly reason: string;
      readonly answer: string;
      readonly account: boolean;
      readonly doubted?: boolean;
    }
  | { readonly state: 'failed'; readonly reason: string; readonly answer: string }
  | {
      readonly state: 'unknown';
      readonly reason: string;
      readonly answer: string;
      readonly askAt: number | null;
    };

type Tried = Pick<Taken, 'messageId' | 'receivedAt' | 'conversationId' | 'attempt'>;

/**
 * Writes down how a try ended. The number of the try guards it: who slept too long changes nothing any more, unless
 * the answer is known to have arrived, because that is true whoever says it.
 */
export async function settleAnswer(
  ctx: Context,
  { way, tried }: { way: Way; tried: Tried },
  ending: AnswerEnding,
): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    await noteCall(ctx, way.connectionId, { ...wentOf(ctx, ending), rate: way.rate });
    const now = asDate(ctx.clock.now());
    const next = ending.state === 'queued' ? new Date(ending.again) : null;
    const askAt = ending.state === 'unknown' && ending.askAt !== null ? new Date(ending.askAt) : null;
    const settled = await sql`
      update outbound set state = ${ending.state}, reason = ${ending.state === 'sent' ? null : ending.reason},
        answer = ${ending.answer.slice(0, 300)}, next_at = ${next}, ask_at = ${askAt}, changed_at = ${now},
        doubted = coalesce(${ending.state === 'queued' ? (ending.doubted ?? null) : null}, doubted)
      where message_id = ${tried.messageId}
        and ((attempts = ${tried.attempt} and state in ('calling', 'unknown') and decided_at is null)
          or (${ending.state} = 'sent' and state <> 'sent'))`.execute(ctx.database);
    if (Number(settled.numAffectedRows ?? 0) === 0) return;
    await tell(ctx, tried, ending);
  });
}

async function tell(ctx: Context, tried: Tried, ending: AnswerEnding): Promise<void> {
  const { messageId, conversationId } = tried;
  if (ending.state === 'sent') {
    await nameOwn(ctx, tried, ending.externalId);
    await ctx.emit([told('delivered', conversationId, { messageId })]);
  } else if (ending.state !== 'queued')
    await ctx.emit([told('not-sent', conversationId, { messageId, reason: ending.reason })]);
}

function wentOf(ctx: Context, ending: AnswerEnding): { went: 'well' | 'badly'; asked: number | null } {
  if (ending.state === 'unknown' && ending.reason === 'unanswered') return { went: 'badly', asked: null };
  if (ending.state !== 'queued' || !ending.account) return { went: 'well', asked: null };
  return { went: 'badly', asked: (ending.again - ctx.clock.now().epochMilliseconds) / 1000 };
}

/** Those over this account whose sender died between the call and writing down its answer: nobody knows what became of them. */
export async function settleCut(
  ctx: Context,
  { accountId }: Pick<Way, 'accountId'>,
  { after, askAt }: { after: number; askAt: (calledAt: number) => number | null },
): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const now = asDate(ctx.clock.now());
    const cut = await sql<Tried & { calledAt: Date }>`
      select o.message_id as "messageId", o.received_at as "receivedAt", o.conversation_id as "conversationId",
        o.attempts as attempt, o.called_at as "calledAt"
      from outbound o join conversation c on c.id = o.conversation_id
      where o.state = 'calling' and o.called_at < ${new Date(now.getTime() - after)}
        and c.channel_account_id = ${accountId} for update of o skip locked`.execute(ctx.database);
    for (const { calledAt, ...tried } of cut.rows) {
      const ask = askAt(calledAt.getTime());
      await sql`update outbound set state = 'unknown', reason = 'crash', changed_at = ${now},
        ask_at = ${ask === null ? null : new Date(ask)} where message_id = ${tried.messageId}`.execute(
        ctx.database,
      );
      await ctx.emit([
        told('not-sent', tried.conversationId, { messageId: tried.messageId, reason: 'crash' }),
      ]);
    }
  });
}

/** What we sent came back from the other side: it did not arrive after all. Known by its name there. */
export async function noteReturned(
  ctx: Context,
  { accountId, externalId, why }: { accountId: string; externalId: string; why: string },
): Promise<void> {
  const found = await sql<{ messageId: string; conversationId: string }>`
    update outbound o set state = 'failed', reason = 'returned', answer = ${why.slice(0, 300)},
      changed_at = ${asDate(ctx.clock.now())}
    from message_key k
    where k.channel_account_id = ${accountId} and k.external_id = ${externalId} and o.message_id = k.message_id
      and o.state in ('sent', 'calling', 'unknown')
    returning o.message_id as "messageId", o.conversation_id as "conversationId"`.execute(ctx.database);
  for (const { messageId, conversationId } of found.rows)
    await ctx.emit([told('not-sent', conversationId, { messageId, reason: 'returned' })]);
}
