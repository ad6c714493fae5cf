import { type RawBuilder, sql } from 'kysely';
import { enterListUse, personAllows } from '../customers/using.ts';
import { queuesFor } from '../organisation/queues.ts';
import { type Context, transact } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';

export const views = ['open', 'mine', 'unassigned', 'waiting', 'done'] as const;
export type View = (typeof views)[number];

export interface InboxRow {
  publicId: string;
  state: 'new' | 'open' | 'waiting' | 'done';
  personName: string | null;
  channel: string;
  audience: 'public' | 'private';
  lastMessageAt: Date;
  waitingSince: Date | null;
  urgency: number;
  sentiment: string | null;
  intent: string | null;
  language: string | null;
  preview: string;
  assigneePublicId: string | null;
  assigneeName: string | null;
  unread: boolean;
}

/** A number of conversations; `more` when it stands for "that many or more". */
export interface Count {
  n: number;
  more: boolean;
}

export interface InboxPage {
  view: View;
  rows: InboxRow[];
  counts: Readonly<Record<Exclude<View, 'done'>, Count>>;
  /** Pass as `after` for older rows; absent on the last page. */
  next?: string;
  /** Pass as `after` for newer rows; absent on the first page. */
  previous?: string;
}

const pageSize = 25;
/** Counting stops here: nobody works by the difference between a thousand and more. */
const countedUpTo = 1000;

/** One page of the inbox with its counts. Five statements at most, whatever the size of the organisation. */
export async function listInbox(
  ctx: Context,
  { view, after, limit = pageSize }: { view: View; after?: string | undefined; limit?: number },
): Promise<InboxPage> {
  return transact(ctx, 'service', async (ctx) => {
    const queues = (await queuesFor(ctx, 'inbox.read')).map((queue) => queue.id);
    await enterListUse(ctx, 'inbox.listed');
    const position = after ? readCursor(after) : null;
    const { rows, ...neighbours } = await turnTo(ctx, { view, queues, position, limit });
    return { view, rows: rows.map(toRow), counts: await countViews(ctx, queues), ...neighbours };
  });
}

/** Whether there is or was any conversation that the actor may see: an inbox that is empty, or only worked away. */
export async function hasConversations(ctx: Context): Promise<boolean> {
  return transact(ctx, 'service', async (ctx) => {
    const queues = (await queuesFor(ctx, 'inbox.read')).map((queue) => queue.id);
    const found = await sql<{ any: boolean }>`
      select exists (select from conversation where queue_id = any(${queues}::bigint[])) as any`.execute(
      ctx.database,
    );
    return found.rows[0]?.any ?? false;
  });
}

interface Row extends InboxRow {
  id: string;
  at: string;
}

/** A place between two rows, and which way to go from there. */
interface Position {
  at: string;
  id: string;
  newer: boolean;
}

interface Asked {
  view: View;
  queues: readonly string[];
  position: Position | null;
  limit: number;
}

async function turnTo(
  ctx: Context,
  asked: Asked,
): Promise<{ rows: Row[]; next?: string; previous?: string }> {
  const { position, limit } = asked;
  const found = await sql<Row>`${page(ctx, { ...asked, limit: limit + 1 })}`.execute(ctx.database);
  const more = found.rows.length > limit;
  // Back at the top: the whole first page, not the few rows that were left above.
  if (position?.newer && !more) return turnTo(ctx, { ...asked, position: null });
  const rows = found.rows.slice(0, limit);
  if (position?.newer) rows.reverse();
  const [first, last] = [rows.at(0), rows.at(-1)];
  return {
    rows,
    ...(last && (more || position?.newer) ? { next: cursorOf(last, false) } : {}),
    ...(first && position ? { previous: cursorOf(first, true) } : {}),
  };
}

/**
 * Per queue the first rows by its own index, then merged: the cost is the number of queues, not the number of
 * conversations. Written as one condition over all queues, the planner would sort everything that is open.
 */
function page(ctx: Context, asked: Asked): RawBuilder<unknown> {
  if (asked.view === 'done') return donePage(ctx, asked);
  const { view, queues, position, limit } = asked;
  const { beyond, order } = way(position);
  const from = position
    ? sql`and (o.last_message_at, o.conversation_id) ${beyond} (${position.at}::timestamptz, ${position.id}::bigint)`
    : sql``;
  return sql`
    select h.*, e.public_id as "assigneePublicId", e.name as "assigneeName",
      coalesce(r.seen_seq, 0) < h.inbound_seq as unread
    from unnest(${queues}::bigint[]) as q (id)
    cross join lateral (
      select o.conversation_id as id, o.public_id as "publicId", o.state, o.person_name as "personName", o.channel,
        o.audience, o.last_message_at as "lastMessageAt", o.last_message_at::text as at,
        o.waiting_since as "waitingSince", o.urgency, o.sentiment, o.intent, o.language, o.preview,
        o.assignee_id, o.inbound_seq
      from conversation_open o
      where o.queue_id = q.id and ${condition(ctx, view)} and ${personAllows(sql`o.person_id`, 'service')} ${from}
      order by o.last_message_at ${order}, o.conversation_id ${order} limit ${limit}) h
    left join employee e on e.id = h.assignee_id
    left join read_mark r on r.conversation_id = h.id and r.employee_id = ${me(ctx)}
    order by h."lastMessageAt" ${order}, h.id ${order} limit ${limit}`;
}

