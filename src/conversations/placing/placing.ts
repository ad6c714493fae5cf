import { type RawBuilder, sql } from 'kysely';
import { justHeard } from '../../listening/events.ts';
import type { JustHeard } from '../../listening/message.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { NewEvent } from '../../platform/events.ts';
import { told } from '../events.ts';
import { keep, replayed } from '../keeping.ts';
import { fold, whilePlacing } from '../listing/folding.ts';
import { type Course, type CourseMessage, follow, kindOf, startCourse } from './course.ts';
import { type Found, findPlaces, lockPlaces, type Placeable } from './finding.ts';
import { type Placed, shownOf } from './placed.ts';

/** The reaction to `message.heard`, in its transaction: place now, or note down to place when the file is read. */
export async function placeHeard(ctx: Context, events: readonly NewEvent[]): Promise<void> {
  const later = events.filter((event) => event.data?.later);
  if (later.length > 0) await noteDown(ctx, later);
  const now = events.filter((event) => !event.data?.later);
  if (now.length === 0) return;
  const carried = now.flatMap((event) => justHeard(event) ?? []);
  if (carried.length === now.length) {
    await placeMessages(ctx, carried.map(placeableOf).sort(byTime));
    return;
  }
  await place(ctx, {
    ids: now.map((event) => event.subject.id ?? ''),
    receivedAt: now.map((event) => String(event.data?.receivedAt)),
  });
}

/** As much of it as the list shows, in letters. */
const shownLetters = 400;

export function placeableOf(row: JustHeard): Placeable {
  // Two units are at most one letter; cut before they are told apart, because a text may be a megabyte.
  const text = [...row.text.slice(0, 2 * shownLetters)].slice(0, shownLetters).join('');
  return { ...row, text, at: row.sentAt.getTime(), heard: row };
}

export function byTime(a: Placeable, b: Placeable): number {
  return a.at - b.at || Number(a.id) - Number(b.id);
}

async function noteDown(ctx: Context, events: readonly NewEvent[]): Promise<void> {
  await sql`
    insert into message_unplaced (message_id, received_at, sent_at)
    select m.id, m.received_at, m.sent_at
    from unnest(${events.map((e) => e.subject.id)}::bigint[], ${events.map((e) => e.data?.receivedAt)}::timestamptz[])
      as t (id, received_at)
    join message m on m.id = t.id and m.received_at = t.received_at
    on conflict do nothing`.execute(ctx.database);
}

/**
 * Places what was noted down, oldest first, in steps of at most `step` messages with a transaction each. Stops
 * cleanly anywhere: the next call goes on. Answers with the number of conversations that were new.
 */
export async function placeUnplaced(ctx: Context, step = 1000): Promise<number> {
  let conversations = 0;
  for (;;) {
    const done = await transact(ctx, 'listen', async (ctx) => {
      await whilePlacing(ctx);
      const next = await sql<{ message_id: string; received_at: Date }>`
        delete from message_unplaced where message_id in (
          select message_id from message_unplaced order by sent_at, message_id limit ${step} for update skip locked)
        returning message_id, received_at`.execute(ctx.database);
      if (next.rows.length === 0) return undefined;
      const ids = next.rows.map((row) => row.message_id);
      const placed = await place(ctx, {
        ids,
        receivedAt: next.rows.map((row) => row.received_at.toISOString()),
      });
      await fold(ctx, ids);
      return placed;
    });
    if (done === undefined) return conversations;
    conversations += done;
  }
}

interface Keys {
  ids: readonly string[];
  receivedAt: readonly string[];
}

/** Puts each message into its conversation and writes what that changes. Answers how many conversations are new. */
export async function place(ctx: Context, keys: Keys): Promise<number> {
  return placeMessages(ctx, await loadPlaceable(ctx, keys));
}

async function placeMessages(ctx: Context, messages: readonly Placeable[]): Promise<number> {
  const { ids, hours } = await lockPlaces(ctx, messages);
  const places = await findPlaces(ctx, messages, { ids, defaultQueueId: hours.defaultQueueId });
  const placed: Placed[] = [];
  const outOfOrder: Found[] = [];
  for (const found of places) {
    if (runsAgain(found)) outOfOrder.push(found);
    else placed.push(run(found, hours.forQueue(found.queueId)));
  }
  await keep(ctx, placed, hours);
  for (const { publicId, messages } of places)
    for (const { heard } of messages) if (heard) heard.placedIn = publicId;
  for (const found of outOfOrder) await keep(ctx, [await replayed(ctx, found, hours)], hours);
  await ctx.emit(
    places.map(({ conversationId, isNew }) => told(isNew ? 'opened' : 'continued', conversationId, null)),
  );
  return places.filter((found) => found.isNew).length;
}

/** Said before the last that stands there; or an answer to what is closed, which has no head row to change. */
function runsAgain({ course, messages }: Found): boolean {
  if (course === null) return false;
  if (messages.some((m) => m.at < course.lastAt)) return true;
  return course.state === 'done' && course.inboundSeq > 0 && messages.every((m) => m.direction === 'out');
}

function run(found: Found, hours: Parameters<typeof follow>[2]): Placed {
  const [first] = found.messages;
  if (!first) throw new Error('a place without messages');
  // A copy: what it was before still has to be known when the outcome is written.
  const course: Course = found.course ? structuredClone(found.course) : startCourse(courseMessage(first));
  const kinds: Placed['kinds'] = [];
  for (const message of found.messages) {
    kinds.push(kindOf(course, courseMessage(message)));
    follow(course, courseMessage(message), hours);
  }
  return { found, course, kinds, ...shownOf(found.messages) };
}

function courseMessage(message: Placeable): CourseMessage {
  return message;
}

export async function loadPlaceable(ctx: Context, keys: Keys): Promise<Placeable[]> {
  const rows = await sql<Omit<Placeable, 'at'> & { sentAt: Date }>`
    select m.id, m.received_at as "receivedAt", m.channel_account_id as "accountId", m.external_id as "externalId",
      m.direction, m.audience, m.identity_id as "identityId", m.person_id as "personId",
      m.parent_external_id as parent, m.thread, m.sent_at as "sentAt", m.time_known as "timeKnown",
      coalesce(m.answerable, false) as answerable, coalesce(m.addressed, false) as addressed, m.automatic,
      left(m.text, ${shownLetters}) as text, m.language, m.sentiment, m.intent, coalesce(m.urgency, 0) as urgency,
      a.channel, coalesce(i.name, i.handle) as "personName", false as "isNewWriter"
    from unnest(${keys.ids}::bigint[], ${keys.receivedAt}::timestamptz[]) as t (id, received_at)
    join message m on m.id = t.id and m.received_at = t.received_at and ${monthsOf(keys.receivedAt)}
    join channel_account a on a.id = m.channel_account_id
    left join identity i on i.id = m.identity_id
    order by m.sent_at, m.id`.execute(ctx.database);
  return rows.rows.map(({ sentAt, ...row }) => ({ ...row, at: sentAt.getTime() }));
}

/** The same times once more, as bounds: so the planner sees which months it needs, before it plans for all of them. */
function monthsOf(receivedAt: readonly string[]): RawBuilder<boolean> {
  const times = receivedAt.map((at) => Date.parse(at));
  const first = new Date(times.reduce((a, b) => Math.min(a, b)));
  const last = new Date(times.reduce((a, b) => Math.max(a, b)));
  return sql`m.received_at between ${first} and ${last}`;
}
