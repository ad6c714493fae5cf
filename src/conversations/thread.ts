import { sql } from 'kysely';
import { shownAs } from '../customers/shown.ts';
import { enterUse } from '../customers/using.ts';
import type { Understood } from '../listening/message.ts';
import { may } from '../organisation/authority.ts';
import { mayRead } from '../organisation/mandates/reading.ts';
import { asDate } from '../platform/clock.ts';
import { type Context, transact } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import type { CloseReason } from './conversation.ts';
import type { State } from './placing/course.ts';

export interface ThreadMessage {
  publicId: string;
  seq: number;
  kind: 'in' | 'reply' | 'post' | 'note';
  audience: 'public' | 'private' | 'internal';
  author: string | null;
  department: string | null;
  automatic: boolean;
  sentAt: Date;
  timeKnown: boolean;
  text: string;
  language: string | null;
  sentiment: string | null;
  sentimentScore: number | null;
  intent: string | null;
  urgency: number | null;
  answerable: boolean | null;
  understanding: Understood | null;
  /** When its author changed it, and what stood there before, oldest first; null: they did not. */
  edited: { at: Date; before: EarlierText[] } | null;
  /** Its words are gone: the author took them back, their time was over, or the writer was forgotten. */
  removed: 'author' | 'retention' | 'erasure' | null;
  /** Of an answer written here: what became of it; and whether a person has to decide about it. */
  delivery: { state: string; reason: string | null; asks: boolean } | null;
}

export interface EarlierText {
  text: string;
  /** Until when it stood there: ISO 8601. */
  until: string;
}

export interface Thread {
  id: string;
  publicId: string;
  state: State;
  version: number;
  channel: string;
  account: string;
  connector: string;
  audience: 'public' | 'private';
  queue: string;
  queueId: string;
  /** Of the queue; null when it is everybody's. */
  departmentId: string | null;
  person: { publicId: string; name: string | null } | null;
  assignee: { publicId: string; name: string } | null;
  closure: { at: Date; by: string | null; reason: CloseReason } | null;
  waitingSince: Date | null;
  /** 1: a colleague or a rule put it before all others. */
  priority: 0 | 1;
  /** The organisation's own name for how it stands. */
  substate: { publicId: string; name: string } | null;
  /** Out of sight, until when: null when no moment wakes it but the customer or an order. */
  snoozed: { until: Date | null; by: string | null } | null;
  /** Where its messages stand now, by public id: here is nothing any more. */
  mergedInto: string | null;
  messages: ThreadMessage[];
  /** Pass as `before` for earlier messages; absent when the first is shown. */
  earlier?: number;
}

const shown = 30;

interface Window {
  before?: number | undefined;
  limit?: number;
}

/**
 * A conversation as a colleague sees it: its last 30 messages, or those before `before`. Marks it read, and writes
 * that into the customer's ledger. Seven statements at most.
 * @throws Refusal `not-found.conversation` also for one that may not be seen.
 */
export async function openThread(
  ctx: Context,
  publicId: string,
  { before, limit = shown }: Window = {},
): Promise<Thread> {
  return transact(ctx, 'service', async (ctx) => {
    const head = await openHead(ctx, publicId);
    if (!before) await markRead(ctx, head);
    const messages = await messagesOf(ctx, head.id, { before, limit });
    const first = messages.reduce((least, message) => Math.min(least, message.seq), Number.MAX_SAFE_INTEGER);
    return {
      ...toThread(head),
      messages,
      ...(messages.length === limit && first > 1 ? { earlier: first } : {}),
    };
  });
}

/** A conversation without its messages. Written into the ledger like any opening; marks nothing read. */
export async function openConversation(ctx: Context, publicId: string): Promise<Omit<Thread, 'messages'>> {
  return transact(ctx, 'service', async (ctx) => toThread(await openHead(ctx, publicId)));
}

export type CurrentState = Pick<
  Thread,
  | 'publicId'
  | 'state'
  | 'version'
  | 'waitingSince'
  | 'priority'
  | 'assignee'
  | 'closure'
  | 'snoozed'
  | 'substate'
>;

/** How a conversation stands, for whoever just changed it. Tells nothing about the customer, so it is no opening. */
export async function currentState(ctx: Context, publicId: string): Promise<CurrentState> {
  return transact(ctx, 'service', async (ctx) => toThread(await getHead(ctx, publicId)));
}

async function getHead(ctx: Context, publicId: string): Promise<Head> {
  const head = await findHead(ctx, publicId);
  if (!head || !may(ctx.actor, 'inbox.read', head.departmentId)) {
    throw new Refusal('not-found.conversation', { id: publicId });
  }
  return head;
}

async function openHead(ctx: Context, publicId: string): Promise<Head> {
  const head = await getHead(ctx, publicId);
  if (head.personId)
    await enterUse(ctx, head.personId, { activity: 'conversation.opened', reference: publicId });
  return head;
}

interface Head {
  id: string;
  publicId: string;
  state: State;
  version: number;
  inboundSeq: number;
  departmentId: string | null;
  personId: string | null;
  channel: string;
  account: string;
  connector: string;
  audience: 'public' | 'private';
  queue: string;
  queueId: string;
  personPublicId: string | null;
  personName: string | null;
  assigneePublicId: string | null;
  assigneeName: string | null;
  closedAt: Date | null;
  closedBy: string | null;
  closeReason: CloseReason | null;
  waitingSince: Date | null;
  priority: 0 | 1;
  substate: Thread['substate'];
  snoozed: { until: string | null; by: string | null } | null;
  mergedInto: string | null;
}

