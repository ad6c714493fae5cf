import { type RawBuilder, sql } from 'kysely';
import { settleTimes } from '../listening/recording.ts';
import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import { previewOf } from './conversation.ts';
import type { QueueHours } from './hours.ts';
import {
  type Course,
  follow,
  kindOf,
  quietAfter,
  restsAt,
  startCourse,
  type Waiting,
} from './placing/course.ts';
import type { Found } from './placing/finding.ts';
import { headsOf, removeHeads } from './placing/heads.ts';
import { closedByHandAt, endedByClosure, loadMessages } from './placing/loading.ts';
import { type Kind, type Placed, shownOf } from './placing/placed.ts';

/** Writes the outcome of placing: conversations, items, intervals, heads and closures by quiet. */
export async function keep(ctx: Context, placed: readonly Placed[], hours: QueueHours): Promise<void> {
  if (placed.length === 0) return;
  const now = ctx.clock.now().epochMilliseconds;
  for (const p of placed) if (isQuiet(p.course, now)) p.course.state = 'done';
  await settleTimes(
    ctx,
    placed.flatMap((p) => p.found.messages).filter((m) => !m.timeKnown && m.parent !== null),
  );
  await removeHeads(ctx, placed);
  // One statement for all four, because a single message that comes in must be cheap.
  await sql`with conversations as (${conversationsOf(ctx, placed)}), items as (${itemsOf(placed)}),
    intervals as (${intervalsOf(placed, hours)}) ${headsOf(placed)}`.execute(ctx.database);
  await endClosures(ctx, placed);
  await closeQuietly(ctx, placed);
}

function isQuiet(course: Course, now: number): boolean {
  const at = restsAt(course);
  return at !== null && at <= now;
}

/**
 * Runs a conversation again from its first message, because one arrived that was said earlier than the last, or
 * because it is closed and its head row has to be made anew.
 */
export async function replayed(ctx: Context, found: Found, hours: QueueHours): Promise<Placed> {
  const before = await loadMessages(ctx, found.conversationId);
  const ended = await endedByClosure(ctx, found.conversationId);
  const all = [...before, ...found.messages].sort((a, b) => a.at - b.at);
  const [first] = all;
  if (!first) throw new Error('a conversation without messages');
  const course = startCourse(first);
  const kinds = new Map<string, Kind>();
  for (const message of all) {
    kinds.set(message.id, kindOf(course, message));
    follow(course, message, hours.forQueue(found.queueId));
    const waiting = course.waiting.at(-1);
    const closedAt = ended.get(message.id);
    if (waiting?.messageId === message.id && closedAt)
      Object.assign(waiting, { closedAt, closedBy: 'closure' });
  }
  const closedAt = found.course?.state === 'done' ? await closedByHandAt(ctx, found.conversationId) : null;
  if (closedAt !== null && staysClosed(found, { course, closedAt })) course.state = 'done';
  await changeKinds(ctx, found.conversationId, kinds);
  return { found, course, kinds: found.messages.map((m) => kinds.get(m.id) ?? 'in'), ...shownOf(all) };
}

/**
 * What a colleague closed is not opened by a machine, nor by what was said before and is heard only now, nor by an
 * answer that was given before and left only now; unless a customer turns out to wait.
 */
function staysClosed(
  { course: before, messages }: Found,
  { course, closedAt }: { course: Course; closedAt: number },
): boolean {
  if (before === null) return false;
  const opens = (m: (typeof messages)[number]) =>
    m.at >= before.lastAt && !m.automatic && (m.direction === 'in' || m.at >= closedAt);
  if (messages.some(opens)) return false;
  return course.state === 'waiting' || messages.every((m) => m.direction === 'out');
}

/** A post of ours turns out to be an answer when the question that came before it is heard after it. */
async function changeKinds(
  ctx: Context,
  conversationId: string,
  kinds: ReadonlyMap<string, Kind>,
): Promise<void> {
  await sql`update conversation_item i set kind = t.kind
    from unnest(${[...kinds.keys()]}::bigint[], ${[...kinds.values()]}::text[]) as t (id, kind)
    where i.conversation_id = ${conversationId} and i.message_id = t.id and i.kind <> t.kind`.execute(
    ctx.database,
  );
}

