import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { previewOf } from '../conversation.ts';
import { type Course, follow, type Hours, startCourse } from '../placing/course.ts';
import { loadMessages } from '../placing/loading.ts';
import { makeHeads } from '../reopening.ts';

/** Waiting is measured when it opens and when it closes, and never again: here nobody asks for opening hours. */
const unmeasured: Hours = { isOpen: () => false, seconds: () => 0 };

/**
 * After messages moved: what the conversation's own row says of them, counted from those that stand there now. What
 * was measured moves along with its message and stays as it was measured; an answer stays an answer. Runs with the row locked.
 */
export async function recount(ctx: Context, id: string): Promise<Course | undefined> {
  const messages = await loadMessages(ctx, id);
  const [first] = messages;
  if (!first) return undefined;
  const course = startCourse(first);
  for (const message of messages) follow(course, message, unmeasured);
  const newest = messages.at(-1);
  const asked = messages.findLast(({ direction }) => direction === 'in');
  await sql`
    update conversation set started_by = ${course.startedBy}, first_message_at = ${new Date(course.firstAt)},
      last_message_at = ${new Date(course.lastAt)}, last_direction = ${course.lastDirection},
      inbound_seq = ${course.inboundSeq}, turns = ${course.turns},
      replies = answered.n, first_reply_at = answered.first_at,
      asked = exists (select from response_interval w where w.conversation_id = ${id}),
      preview = ${previewOf(newest?.text ?? '')}, language = ${(asked ?? newest)?.language ?? null},
      seq = greatest(seq, coalesce((select max(seq) from conversation_item where conversation_id = ${id}), 0)),
      version = version + 1
    from (
      select count(*)::integer as n, min(i.sent_at) as first_at from conversation_item i
      join message m on m.id = i.message_id and m.received_at = i.received_at
      where i.conversation_id = ${id} and i.kind = 'reply' and not m.automatic) answered
    where id = ${id}`.execute(ctx.database);
  // Nobody has read more than there is: otherwise the next message would count as read.
  await sql`update read_mark set seen_seq = ${course.inboundSeq}
    where conversation_id = ${id} and seen_seq > ${course.inboundSeq}`.execute(ctx.database);
  return course;
}

/** How a conversation with these messages stands when nobody decided otherwise. */
export function stateOf({ inboundSeq, startedBy, replies, lastDirection }: Course, waits: boolean): string {
  if (inboundSeq === 0) return 'done';
  if (!waits && lastDirection === 'out' && replies > 0) return 'waiting';
  return startedBy === 'customer' && replies === 0 ? 'new' : 'open';
}

/** Whether a customer waits in it for an answer. */
export async function someoneWaits(ctx: Context, id: string): Promise<boolean> {
  const found = await sql`
    select from response_interval where conversation_id = ${id} and closed_at is null limit 1`.execute(
    ctx.database,
  );
  return found.rows.length > 0;
}

export interface Standing {
  state: string;
  /** Its own, with microseconds, or null. */
  closedAt: string | null;
  mergedInto: string | null;
}

/** Writes how a conversation stands, and makes its row in the list anew, or takes it away when it is done. */
export async function stand(ctx: Context, id: string, standing: Standing): Promise<void> {
  const { state, closedAt, mergedInto } = standing;
  await sql`update conversation set state = ${state}, closed_at = ${closedAt}::timestamptz, merged_into_id = ${mergedInto}
    where id = ${id}`.execute(ctx.database);
  await sql`delete from conversation_open where conversation_id = ${id}`.execute(ctx.database);
  if (state !== 'done') await makeHeads(ctx, [id]);
}

/** Nothing stands in it any more. It keeps its number and whose it was, and points to where its messages went. */
export async function empty(ctx: Context, id: string, into: string): Promise<void> {
  await sql`
    update conversation set inbound_seq = 0, turns = 0, replies = 0, first_reply_at = null, asked = false, preview = '',
      version = version + 1
    where id = ${id}`.execute(ctx.database);
  await stand(ctx, id, { state: 'done', closedAt: null, mergedInto: into });
}

/** Of messages that stand in a conversation: their place there, in order. */
export interface StandingItem {
  messageId: string;
  seq: number;
}

/**
 * Puts messages into another conversation, behind what stands there, in the order in which they stood. With them goes
 * what was measured of them and what became of them when they were sent. `at` gives each its own place instead.
 */
export async function moveItems(
  ctx: Context,
  items: readonly StandingItem[],
  { into, at = 'behind' }: { into: string; at?: 'behind' | 'own' },
): Promise<void> {
  const ids = sql`${items.map(({ messageId }) => messageId)}::bigint[]`;
  const base = at === 'own' ? sql`0` : sql`(select seq from conversation where id = ${into})`;
  const places = items.map(({ seq }, n) => (at === 'own' ? seq : n + 1));
  await sql`
    update conversation_item i set conversation_id = ${into}, seq = ${base} + t.place
    from unnest(${ids}, ${places}::integer[]) as t (message, place) where i.message_id = t.message`.execute(
    ctx.database,
  );
  await sql`update response_interval set conversation_id = ${into} where message_id = any(${ids})`.execute(
    ctx.database,
  );
  await sql`update outbound set conversation_id = ${into} where message_id = any(${ids})`.execute(
    ctx.database,
  );
}

export async function itemsOf(ctx: Context, conversationId: string): Promise<StandingItem[]> {
  const found = await sql<StandingItem>`
    select message_id as "messageId", seq from conversation_item
    where conversation_id = ${conversationId} order by seq`.execute(ctx.database);
  return found.rows;
}

/** Keeps where they stood, so that the act can be taken back. */
export async function recordItems(
  ctx: Context,
  actId: string,
  items: readonly StandingItem[],
): Promise<void> {
  await sql`
    insert into conversation_act_item (act_id, message_id, seq_before)
    select ${actId}::bigint, * from unnest(${items.map(({ messageId }) => messageId)}::bigint[],
      ${items.map(({ seq }) => seq)}::integer[])`.execute(ctx.database);
}

/** A moment of the act, for what ends or begins with it. */
export function actMoment(ctx: Context): Date {
  return asDate(ctx.clock.now());
}
