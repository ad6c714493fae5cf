import { type RawBuilder, sql } from 'kysely';
import { knownAs } from '../../customers/known-as.ts';
import { personAllows } from '../../customers/using.ts';
import { cleaned } from '../../listening/assisting/cleaning.ts';
import { makeRedaction } from '../../listening/assisting/redacting.ts';
import { reachOf, requires } from '../../organisation/authority.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { employeeOf } from '../closing.ts';
import { lockConversation } from '../opened.ts';

/** An answer of ours to nearly the same question, without anything of whom it was for. */
export interface EarlierAnswer {
  messageId: string;
  text: string;
  author: string;
  sentAt: string;
  /** A colleague called it an example. */
  isExample: boolean;
}

const most = 3;
const longest = 2000;

interface Row {
  messageId: string;
  text: string;
  author: string;
  sentAt: Date;
  isExample: boolean;
  personId: string | null;
  writer: string | null;
}

/**
 * How others were answered who wrote nearly the same: examples first, then answers after which the customer had nothing
 * more to ask. What leads to a person is taken out: a place of it stays open.
 */
export async function earlierAnswers(ctx: Context, conversationId: string): Promise<EarlierAnswer[]> {
  return transact(ctx, 'service', async (ctx) => {
    const rows = await rowsOf(ctx, conversationId);
    const shown: EarlierAnswer[] = [];
    for (const { personId, writer, text, sentAt, ...row } of rows) {
      const redaction = makeRedaction(await knownAs(ctx, personId), writer ? [writer] : []);
      const bare = redaction.restore(redaction.redact(cleaned(text, longest), 'us'), []).text.trim();
      if (shown.some((one) => one.text === bare)) continue;
      shown.push({ ...row, text: bare, sentAt: sentAt.toISOString() });
      if (shown.length === most) break;
    }
    return shown;
  });
}

/** The last question here, those that say nearly the same, and what came right after those. */
async function rowsOf(ctx: Context, conversationId: string): Promise<Row[]> {
  const found = await sql<Row>`
    with asked as (
      select a.group_id from conversation_item i join alike a on a.message_id = i.message_id
      where i.conversation_id = ${conversationId} and i.kind = 'in' and a.group_id is not null
      order by i.sent_at desc, i.seq desc limit 1)
    , others as (
      select o.message_id from asked join alike o on o.group_id = asked.group_id order by o.sent_at desc limit 200)
    select m.public_id as "messageId", m.text, coalesce(e.name, m.author) as author, m.sent_at as "sentAt",
      x.message_id is not null as "isExample", c.person_id as "personId", coalesce(n.name, n.handle) as writer
    from others o
    join conversation_item i on i.message_id = o.message_id
    join conversation c on c.id = i.conversation_id and c.id <> ${conversationId}
    join queue q on q.id = c.queue_id
    join lateral (
      select r.message_id, r.received_at, r.sent_at from conversation_item r
      where r.conversation_id = c.id and r.kind = 'reply' and r.sent_at >= i.sent_at order by r.sent_at, r.seq limit 1) r on true
    join message m on m.id = r.message_id and m.received_at = r.received_at and not m.automatic and m.text <> ''
    left join employee e on e.id = m.employee_id
    left join identity n on n.id = c.identity_id
    left join example_answer x on x.message_id = m.id
    where ${personAllows(sql`c.person_id`, 'service')} and ${within(ctx)}
    order by x.message_id is null, exists (select from conversation_item l
      where l.conversation_id = c.id and l.kind = 'in' and l.sent_at > r.sent_at), m.sent_at desc limit 12`.execute(
    ctx.database,
  );
  return found.rows;
}

function within(ctx: Context): RawBuilder<boolean> {
  const reach = reachOf(ctx.actor, 'inbox.read');
  return reach === 'everywhere'
    ? sql<boolean>`true`
    : sql<boolean>`(q.department_id is null or q.department_id = any(${[...reach]}::bigint[]))`;
}

/** A colleague calls an answer an example for others, or no longer. */
export async function markExample(
  ctx: Context,
  conversation: string,
  { message, isExample }: { message: string; isExample: boolean },
): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const { id, departmentId } = await lockConversation(ctx, conversation);
    requires(ctx.actor, 'conversation.answer', departmentId);
    const me = employeeOf(ctx);
    if (me === null) throw new Refusal('forbidden.action', { action: 'conversation.answer' });
    const found = await sql<{ id: string; receivedAt: Date }>`
      select m.id, m.received_at as "receivedAt" from message m join conversation_item i on i.message_id = m.id
      where m.public_id = ${message} and i.conversation_id = ${id} and i.kind = 'reply'`.execute(
      ctx.database,
    );
    const [row] = found.rows;
    if (!row) throw new Refusal('not-found.message', { id: message });
    if (!isExample) {
      await sql`delete from example_answer where message_id = ${row.id}`.execute(ctx.database);
      return;
    }
    await sql`
      insert into example_answer (message_id, received_at, conversation_id, marked_by, marked_at)
      values (${row.id}, ${row.receivedAt}, ${id}, ${me}, ${asDate(ctx.clock.now())}) on conflict do nothing`.execute(
      ctx.database,
    );
  });
}
