import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Course, CourseMessage, State, Waiting } from './course.ts';
import type { Shown } from './placed.ts';

export interface LoadedCourse {
  publicId: string;
  queueId: string;
  identityId: string | null;
  personId: string | null;
  personName: string | null;
  course: Course;
  seq: number;
}

interface CourseRow {
  id: string;
  public_id: string;
  queue_id: string;
  identity_id: string | null;
  person_id: string | null;
  person_name: string | null;
  state: State;
  started_by: 'customer' | 'us';
  first_message_at: Date;
  last_message_at: Date;
  last_direction: 'in' | 'out';
  seq: number;
  inbound_seq: number;
  turns: number;
  replies: number;
  first_reply_at: Date | null;
  asked: boolean;
}

/** The course of each conversation so far. Locks the rows: what follows from a message must not be lost. */
export async function loadCourses(ctx: Context, ids: readonly string[]): Promise<Map<string, LoadedCourse>> {
  if (ids.length === 0) return new Map();
  const rows = await sql<CourseRow>`
    select c.id, c.public_id, c.queue_id, c.identity_id, c.person_id, coalesce(i.name, i.handle) as person_name,
      c.state, c.started_by, c.first_message_at, c.last_message_at, c.last_direction, c.seq, c.inbound_seq, c.turns,
      c.replies, c.first_reply_at, c.asked
    from conversation c left join identity i on i.id = c.identity_id
    where c.id = any(${ids}::bigint[]) order by c.id for update of c`.execute(ctx.database);
  const waiting = await loadWaiting(ctx, ids);
  return new Map(
    rows.rows.map((row) => [
      row.id,
      {
        publicId: row.public_id,
        queueId: row.queue_id,
        identityId: row.identity_id,
        personId: row.person_id,
        personName: row.person_name,
        seq: row.seq,
        course: {
          state: row.state,
          startedBy: row.started_by,
          firstAt: row.first_message_at.getTime(),
          lastAt: row.last_message_at.getTime(),
          lastDirection: row.last_direction,
          inboundSeq: row.inbound_seq,
          turns: row.turns,
          replies: row.replies,
          firstReplyAt: row.first_reply_at?.getTime() ?? null,
          waiting: waiting.get(row.id) ?? [],
          asked: row.asked,
        },
      },
    ]),
  );
}

interface WaitingRow {
  conversation_id: string;
  message_id: string;
  received_at: Date;
  clock: Waiting['clock'];
  opened_at: Date;
  open_time_known: boolean;
  opened_in_hours: boolean;
  addressed: boolean;
  closed_at: Date | null;
  close_time_known: boolean | null;
  closed_by: Waiting['closedBy'];
  reply_message_id: string | null;
  clock_seconds: string | null;
  hours_seconds: string | null;
}

async function loadWaiting(ctx: Context, ids: readonly string[]): Promise<Map<string, Waiting[]>> {
  const rows = await sql<WaitingRow>`
    select conversation_id, message_id, received_at, clock, opened_at, open_time_known, opened_in_hours, addressed,
      closed_at, close_time_known, closed_by, reply_message_id, clock_seconds, hours_seconds
    from response_interval
    where conversation_id = any(${ids}::bigint[]) and (closed_at is null or closed_by = 'automatic')
    order by opened_at, id`.execute(ctx.database);
  const byConversation = new Map<string, Waiting[]>();
  for (const row of rows.rows) {
    const list = byConversation.get(row.conversation_id) ?? [];
    list.push(toWaiting(row));
    byConversation.set(row.conversation_id, list);
  }
  return byConversation;
}

function toWaiting(row: WaitingRow): Waiting {
  return {
    messageId: row.message_id,
    receivedAt: row.received_at,
    clock: row.clock,
    openedAt: row.opened_at.getTime(),
    openTimeKnown: row.open_time_known,
    openedInHours: row.opened_in_hours,
    addressed: row.addressed,
    closedAt: row.closed_at?.getTime() ?? null,
    closeTimeKnown: row.close_time_known,
    closedBy: row.closed_by,
    replyMessageId: row.reply_message_id,
    clockSeconds: row.clock_seconds === null ? null : Number(row.clock_seconds),
    hoursSeconds: row.hours_seconds === null ? null : Number(row.hours_seconds),
  };
}

/** All messages that stand in a conversation, in order of time: what its course is run again from. */
export async function loadMessages(ctx: Context, conversationId: string): Promise<(CourseMessage & Shown)[]> {
  const rows = await sql<Omit<CourseMessage & Shown, 'at'> & { sentAt: Date }>`
    select m.id, m.received_at as "receivedAt", m.direction, i.sent_at as "sentAt", m.time_known as "timeKnown",
      coalesce(m.answerable, false) as answerable, coalesce(m.addressed, false) as addressed, m.automatic,
      left(m.text, 400) as text, m.audience, m.language, m.sentiment, m.intent,
      coalesce(m.urgency, 0) as urgency, a.channel
    from conversation_item i join message m on m.id = i.message_id and m.received_at = i.received_at
    join channel_account a on a.id = m.channel_account_id
    where i.conversation_id = ${conversationId} and i.kind <> 'note'
    order by i.sent_at, i.seq`.execute(ctx.database);
  return rows.rows.map(({ sentAt, ...row }) => ({ ...row, at: sentAt.getTime() }));
}

/** The messages of a conversation whose waiting a colleague ended without an answer, and when (milliseconds). */
export async function endedByClosure(ctx: Context, conversationId: string): Promise<Map<string, number>> {
  const rows = await sql<{ message_id: string; closed_at: Date }>`
    select message_id, closed_at from response_interval
    where conversation_id = ${conversationId} and closed_by = 'closure'`.execute(ctx.database);
  return new Map(rows.rows.map((row) => [row.message_id, row.closed_at.getTime()]));
}

/** When a colleague closed it, in milliseconds; null when it is open, or came to rest by itself. */
export async function closedByHandAt(ctx: Context, conversationId: string): Promise<number | null> {
  const found = await sql<{ closed_at: Date }>`select closed_at from closure
    where conversation_id = ${conversationId} and reopened_at is null and reason <> 'quiet'`.execute(
    ctx.database,
  );
  return found.rows[0]?.closed_at.getTime() ?? null;
}
