import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { actAs, type Context, type Locale, transact } from '../../platform/context.ts';
import { tokenHash } from '../../platform/mail/token.ts';
import { isRefusal, Refusal } from '../../platform/refusal.ts';
import { words } from '../../platform/words.ts';
import { note } from '../answering.ts';
import { told } from '../events.ts';
import { isScore, longestRemark, type QuestionKind } from './question.ts';

/** A question as the person behind the link sees it; nothing of the conversation stands here. */
export interface OpenQuestion {
  kind: QuestionKind;
  score: number | null;
  remark: string | null;
  openUntil: Date;
}

interface Found extends OpenQuestion {
  id: string;
  conversationId: string;
  /** Where its messages stand now. */
  conversation: string;
}

/**
 * What was asked by this link.
 * @throws Refusal `not-found.question` for whatever does not work (any more), always the same
 */
export function questionBehind(ctx: Context, token: string): Promise<OpenQuestion> {
  return transact(ctx, 'measure', async (ctx) => {
    const { kind, score, remark, openUntil } = await getOpen(ctx, token);
    return { kind, score, remark, openUntil };
  });
}

async function getOpen(ctx: Context, token: string): Promise<Found> {
  const found = await sql<Found>`
    select q.id, q.kind, q.score, q.remark, q.open_until as "openUntil", c.id as "conversationId",
      coalesce(m.public_id, c.public_id) as conversation
    from question q join conversation c on c.id = q.conversation_id
    left join conversation m on m.id = c.merged_into_id
    where q.token_hash = ${tokenHash(token)} and q.state in ('asked', 'answered')
      and q.open_until > ${asDate(ctx.clock.now())} for update of q`.execute(ctx.database);
  const [row] = found.rows;
  if (!row) throw new Refusal('not-found.question');
  return row;
}

/**
 * Keeps what somebody answers, in the place of what they answered before: one link, one answer. A remark comes into the
 * conversation as a note for colleagues.
 * @throws Refusal `not-found.question`, `invalid.score`, `invalid.text-long`
 */
export async function answerQuestion(
  ctx: Context,
  token: string,
  { score, remark, locale }: { score: number; remark: string; locale: Locale },
): Promise<void> {
  const text = remark.replaceAll('\0', '').trim();
  if (text.length > longestRemark)
    throw new Refusal('invalid.text-long', { length: text.length, longest: longestRemark });
  await transact(ctx, 'measure', async (ctx) => {
    const open = await getOpen(ctx, token);
    if (!isScore(open.kind, score)) throw new Refusal('invalid.score');
    if (open.score === score && (open.remark ?? '') === text) return;
    await sql`
      update question set state = 'answered', score = ${score}, remark = ${text || null},
        changed = changed + case when state = 'answered' then 1 else 0 end,
        answered_at = ${asDate(ctx.clock.now())} where id = ${open.id}`.execute(ctx.database);
    if (text !== '' && text !== open.remark) await tellColleagues(ctx, open, { text, score, locale });
    const system = actAs(ctx, { kind: 'system', name: 'question' });
    await system.emit([told('rated', open.conversationId, { questionId: open.id })]);
  });
}

interface Said {
  text: string;
  score: number;
  locale: Locale;
}

/** Where the customer no longer lets us look at the conversation, the remark stays with the answer alone. */
async function tellColleagues(ctx: Context, { conversation, kind }: Found, said: Said): Promise<void> {
  await sql`savepoint remark`.execute(ctx.database);
  try {
    await transact(ctx, 'service', (ctx) => {
      const author = words(said.locale).asking.remarkBy;
      const text = words(said.locale).asking.remark[kind](said.score, said.text);
      return note(actAs(ctx, { kind: 'system', name: author }), conversation, text);
    });
    await sql`release savepoint remark`.execute(ctx.database);
  } catch (error) {
    await sql`rollback to savepoint remark`.execute(ctx.database);
    if (!isRefusal(error)) throw error;
  }
}
