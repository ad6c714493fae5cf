import { sql } from 'kysely';
import { makeLink } from '../../customers/entering/link.ts';
import { provenAddress } from '../../customers/sending/handing.ts';
import { personLets } from '../../customers/using.ts';
import { getOrganisation } from '../../organisation/organisation.ts';
import { onAmong } from '../../pilots/granting.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, type Locale, transact } from '../../platform/context.ts';
import type { Event } from '../../platform/events.ts';
import { sendMail } from '../../platform/mail/mail.ts';
import { newToken } from '../../platform/mail/token.ts';
import { publicId } from '../../platform/public-id.ts';
import { words } from '../../platform/words.ts';
import { topicsOf } from '../mandated.ts';
import { type Dropped, isDrawn, openDays, type QuestionKind } from './question.ts';

/**
 * The reaction to `conversation.closed`: where customers of that queue are asked, a question waits for its moment. Of
 * what nobody needed to answer nothing is asked. Harmless to do twice: one closing has one question.
 */
export async function planQuestions(ctx: Context, events: readonly Event[]): Promise<void> {
  const ids = events.flatMap(({ subjectId, data }) =>
    subjectId && data.reason !== 'no_answer_needed' ? [subjectId] : [],
  );
  if (ids.length === 0) return;
  const closed = await sql<{ closure: string; share: number; delay: number }>`
    select k.id as closure, r.share, r.delay_minutes as delay
    from conversation c join closure k on k.conversation_id = c.id and k.reopened_at is null
    join question_rule r on r.queue_id = c.queue_id and r.active
    where c.id = any(${ids}::bigint[]) and c.started_by = 'customer' and c.replies > 0 and c.person_id is not null`.execute(
    ctx.database,
  );
  const now = ctx.clock.now();
  for (const { closure, share, delay } of closed.rows) {
    const drawn = isDrawn(closure, share);
    await sql`
      insert into question (public_id, closure_id, conversation_id, queue_id, person_id, kind, state, dropped, due_at)
      select ${publicId('qu', now.epochMilliseconds)}, k.id, c.id, c.queue_id, c.person_id, r.kind,
        ${drawn ? 'waiting' : 'dropped'}, ${drawn ? null : 'share'},
        k.closed_at + make_interval(mins => ${delay}::integer)
      from closure k join conversation c on c.id = k.conversation_id
      join question_rule r on r.queue_id = c.queue_id where k.id = ${closure}
      on conflict (closure_id) do nothing`.execute(ctx.database);
  }
}

/** The job: what is due is asked, each in a transaction of its own; broken off, the rest follows in the next look. */
export async function askDue(ctx: Context): Promise<number> {
  const due = await transact(ctx, 'measure', ({ database }) =>
    sql<{
      id: string;
    }>`select id from question where state = 'waiting' and due_at <= ${asDate(ctx.clock.now())}
      order by due_at, id limit 500`.execute(database),
  );
  let asked = 0;
  for (const { id } of due.rows) if (await ask(ctx, id)) asked += 1;
  return asked;
}

export interface Due {
  publicId: string;
  kind: QuestionKind;
  conversationId: string;
  personId: string | null;
  channel: string;
  locale: Locale | null;
  address: string | null;
  isClosed: boolean;
  isActive: boolean;
  lets: boolean;
  recent: boolean;
}

/** Whether the mail lies in the outbox now. What speaks against it is looked at here, and once more when it leaves. */
function ask(ctx: Context, id: string): Promise<boolean> {
  return transact(ctx, 'measure', async (ctx) => {
    const due = await lockDue(ctx, id);
    if (!due) return false;
    const dropped = (await whyNot(ctx, due)) ?? (due.address === null ? 'address' : undefined);
    if (dropped || due.personId === null || due.address === null) {
      await sql`update question set state = 'dropped', dropped = ${dropped ?? 'address'} where id = ${id}`.execute(
        ctx.database,
      );
      return false;
    }
    await mail(ctx, id, { ...due, personId: due.personId, address: due.address });
    return true;
  });
}

/** One that waits, locked with its person; undefined when another asks it now. */
export async function lockDue(ctx: Context, id: string): Promise<Due | undefined> {
  const locked = await sql<{ person: string | null }>`
    select person_id as person from question where id = ${id} and state = 'waiting' for update skip locked`.execute(
    ctx.database,
  );
  const [row] = locked.rows;
  if (!row) return undefined;
  // Two conversations of one person that are due together do not both find that nothing was asked lately.
  if (row.person)
    await sql`select pg_advisory_xact_lock(1432, (${row.person}::bigint % 2147483647)::int)`.execute(
      ctx.database,
    );
  const found = await sql<Due>`
    select q.public_id as "publicId", q.kind, q.conversation_id as "conversationId", q.person_id as "personId",
      a.channel, p.locale, ${provenAddress(sql`q.person_id`)} as address, k.reopened_at is null as "isClosed",
      coalesce(r.active, false) as "isActive", ${personLets(sql`q.person_id`, 'survey.asked')} as lets,
      exists (select from question o where o.asked_at > ${asDate(ctx.clock.now())}::timestamptz
          - make_interval(days => coalesce(r.quiet_days, 365)::integer)
        and o.person_id in (select q.person_id union select s.person_id from person_shown s
          where s.shown_id = coalesce((select t.shown_id from person_shown t where t.person_id = q.person_id), q.person_id)
          union select t.shown_id from person_shown t where t.person_id = q.person_id)) as recent
    from question q join conversation c on c.id = q.conversation_id
    join channel_account a on a.id = c.channel_account_id join closure k on k.id = q.closure_id
    left join question_rule r on r.queue_id = q.queue_id left join person p on p.id = q.person_id
    where q.id = ${id}`.execute(ctx.database);
  return found.rows[0];
}

/** What speaks against asking; `address` only for what needs one. */
export async function whyNot(ctx: Context, due: Due): Promise<Dropped | undefined> {
  if (!due.isClosed) return 'reopened';
  if (!due.isActive) return 'off';
  if (due.personId === null || !due.lets) return 'permission';
  if (due.recent) return 'recent';
  const facts = { channel: due.channel, topics: () => topicsOf(ctx, due.conversationId) };
  const on = await onAmong(ctx, ['survey.feedback'], facts);
  return on.has('survey.feedback') ? undefined : 'off';
}

async function mail(
  ctx: Context,
  id: string,
  due: Due & { personId: string; address: string },
): Promise<void> {
  const { locale: standard, name } = await getOrganisation(ctx);
  const locale = due.locale ?? standard;
  const said = words(locale).asking.mail;
  const { mark, hash } = newToken(ctx.outside);
  const stop = await makeLink(ctx, { kind: 'stop', personId: due.personId, stops: 'measure' });
  const now = ctx.clock.now();
  const until = now.add({ hours: 24 * openDays });
  await sendMail(ctx, {
    to: due.address,
    kind: 'question',
    personId: due.personId,
    locale,
    subject: said.subject(name),
    text: said.text(`${ctx.outside.baseUrl}/answer/${mark}`, stop.url),
    key: `question:${id}`,
    reference: due.publicId,
    unsubscribe: stop.url,
    expiresAt: until,
  });
  await sql`
    update question set state = 'asked', asked_at = ${asDate(now)}, token_hash = ${hash}, open_until = ${asDate(until)}
    where id = ${id}`.execute(ctx.database);
  await ctx.emit([{ verb: 'question.asked', subject: { kind: 'conversation', id: due.conversationId } }]);
}