function conversationsOf(ctx: Context, placed: readonly Placed[]): RawBuilder<unknown> {
  const pick = <T>(of: (p: Placed) => T): T[] => placed.map(of);
  return sql`
    insert into conversation (id, public_id, channel_account_id, identity_id, person_id, queue_id, thread, started_by,
      state, created_at, first_message_at, last_message_at, last_direction, seq, inbound_seq, turns, replies,
      first_reply_at, asked, preview, language, closed_at)
    select t.id, t.public_id, t.account, t.identity, t.person, t.queue, t.thread, t.started_by, t.state,
      ${asDate(ctx.clock.now())}, t.first, t.last, t.direction, t.seq, t.inbound, t.turns, t.replies, t.reply_at,
      t.asked, t.preview, t.language, case when t.state = 'done' then t.last end
    from unnest(
      ${pick((p) => p.found.conversationId)}::bigint[], ${pick((p) => p.found.publicId)}::text[],
      ${pick((p) => p.found.messages[0]?.accountId)}::bigint[], ${pick((p) => p.found.identityId)}::bigint[],
      ${pick((p) => p.found.personId)}::bigint[], ${pick((p) => p.found.queueId)}::bigint[],
      ${pick((p) => p.found.thread)}::text[], ${pick((p) => p.course.startedBy)}::text[],
      ${pick((p) => p.course.state)}::text[], ${pick((p) => new Date(p.course.firstAt))}::timestamptz[],
      ${pick((p) => new Date(p.course.lastAt))}::timestamptz[], ${pick((p) => p.course.lastDirection)}::text[],
      ${pick((p) => p.found.seq + p.found.messages.length)}::integer[], ${pick((p) => p.course.inboundSeq)}::integer[],
      ${pick((p) => p.course.turns)}::integer[], ${pick((p) => p.course.replies)}::integer[],
      ${pick((p) => dateOrNull(p.course.firstReplyAt))}::timestamptz[], ${pick((p) => p.course.asked)}::boolean[],
      ${pick((p) => previewOf(p.newest.text))}::text[], ${pick((p) => languageOf(p))}::text[]
    ) as t (id, public_id, account, identity, person, queue, thread, started_by, state, first, last, direction, seq,
      inbound, turns, replies, reply_at, asked, preview, language)
    on conflict (id) do update set state = excluded.state, first_message_at = excluded.first_message_at,
      last_message_at = excluded.last_message_at, last_direction = excluded.last_direction, seq = excluded.seq,
      inbound_seq = excluded.inbound_seq, turns = excluded.turns, replies = excluded.replies,
      first_reply_at = excluded.first_reply_at, asked = excluded.asked, started_by = excluded.started_by,
      identity_id = coalesce(conversation.identity_id, excluded.identity_id),
      thread = coalesce(conversation.thread, excluded.thread),
      person_id = coalesce(conversation.person_id, excluded.person_id), preview = excluded.preview,
      language = coalesce(excluded.language, conversation.language), closed_at = excluded.closed_at,
      version = conversation.version + 1`;
}

/** The customer's, once there is one. */
function languageOf({ asked, newest, found }: Placed): string | null {
  if (asked) return asked.language;
  return found.isNew ? newest.language : null;
}

function dateOrNull(at: number | null): Date | null {
  return at === null ? null : new Date(at);
}

function itemsOf(placed: readonly Placed[]): RawBuilder<unknown> {
  const items = placed.flatMap((p) =>
    p.found.messages.map((message, i) => ({
      conversationId: p.found.conversationId,
      seq: p.found.seq + i + 1,
      message,
      kind: p.kinds[i] ?? 'in',
    })),
  );
  return sql`
    insert into conversation_item (conversation_id, seq, message_id, received_at, sent_at, kind)
    select * from unnest(
      ${items.map((i) => i.conversationId)}::bigint[], ${items.map((i) => i.seq)}::integer[],
      ${items.map((i) => i.message.id)}::bigint[], ${items.map((i) => i.message.receivedAt)}::timestamptz[],
      ${items.map((i) => new Date(i.message.at))}::timestamptz[], ${items.map((i) => i.kind)}::text[])
    on conflict do nothing`;
}

