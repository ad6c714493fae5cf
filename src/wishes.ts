import { sql } from 'kysely';
import { getOrganisation } from './organisation/organisation.ts';
import { type Context, transact } from './platform/context.ts';
import type { Event, NewEvent } from './platform/events.ts';
import { isRefusal } from './platform/refusal.ts';
import { askFor } from './privacy/requests/asking.ts';
import type { RequestKind } from './privacy/requests/request.ts';
import { heedMessage, wishesAnswered } from './privacy/wishes/heeding.ts';

/**
 * In the transaction of hearing: which messages may ask something about their writer's own data. Reading them well and
 * doing it follows soon after, in a transaction of its own, so that an import holds nobody's lock.
 */
export async function suspectWishes(ctx: Context, events: readonly NewEvent[]): Promise<void> {
  await ctx.emit(
    events
      .filter(({ data }) => data?.mayAsk)
      .map(({ subject, data }) => ({
        verb: 'wish.suspected',
        subject,
        data: { receivedAt: data?.receivedAt },
      })),
  );
}

/** Soon after: reads the message, and does at once what takes something away. */
export async function heedWishes(ctx: Context, event: Event): Promise<void> {
  const { rows } = await sql<{ id: string; personId: string; text: string }>`
    select id, person_id as "personId", text from message
    where id = ${event.subjectId} and received_at = ${String(event.data.receivedAt)}::timestamptz
      and person_id is not null`.execute(ctx.database);
  const [message] = rows;
  if (message) await heedMessage(ctx, message);
}

const requested: Readonly<Record<string, RequestKind>> = {
  'forget-me': 'erase',
  'what-do-you-know': 'access',
};

/** What a colleague has to take further becomes a request with its month; who asks still has to be proven. */
export async function requestWished(ctx: Context, event: Event): Promise<void> {
  const kind = requested[String(event.data.kind)];
  if (!kind || event.data.outcome !== 'asked') return;
  const { timezone: timeZone, locale } = await getOrganisation(ctx);
  const { rows } = await sql<{ sentence: string }>`
    select sentence from heard_wish where id = ${event.subjectId}`.execute(ctx.database);
  const personId = String(event.data.personId);
  const asked = {
    personId,
    kind,
    via: 'message',
    wish: rows[0]?.sentence,
    strength: 1,
    timeZone,
    locale,
  } as const;
  try {
    await transact(ctx, 'legal', (ctx) => askFor(ctx, asked));
  } catch (error) {
    // Asked twice: the first is under way already.
    if (!isRefusal(error) || error.code !== 'conflict.erasure-running') throw error;
  }
}

/** An answer went to the person: they heard what came of what they asked. */
export async function closeWishes(ctx: Context, event: Event): Promise<void> {
  const { rows } = await sql<{ personId: string }>`
    select person_id as "personId" from conversation where id = ${event.subjectId} and person_id is not null`.execute(
    ctx.database,
  );
  const [conversation] = rows;
  if (conversation) await wishesAnswered(ctx, conversation.personId);
}