function way(position: Position | null): { beyond: RawBuilder<unknown>; order: RawBuilder<unknown> } {
  return position?.newer ? { beyond: sql`>`, order: sql`asc` } : { beyond: sql`<`, order: sql`desc` };
}

function donePage(ctx: Context, { queues, position, limit }: Asked): RawBuilder<unknown> {
  const { beyond, order } = way(position);
  const from = position
    ? sql`and (c.closed_at, c.id) ${beyond} (${position.at}::timestamptz, ${position.id}::bigint)`
    : sql``;
  return sql`
    select h.id, h.public_id as "publicId", 'done' as state, coalesce(i.name, i.handle) as "personName",
      a.channel, a.audience, h.last_message_at as "lastMessageAt", h.closed_at::text as at,
      null::timestamptz as "waitingSince", 0 as urgency, null as sentiment, null as intent, h.language, h.preview,
      e.public_id as "assigneePublicId", e.name as "assigneeName", coalesce(r.seen_seq, 0) < h.inbound_seq as unread
    from unnest(${queues}::bigint[]) as q (id)
    cross join lateral (
      select c.* from conversation c
      where c.queue_id = q.id and c.closed_at is not null and ${personAllows(sql`c.person_id`, 'service')} ${from}
      order by c.closed_at ${order}, c.id ${order} limit ${limit}) h
    join channel_account a on a.id = h.channel_account_id
    left join identity i on i.id = h.identity_id
    left join assignment s on s.conversation_id = h.id and s.ended_at is null
    left join employee e on e.id = s.employee_id
    left join read_mark r on r.conversation_id = h.id and r.employee_id = ${me(ctx)}
    order by h.closed_at ${order}, h.id ${order} limit ${limit}`;
}

function condition(ctx: Context, view: Exclude<View, 'done'>): RawBuilder<unknown> {
  if (view === 'open') return sql`o.state <> 'waiting'`;
  if (view === 'waiting') return sql`o.state = 'waiting'`;
  if (view === 'unassigned') return sql`o.state <> 'waiting' and o.assignee_id is null`;
  return sql`o.assignee_id = ${me(ctx)}`;
}

/** Programs have no own work and read no unread marks: 0 is nobody. */
function me(ctx: Context): string {
  return ctx.actor.kind === 'employee' ? ctx.actor.employeeId : '0';
}

async function countViews(ctx: Context, queues: readonly string[]): Promise<InboxPage['counts']> {
  const one = (view: Exclude<View, 'done'>) => sql`(select count(*) from (
    select from conversation_open o where o.queue_id = any(${queues}::bigint[]) and ${condition(ctx, view)}
      and ${personAllows(sql`o.person_id`, 'service')} limit ${countedUpTo}) as counted)::integer`;
  const found = await sql<Record<Exclude<View, 'done'>, number>>`
    select ${one('open')} as open, ${one('mine')} as mine, ${one('unassigned')} as unassigned,
      ${one('waiting')} as waiting`.execute(ctx.database);
  const counted = found.rows[0] ?? { open: 0, mine: 0, unassigned: 0, waiting: 0 };
  const count = (n: number): Count => ({ n, more: n >= countedUpTo });
  return {
    open: count(counted.open),
    mine: count(counted.mine),
    unassigned: count(counted.unassigned),
    waiting: count(counted.waiting),
  };
}

function toRow({ id: _, at: __, ...row }: Row): InboxRow {
  const { publicId, state, personName, channel, audience, lastMessageAt, waitingSince } = row;
  const { urgency, sentiment, intent, language, preview, unread } = row;
  const { assigneePublicId, assigneeName } = row;
  return {
    publicId,
    state,
    personName,
    channel,
    audience,
    lastMessageAt,
    waitingSince,
    urgency,
    sentiment,
    intent,
    language,
    preview,
    assigneePublicId,
    assigneeName,
    unread,
  };
}

/** The cursor is opaque outside: a row's time, with microseconds, its number, and which way to go from there. */
function cursorOf(row: Row, newer: boolean): string {
  return Buffer.from(JSON.stringify([row.at, row.id, ...(newer ? ['newer'] : [])])).toString('base64url');
}

function readCursor(cursor: string): Position {
  try {
    const [at, id, way] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (isTime(at) && typeof id === 'string' && /^\d{1,18}$/.test(id))
      return { at, id, newer: way === 'newer' };
  } catch {
    // Falls through: whatever it was, it is no cursor of ours.
  }
  throw new Refusal('invalid.cursor');
}

/** As PostgreSQL writes a time. It must also exist, or the database would refuse the query. */
function isTime(at: unknown): at is string {
  if (typeof at !== 'string' || !/^[1-9]\d{3}-[\d :.+-]{6,40}$/.test(at)) return false;
  return Boolean(Temporal.Instant.from(at));
}
