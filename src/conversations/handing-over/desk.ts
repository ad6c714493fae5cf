import { sql } from 'kysely';
import { enterListUse, enterUse, personAllows } from '../../customers/using.ts';
import { may, reachOf } from '../../organisation/authority.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type HandOver, handOversOf } from './hand-over.ts';

/** A question as it lies before the department that was asked. */
export interface DeskRow {
  id: string;
  department: string;
  question: string;
  askedAt: Date;
  askedBy: string | null;
  dueAt: Date | null;
  takenBy: string | null;
  personName: string | null;
  channel: string;
}

const most = 100;

/** What was asked of the departments that the reader answers for, what falls due first on top. Two statements. */
export async function listDesk(ctx: Context): Promise<DeskRow[]> {
  const reach = reachOf(ctx.actor, 'conversation.answer');
  if (reach !== 'everywhere' && reach.length === 0)
    throw new Refusal('forbidden.action', { action: 'conversation.answer' });
  return transact(ctx, 'service', async (ctx) => {
    await enterListUse(ctx, 'inbox.listed');
    const within = reach === 'everywhere' ? sql`true` : sql`h.department_id = any(${reach}::bigint[])`;
    const found = await sql<DeskRow>`
      select h.public_id as id, d.name as department, h.asked_at as "askedAt", a.name as "askedBy", h.due_at as "dueAt",
        t.name as "takenBy", coalesce(i.name, i.handle) as "personName", k.channel,
        (select l.text from hand_over_line l where l.hand_over_id = h.id and l.kind = 'question'
          order by l.seq desc limit 1) as question
      from hand_over h join department d on d.id = h.department_id
      join conversation c on c.id = h.conversation_id join channel_account k on k.id = c.channel_account_id
      left join identity i on i.id = c.identity_id
      left join employee a on a.id = h.asked_by left join employee t on t.id = h.taken_by
      where h.ended_at is null and ${within} and ${personAllows(sql`c.person_id`, 'service')}
      order by h.due_at nulls last, h.id limit ${most}`.execute(ctx.database);
    return found.rows;
  });
}

export interface DeskMessage {
  publicId: string;
  kind: 'in' | 'reply' | 'post' | 'note';
  author: string | null;
  at: Date;
  text: string;
}

/** One question with what was said in the conversation: enough to answer it, and nothing to answer the customer with. */
export interface Desk extends HandOver {
  conversation: string;
  personName: string | null;
  channel: string;
  messages: DeskMessage[];
  mayAnswer: boolean;
}

const shown = 30;

/**
 * Opens a question for the department that was asked, or for whoever asked. Written into the customer's ledger.
 * @throws Refusal `not-found.hand-over`
 */
export async function openDesk(ctx: Context, publicId: string): Promise<Desk> {
  return transact(ctx, 'service', async (ctx) => {
    const found = await sql<{
      conversationId: string;
      conversation: string;
      personId: string | null;
      personName: string | null;
      channel: string;
      departmentId: string;
      ownDepartmentId: string | null;
    }>`
      select h.conversation_id as "conversationId", c.public_id as conversation, c.person_id as "personId",
        coalesce(i.name, i.handle) as "personName", k.channel, h.department_id as "departmentId",
        q.department_id as "ownDepartmentId"
      from hand_over h join conversation c on c.id = h.conversation_id join queue q on q.id = c.queue_id
      join channel_account k on k.id = c.channel_account_id left join identity i on i.id = c.identity_id
      where h.public_id = ${publicId}`.execute(ctx.database);
    const [row] = found.rows;
    const mayAnswer = row !== undefined && may(ctx.actor, 'conversation.answer', row.departmentId);
    if (!row || (!mayAnswer && !may(ctx.actor, 'inbox.read', row.ownDepartmentId)))
      throw new Refusal('not-found.hand-over', { id: publicId });
    if (row.personId)
      await enterUse(ctx, row.personId, { activity: 'conversation.opened', reference: row.conversation });
    const held = (await handOversOf(ctx, row.conversationId)).find(({ id }) => id === publicId);
    if (!held) throw new Refusal('not-found.hand-over', { id: publicId });
    const { conversation, personName, channel } = row;
    return {
      ...held,
      conversation,
      personName,
      channel,
      mayAnswer,
      messages: await saidIn(ctx, row.conversationId),
    };
  });
}

async function saidIn(ctx: Context, conversationId: string): Promise<DeskMessage[]> {
  const found = await sql<DeskMessage>`
    select m.public_id as "publicId", t.kind, coalesce(e.name, m.author) as author, t.sent_at as at, m.text
    from (select * from conversation_item where conversation_id = ${conversationId} order by seq desc limit ${shown}) t
    join message m on m.id = t.message_id and m.received_at = t.received_at
    left join employee e on e.id = m.employee_id order by t.sent_at, t.seq`.execute(ctx.database);
  return found.rows;
}
