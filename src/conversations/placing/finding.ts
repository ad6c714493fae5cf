import { sql } from 'kysely';
import type { JustHeard } from '../../listening/message.ts';
import { compiledForQueues, type QueueVersion, queueVersionsColumn } from '../../organisation/calendars.ts';
import type { Context } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { hoursFrom, type QueueHours } from '../hours.ts';
import { placingHolds } from '../joining/joining-lock.ts';
import { standingIn } from '../joining/redirecting.ts';
import type { Course, CourseMessage } from './course.ts';
import { loadCourses } from './loading.ts';

/** A message with all that decides where it belongs and what its row in the list shows. */
export interface Placeable extends CourseMessage {
  accountId: string;
  externalId: string;
  audience: string;
  identityId: string | null;
  personId: string | null;
  personName: string | null;
  isNewWriter: boolean;
  parent: string | null;
  thread: string | null;
  text: string;
  language: string | null;
  sentiment: string | null;
  intent: string | null;
  urgency: number;
  channel: string;
  /** Where who told of it hears what became of it. */
  heard?: JustHeard;
}

/** One conversation and the messages that now join it, in order of time. */
export interface Found {
  conversationId: string;
  publicId: string;
  isNew: boolean;
  queueId: string;
  identityId: string | null;
  /** Whose conversation it is: its first writer from outside. */
  personId: string | null;
  personName: string | null;
  /** The first thread that one of its messages named. */
  thread: string | null;
  /** null for a new one. */
  course: Course | null;
  /** How many items stand in it already. */
  seq: number;
  messages: Placeable[];
}

interface Place {
  id: string;
  accountId: string;
  /** Its first writer from outside. */
  identityId: string | null;
  thread: string | null;
  startedByUs: boolean;
  first: number;
  last: number;
}

/** Without reply or thread, messages of one writer within this time are one conversation. */
const together = 72 * 3_600_000;

/**
 * Finds for each message the conversation it belongs to: its parent's, its thread's, or else the writer's own on
 * that account within 72 hours; what has none gets a new one. Answers one entry per conversation.
 */
export async function findPlaces(
  ctx: Context,
  messages: readonly Placeable[],
  { ids: free, defaultQueueId }: { ids: readonly string[]; defaultQueueId: string },
): Promise<Found[]> {
  const ids = [...free].reverse();
  const index = await loadIndex(ctx, messages);
  const groups = new Map<string, Placeable[]>();
  const fresh = new Set<string>();
  const places = new Map<string, Place>();
  for (const message of messages) {
    const parent = index.parentOf(message);
    if (!message.timeKnown && parent) message.at = parent.at + 1;
    let place = index.find(message);
    if (!place) {
      place = newPlace(ids.pop() ?? '', message);
      fresh.add(place.id);
    }
    places.set(place.id, place);
    index.remember(message, place);
    const group = groups.get(place.id);
    if (group) group.push(message);
    else groups.set(place.id, [message]);
  }
  const existing = await loadCourses(
    ctx,
    [...groups.keys()].filter((id) => !fresh.has(id)),
  );
  const now = ctx.clock.now().epochMilliseconds;
  return [...groups].map(([id, group]) => {
    const before = existing.get(id);
    const found = before ?? { publicId: publicId('cv', now), queueId: defaultQueueId, course: null, seq: 0 };
    return {
      ...found,
      conversationId: id,
      isNew: !before,
      ...(before?.personId ? { personId: before.personId, personName: before.personName } : writerOf(group)),
      identityId: places.get(id)?.identityId ?? null,
      thread: places.get(id)?.thread ?? null,
      messages: group.sort((a, b) => a.at - b.at),
    };
  });
}

function writerOf(messages: readonly Placeable[]): { personId: string | null; personName: string | null } {
  const first = messages.find((m) => m.direction === 'in');
  return { personId: first?.personId ?? null, personName: first?.personName ?? null };
}

function newPlace(id: string, message: Placeable): Place {
  const { accountId, identityId, thread, direction, at } = message;
  return { id, accountId, identityId, thread, startedByUs: direction === 'out', first: at, last: at };
}

/** More than this at once is a file, not people writing. */
const many = 50;

/**
 * Two messages of one writer at the same moment must not make two conversations. People writing lock themselves;
 * a file locks its whole account, because thousands of locks are dearer than one. Our own answers join by their
 * parent alone and lock nothing here: whoever answers holds the conversation already, and would wait in a circle
 * with a file that holds the account. Gives numbers for as many new conversations as there can be, and the hours of
 * every queue in the same statement, because a single message that comes in must be cheap.
 */