function intervalsOf(placed: readonly Placed[], hours: QueueHours): RawBuilder<unknown> {
  const rows = placed.flatMap((p) => p.course.waiting.map((waiting) => ({ p, waiting })));
  const pick = <T>(of: (w: Waiting, p: Placed) => T): T[] => rows.map(({ p, waiting }) => of(waiting, p));
  return sql`
    insert into response_interval (received_at, conversation_id, message_id, queue_id, clock, opened_at,
      open_time_known, opened_in_hours, calendar_version_id, addressed, read_at, closed_at, close_time_known,
      closed_by, reply_message_id, clock_seconds, hours_seconds)
    select t.received, t.conversation, t.message, t.queue, t.clock, t.opened, t.known, t.in_hours, t.calendar,
      t.addressed, t.closed, t.closed, t.close_known, t.closed_by, t.reply, t.clock_s, t.hours_s
    from unnest(
      ${pick((w) => w.receivedAt)}::timestamptz[], ${pick((_, p) => p.found.conversationId)}::bigint[],
      ${pick((w) => w.messageId)}::bigint[], ${pick((_, p) => p.found.queueId)}::bigint[],
      ${pick((w) => w.clock)}::text[], ${pick((w) => new Date(w.openedAt))}::timestamptz[],
      ${pick((w) => w.openTimeKnown)}::boolean[], ${pick((w) => w.openedInHours)}::boolean[],
      ${pick((_, p) => hours.versionFor(p.found.queueId))}::bigint[], ${pick((w) => w.addressed)}::boolean[],
      ${pick((w) => dateOrNull(w.closedAt))}::timestamptz[], ${pick((w) => w.closeTimeKnown)}::boolean[],
      ${pick((w) => w.closedBy)}::text[], ${pick((w) => w.replyMessageId)}::bigint[],
      ${pick((w) => w.clockSeconds)}::bigint[], ${pick((w) => w.hoursSeconds)}::bigint[]
    ) as t (received, conversation, message, queue, clock, opened, known, in_hours, calendar, addressed, closed,
      close_known, closed_by, reply, clock_s, hours_s)
    on conflict (message_id, received_at) do update set clock = excluded.clock, opened_at = excluded.opened_at,
      opened_in_hours = excluded.opened_in_hours, read_at = coalesce(response_interval.read_at, excluded.read_at),
      closed_at = excluded.closed_at, close_time_known = excluded.close_time_known, closed_by = excluded.closed_by,
      reply_message_id = excluded.reply_message_id, clock_seconds = excluded.clock_seconds,
      hours_seconds = excluded.hours_seconds
    where response_interval.closed_by is distinct from 'closure'`;
}

/** A customer who writes again ends the closure: the conversation is open once more. */
async function endClosures(ctx: Context, placed: readonly Placed[]): Promise<void> {
  const open = placed.filter((p) => p.found.course?.state === 'done' && p.course.state !== 'done');
  if (open.length === 0) return;
  await ctx.database
    .updateTable('closure')
    .set({ reopened_at: asDate(ctx.clock.now()) })
    .where('reopened_at', 'is', null)
    .where(
      'conversation_id',
      'in',
      open.map((p) => p.found.conversationId),
    )
    .execute();
}

/** Those that came to rest by themselves; a post that nobody reacted to was never open. */
async function closeQuietly(ctx: Context, placed: readonly Placed[]): Promise<void> {
  const isClosed = (course: Course | null) => course?.state === 'done' && course.inboundSeq > 0;
  const rested = placed.filter(({ course, found }) => isClosed(course) && !isClosed(found.course));
  if (rested.length === 0) return;
  const now = ctx.clock.now().epochMilliseconds;
  await sql`
    insert into closure (conversation_id, closed_at, reason)
    select t.id, t.at, 'quiet' from unnest(${rested.map((p) => p.found.conversationId)}::bigint[],
      ${rested.map((p) => new Date(Math.min(now, p.course.lastAt + quietAfter)))}::timestamptz[]) as t (id, at)
    on conflict do nothing`.execute(ctx.database);
}
