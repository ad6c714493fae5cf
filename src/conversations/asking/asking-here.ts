import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { tokenFor, tokenHash } from '../../platform/mail/token.ts';
import { lockDue, whyNot } from './asking.ts';
import { openDays, type QuestionKind } from './question.ts';

/** Somebody who reads their conversation where we show it ourselves: in the chat or behind the form of our site. */
export interface Guest {
  /** Key of the channel's connector: `site`. */
  connector: string;
  /** Their id there, as it stands with what they wrote. */
  author: string;
}

/** A question that stands in the page on which the customer reads the conversation. */
export interface QuestionHere {
  kind: QuestionKind;
  /** Where it is answered, without signing in: a whole address. */
  url: string;
  /** What they answered; null: nothing yet. */
  score: number | null;
}

interface Newest {
  id: string;
  publicId: string;
  state: 'waiting' | 'asked' | 'answered';
  way: 'mail' | 'page';
  kind: QuestionKind;
  score: number | null;
}

/**
 * What this guest is asked about their last conversation, now that it is done; null: nothing. Here nobody waits for a
 * delay and no address is needed; what else speaks against asking counts as ever. It is asked once: where the mail with
 * it left already there is nothing here, and what is asked here is not mailed. The link stays the same, and changes an
 * answer for as long as it is open.
 */
export async function questionHere(ctx: Context, guest: Guest): Promise<QuestionHere | null> {
  return transact(ctx, 'measure', async (ctx) => {
    const newest = await newestOf(ctx, guest);
    if (!newest) return null;
    const { id, publicId, state, way, kind, score } = newest;
    const token = tokenFor(ctx.outside, `question ${publicId}`);
    if (state === 'waiting' && !(await askHere(ctx, id, token))) return null;
    if (state !== 'waiting' && way !== 'page') return null;
    return { kind, score, url: `${ctx.outside.baseUrl}/answer/${token}` };
  });
}

/** Of their last conversation, while it is done and can still be answered. */
async function newestOf(ctx: Context, { connector, author }: Guest): Promise<Newest | undefined> {
  const found = await sql<Newest>`
    select q.id, q.public_id as "publicId", q.state, q.way, q.kind, q.score
    from identity i
    cross join lateral (select c.id, c.state, a.connector from conversation c
      join channel_account a on a.id = c.channel_account_id
      where c.identity_id = i.id and c.merged_into_id is null order by c.last_message_at desc, c.id desc limit 1) c
    join question q on q.conversation_id = c.id
    join closure k on k.id = q.closure_id and k.reopened_at is null
    where i.external_id = ${author} and c.connector = ${connector} and c.state = 'done' and q.state <> 'dropped'
      and (q.open_until is null or q.open_until > ${asDate(ctx.clock.now())})
    order by q.id desc limit 1`.execute(ctx.database);
  return found.rows[0];
}

/** Whether it is asked now. What speaks against it drops it, as it would have when it was due. */
async function askHere(ctx: Context, id: string, token: string): Promise<boolean> {
  const due = await lockDue(ctx, id);
  if (!due) return false;
  const dropped = await whyNot(ctx, due);
  if (dropped) {
    await sql`update question set state = 'dropped', dropped = ${dropped} where id = ${id}`.execute(
      ctx.database,
    );
    return false;
  }
  const now = ctx.clock.now();
  await sql`update question set state = 'asked', way = 'page', asked_at = ${asDate(now)}, token_hash = ${tokenHash(token)},
      open_until = ${asDate(now.add({ hours: 24 * openDays }))} where id = ${id}`.execute(ctx.database);
  await ctx.emit([{ verb: 'question.asked', subject: { kind: 'conversation', id: due.conversationId } }]);
  return true;
}