export async function lockPlaces(
  ctx: Context,
  messages: readonly Placeable[],
): Promise<{ ids: string[]; hours: QueueHours }> {
  const seeking = messages.filter((m) => m.direction === 'in' || m.thread !== null);
  const accounts = [...new Set(seeking.map((m) => m.accountId))].sort();
  const file = seeking.length > many;
  const writers = new Set(seeking.map((m) => `${m.accountId}/${m.thread ?? m.identityId}`));
  const own = file ? [] : [...writers].sort();
  const lock = file ? sql`pg_advisory_xact_lock` : sql`pg_advisory_xact_lock_shared`;
  // Whoever answers holds the conversation already, and no merge empties it meanwhile.
  const joins = messages.some(({ externalId }) => !externalId.startsWith('polder:'));
  const locked = await sql<{ ids: string[]; versions: QueueVersion[] }>`
    select ${queueVersionsColumn(ctx)} as versions, ${joins ? sql`(select count(${placingHolds}))` : sql`0`} as joining,
      (select count(${lock}(2, a)) from unnest(${accounts}::integer[]) as a) as accounts,
      (select count(pg_advisory_xact_lock(3, hashtext(w))) from unnest(${own}::text[]) as w) as writers,
      array(select nextval('conversation_id_seq') from generate_series(1, ${messages.length})) as ids`.execute(
    ctx.database,
  );
  const { ids, versions } = locked.rows[0] ?? { ids: [], versions: [] };
  return { ids, hours: hoursFrom(compiledForQueues(versions)) };
}

interface Index {
  parentOf(message: Placeable): { place: Place; at: number } | undefined;
  find(message: Placeable): Place | undefined;
  remember(message: Placeable, place: Place): void;
}

async function loadIndex(ctx: Context, messages: readonly Placeable[]): Promise<Index> {
  const byMessage = new Map<string, { place: Place; at: number }>();
  const byThread = new Map<string, Place>();
  const byWriter = new Map<string, Place[]>();
  const known = new Map<string, Place>();
  const same = (row: PlaceRow): Place => {
    const place = known.get(row.id) ?? toPlace(row);
    known.set(row.id, place);
    return place;
  };
  for (const row of await placesOfParents(ctx, messages)) {
    const parent = { place: same(row), at: row.at?.getTime() ?? 0 };
    byMessage.set(`${row.account}/${row.key}`, parent);
    byMessage.set(`${row.channel}/${row.key}`, parent);
  }
  for (const row of await redirected(ctx, await placesOfThreads(ctx, messages)))
    if (!byThread.has(`${row.account}/${row.key}`)) byThread.set(`${row.account}/${row.key}`, same(row));
  for (const row of await redirected(ctx, await placesOfWriters(ctx, messages))) {
    const key = `${row.account}/${row.key}`;
    byWriter.set(key, [...(byWriter.get(key) ?? []), same(row)]);
  }
  // A colleague may answer from another account on the same network; the account's own message comes first.
  const parentOf = (m: Placeable) =>
    byMessage.get(`${m.accountId}/${m.parent}`) ?? byMessage.get(`${m.channel}/${m.parent}`);
  return {
    parentOf,
    find: (m) => {
      const writers = byWriter.get(`${m.accountId}/${m.identityId}`) ?? [];
      const near = writers.filter((p) => m.at >= p.first - together && m.at <= p.last + together);
      const parent = parentOf(m)?.place;
      // Many customers may react to one post of ours; each has a conversation of their own.
      if (parent && !(parent.startedByUs && m.direction === 'in' && parent.identityId !== m.identityId))
        return parent;
      if (m.thread) return byThread.get(`${m.accountId}/${m.thread}`);
      if (m.direction === 'out') return undefined;
      return near.toSorted((a, b) => a.last - b.last || Number(a.id) - Number(b.id)).at(-1);
    },
    remember: (m, place) => {
      place.first = Math.min(place.first, m.at);
      place.last = Math.max(place.last, m.at);
      byMessage.set(`${m.accountId}/${m.externalId}`, { place, at: m.at });
      byMessage.set(`${m.channel}/${m.externalId}`, { place, at: m.at });
      // Only what the conversation's own row will say is remembered: the next batch knows no more than that.
      place.thread ??= m.thread;
      const thread = `${place.accountId}/${place.thread}`;
      if (place.thread !== null && !byThread.has(thread)) byThread.set(thread, place);
      if (m.direction === 'in') place.identityId ??= m.identityId;
      if (place.identityId === null) return;
      const key = `${place.accountId}/${place.identityId}`;
      const writers = byWriter.get(key) ?? [];
      if (!writers.includes(place)) byWriter.set(key, [...writers, place]);
    },
  };
}