async function findHead(ctx: Context, publicId: string): Promise<Head | undefined> {
  const found = await sql<Head>`
    select c.id, c.public_id as "publicId", c.state, c.version, c.inbound_seq as "inboundSeq",
      q.department_id as "departmentId", c.person_id as "personId", a.channel, a.name as account, a.connector,
      a.audience, q.name as queue, q.id as "queueId", p.public_id as "personPublicId", coalesce(p.name, i.name, i.handle) as "personName",
      e.public_id as "assigneePublicId", e.name as "assigneeName", k.closed_at as "closedAt", ke.name as "closedBy",
      k.reason as "closeReason", o.waiting_since as "waitingSince",
      coalesce(o.priority, 0) as priority,
      (select json_build_object('publicId', s.public_id, 'name', s.name) from substate s where s.id = c.substate_id) as substate,
      (select json_build_object('until', z.until_at, 'by', b.name) from snooze z left join employee b on b.id = z.snoozed_by
        where z.conversation_id = c.id and z.woken_at is null and c.state <> 'done') as snoozed,
      (select m.public_id from conversation m where m.id = c.merged_into_id) as "mergedInto"
    from conversation c
    join channel_account a on a.id = c.channel_account_id
    join queue q on q.id = c.queue_id
    left join person p on p.id = ${shownAs(sql`c.person_id`)}
    left join identity i on i.id = c.identity_id
    left join assignment s on s.conversation_id = c.id and s.ended_at is null
    left join employee e on e.id = s.employee_id
    left join closure k on k.conversation_id = c.id and k.reopened_at is null
    left join employee ke on ke.id = k.closed_by
    left join conversation_open o on o.conversation_id = c.id
    where c.public_id = ${publicId} and ${mayRead(ctx, { channel: sql`a.channel`, topics: sql`c.topics` })}`.execute(
    ctx.database,
  );
  return found.rows[0];
}

function toThread(head: Head): Omit<Thread, 'messages'> {
  const { id, publicId, state, version, channel, account, connector, audience, queue, waitingSince } = head;
  const { queueId, departmentId, priority, substate, snoozed, mergedInto } = head;
  return {
    id,
    publicId,
    state,
    version,
    channel,
    account,
    connector,
    audience,
    queue,
    queueId,
    departmentId,
    waitingSince,
    priority,
    substate,
    mergedInto,
    snoozed: snoozed && { by: snoozed.by, until: snoozed.until ? new Date(snoozed.until) : null },
    person: head.personPublicId === null ? null : { publicId: head.personPublicId, name: head.personName },
    assignee:
      head.assigneePublicId === null
        ? null
        : { publicId: head.assigneePublicId, name: head.assigneeName ?? '' },
    closure:
      head.closedAt === null || head.closeReason === null
        ? null
        : { at: head.closedAt, by: head.closedBy, reason: head.closeReason },
  };
}

async function markRead(ctx: Context, head: Head): Promise<void> {
  if (ctx.actor.kind !== 'employee') return;
  const now = asDate(ctx.clock.now());
  await sql`
    insert into read_mark (employee_id, conversation_id, seen_seq, seen_at)
    values (${ctx.actor.employeeId}, ${head.id}, ${head.inboundSeq}, ${now})
    on conflict (employee_id, conversation_id) do update set seen_seq = excluded.seen_seq, seen_at = excluded.seen_at
  `.execute(ctx.database);
  await sql`update response_interval set read_at = ${now}
    where conversation_id = ${head.id} and read_at is null and closed_at is null`.execute(ctx.database);
}

interface DeliveryColumns {
  deliveryState: string | null;
  deliveryReason: string | null;
  deliveryAsks: boolean | null;
  editedAt: Date | null;
  before: EarlierText[] | null;
}

async function messagesOf(
  ctx: Context,
  conversationId: string,
  { before, limit = shown }: Window,
): Promise<ThreadMessage[]> {
  const found = await sql<Omit<ThreadMessage, 'edited' | 'delivery'> & DeliveryColumns>`
    select m.public_id as "publicId", t.seq, t.kind, m.audience, coalesce(e.name, m.author) as author,
      d.name as department, m.automatic, t.sent_at as "sentAt", m.time_known as "timeKnown", m.text, m.language,
      m.sentiment, m.sentiment_score as "sentimentScore", m.intent, m.urgency, m.answerable, m.understanding,
      m.removed_why as removed, m.edited_at as "editedAt", case when m.edited_at is not null then (
        select json_agg(json_build_object('text', v.text, 'until', v.until_at) order by v.version)
        from message_version v where v.message_id = m.id) end as before, b.state as "deliveryState", b.reason as "deliveryReason",
      (b.state = 'failed' or b.state = 'unknown' and b.ask_at is null) and b.decided_at is null as "deliveryAsks"
    from (
      select * from conversation_item i where i.conversation_id = ${conversationId}
        and ${before ? sql`i.seq < ${before}` : sql`true`}
      order by i.seq desc limit ${limit}) t
    join message m on m.id = t.message_id and m.received_at = t.received_at
    left join employee e on e.id = m.employee_id
    left join department d on d.id = m.department_id
    left join outbound b on b.message_id = m.id
    order by t.sent_at, t.seq`.execute(ctx.database);
  return found.rows.map(
    ({ deliveryState, deliveryReason, deliveryAsks, editedAt, before: earlier, ...row }) => ({
      ...row,
      edited: editedAt && row.removed === null ? { at: editedAt, before: earlier ?? [] } : null,
      delivery:
        deliveryState === null
          ? null
          : { state: deliveryState, reason: deliveryReason, asks: deliveryAsks ?? false },
    }),
  );
}