interface PlaceRow {
  account: string;
  key: string;
  id: string;
  identity_id: string | null;
  own_account: string;
  thread: string | null;
  started_by: string;
  first: Date;
  last: Date;
  at?: Date;
  channel?: string;
  merged_into_id: string | null;
}

function toPlace(row: PlaceRow): Place {
  return {
    id: row.id,
    accountId: row.own_account,
    identityId: row.identity_id,
    thread: row.thread,
    startedByUs: row.started_by === 'us',
    first: row.first.getTime(),
    last: row.last.getTime(),
  };
}

const columns = sql`c.id, c.identity_id, c.channel_account_id as own_account, c.thread, c.started_by,
  c.first_message_at as first, c.last_message_at as last, c.merged_into_id`;

/** Rows of a conversation that was merged tell of the one in which its messages stand now. */
async function redirected(ctx: Context, rows: PlaceRow[]): Promise<PlaceRow[]> {
  const merged = rows.filter((row) => row.merged_into_id !== null);
  if (merged.length === 0) return rows;
  const now = await standingIn(
    ctx,
    merged.map(({ id }) => id),
  );
  const found = await sql<PlaceRow>`
    select ${columns} from conversation c where c.id = any(${[...now.values()]}::bigint[])`.execute(
    ctx.database,
  );
  return rows.flatMap((row) => {
    if (row.merged_into_id === null) return [row];
    const stands = found.rows.find(({ id }) => id === now.get(row.id));
    return stands ? [{ ...stands, account: row.account, key: row.key }] : [];
  });
}

async function placesOfParents(ctx: Context, messages: readonly Placeable[]): Promise<PlaceRow[]> {
  const replies = messages.filter((m) => m.parent !== null);
  if (replies.length === 0) return [];
  const rows = await sql<PlaceRow>`
    select k.channel_account_id as account, x.channel, k.external_id as key, i.sent_at as at, ${columns}
    from (select distinct * from unnest(${replies.map((m) => m.channel)}::text[],
      ${replies.map((m) => m.parent)}::text[]) as u (channel, parent)) t
    join channel_account x on x.channel = t.channel
    join message_key k on k.channel_account_id = x.id and k.external_id = t.parent
    join conversation_item i on i.message_id = k.message_id
    join conversation c on c.id = i.conversation_id`.execute(ctx.database);
  return rows.rows;
}

async function placesOfThreads(ctx: Context, messages: readonly Placeable[]): Promise<PlaceRow[]> {
  const threaded = messages.filter((m) => m.thread !== null);
  if (threaded.length === 0) return [];
  const rows = await sql<PlaceRow>`
    select c.channel_account_id as account, c.thread as key, ${columns}
    from (select distinct * from unnest(${threaded.map((m) => m.accountId)}::bigint[],
      ${threaded.map((m) => m.thread)}::text[]) as u (account, thread)) t
    join conversation c on c.channel_account_id = t.account and c.thread = t.thread
    order by c.id`.execute(ctx.database);
  return rows.rows;
}

async function placesOfWriters(ctx: Context, messages: readonly Placeable[]): Promise<PlaceRow[]> {
  const loose = messages.filter((m) => m.direction === 'in' && m.thread === null && !m.isNewWriter);
  if (loose.length === 0) return [];
  const times = loose.map((m) => m.at);
  const from = new Date(times.reduce((a, b) => Math.min(a, b)) - together);
  const to = new Date(times.reduce((a, b) => Math.max(a, b)) + together);
  const rows = await sql<PlaceRow>`
    select c.channel_account_id as account, c.identity_id as key, ${columns}
    from (select distinct * from unnest(${loose.map((m) => m.accountId)}::bigint[],
      ${loose.map((m) => m.identityId)}::bigint[]) as u (account, identity)) t
    join conversation c on c.channel_account_id = t.account and c.identity_id = t.identity
      and c.last_message_at >= ${from} and c.first_message_at <= ${to}
    order by c.last_message_at`.execute(ctx.database);
  return rows.rows;
}
