import { type RawBuilder, sql } from 'kysely';
import { enterListUse, personAllows } from '../../customers/using.ts';
import { mayRead } from '../../organisation/mandates/reading.ts';
import { queuesFor } from '../../organisation/queues.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { contentFrom, type QuestionKind } from '../asking/question.ts';
import { askedRule, lasting } from './asked-hours.ts';
import { firstAnswer } from './wait-days.ts';

type AskedOf =
  | 'asked'
  | 'answered'
  | 'addressed'
  | 'withinHour'
  | 'norm'
  | 'first'
  | 'outside'
  | 'outsideWaited';

/** Which rows of a report: those that its counts were made of, chosen by the same rules. */
export type RowsOf =
  | { kind: 'asked'; of: AskedOf }
  | { kind: 'intent'; key: string }
  | { kind: 'topic'; key: string }
  | { kind: 'closing'; key: string }
  | { kind: 'closed' | 'ended' }
  | { kind: 'messages' }
  | { kind: 'answers'; employeeId?: string | undefined }
  | { kind: 'started' }
  /** What customers said after closing. */
  | { kind: 'rated'; of: QuestionKind };

export interface RowsAsked {
  readonly rows: RowsOf;
  readonly from: Date;
  readonly to: Date;
  readonly queueIds: readonly string[];
  readonly accountIds: readonly string[];
  /** What came later is not old enough to count. */
  readonly settled?: Date | undefined;
  /** Only one hour of the week, where Monday is 1. */
  readonly hour?: { readonly weekday: number; readonly hour: number } | undefined;
  readonly zone: string;
  /** From an earlier answer. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface BehindRow {
  readonly at: Date;
  readonly channel: string;
  readonly queue: string;
  /** Whether it counts towards the figure; of a duration always. */
  readonly counts: boolean;
  readonly clockSeconds: number | null;
  readonly hoursSeconds: number | null;
  /** Absent for whoever may not read this conversation. */
  readonly conversation: { publicId: string; personName: string | null; preview: string } | null;
}

interface Row extends Omit<BehindRow, 'conversation'> {
  key: string;
  publicId: string;
  personName: string | null;
  preview: string;
  visible: boolean;
}

/**
 * A page of rows, newest first; the next page begins behind the last row of this one, so nothing is skipped or told
 * twice while new ones come in. Whoever may not read a conversation gets its row without person and words.
 */
export async function listBehind(
  ctx: Context,
  asked: RowsAsked,
): Promise<{ rows: BehindRow[]; next: string | null }> {
  return transact(ctx, 'service', async (ctx) => {
    await enterListUse(ctx, 'rows.listed');
    const readable = (await queuesFor(ctx, 'inbox.read')).map((queue) => queue.id);
    const after = placeOf(asked.after);
    const found = await sql<Row>`
      select b.at, to_char(b.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '_' || b.id as key, a.channel, q.name as queue, b.counts, b.clock::float8 as "clockSeconds",
        b.hours::float8 as "hoursSeconds", c.public_id as "publicId", coalesce(i.name, i.handle) as "personName", c.preview,
        c.queue_id = any(${readable}::bigint[]) and ${personAllows(sql`c.person_id`, 'service')}
          and ${mayRead(ctx, { channel: sql`a.channel`, topics: sql`c.topics` })} as visible
      from (${pageOf({ ...asked, now: asDate(ctx.clock.now()) }, after)}) b
      join conversation c on c.id = b.conversation_id
      join channel_account a on a.id = c.channel_account_id
      join queue q on q.id = b.queue_id
      left join identity i on i.id = c.identity_id
      order by b.at desc, b.id desc limit ${asked.limit + 1}`.execute(ctx.database);
    const page = found.rows.slice(0, asked.limit);
    const last = found.rows.length > asked.limit ? page.at(-1) : undefined;
    return { rows: page.map(toRow), next: last?.key ?? null };
  });
}

function toRow({ key: _, publicId, personName, preview, visible, ...row }: Row): BehindRow {
  return { ...row, conversation: visible ? { publicId, personName, preview } : null };
}

/** A moment as exact as the database keeps it, and the number of the row. */
interface After {
  at: string;
  id: string;
}

function placeOf(after: string | undefined): After | undefined {
  const [, at = '', id = ''] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)_(\d{1,18})$/.exec(after ?? '') ?? [];
  return id && !Number.isNaN(Date.parse(at)) ? { at, id } : undefined;
}

interface Shape {
  /** The table with its joins; `c` is the conversation. */
  source: RawBuilder<unknown>;
  at: RawBuilder<unknown>;
  id: RawBuilder<unknown>;
  queue: RawBuilder<unknown>;
  member: RawBuilder<unknown>;
  counts: RawBuilder<unknown>;
  clock: RawBuilder<unknown>;
  hours: RawBuilder<unknown>;
}

/** One page of bare rows: narrowed, ordered and cut before anything else is looked up. */
function pageOf(asked: RowsAsked & { now: Date }, after: After | undefined): RawBuilder<unknown> {
  const { source, at, id, queue, member, counts, clock, hours } = shapeOf(asked.rows, asked.now);
  const { from, to, settled, hour, zone } = asked;
  const end = settled && settled < to ? settled : to;
  const local = sql`${at} at time zone ${zone}`;
  const within = hour
    ? sql`and extract(isodow from ${local}) = ${hour.weekday} and extract(hour from ${local}) = ${hour.hour}`
    : sql``;
  const behind = after ? sql`and (${at}, ${id}) < (${after.at}::timestamptz, ${after.id}::bigint)` : sql``;
  return sql`
    select ${at} as at, ${id} as id, c.id as conversation_id, ${queue} as queue_id,
      coalesce(${counts}, false) as counts, ${clock} as clock, ${hours} as hours
    from ${source}
    where ${at} >= ${from} and ${at} < ${end} and ${queue} = any(${asked.queueIds}::bigint[])
      and c.channel_account_id = any(${asked.accountIds}::bigint[]) and ${member} ${within} ${behind}
    order by ${at} desc, ${id} desc limit ${asked.limit + 1}`;
}

const kept = sql`w.closed_by is distinct from 'closure'`;
const waits: Omit<Shape, 'member' | 'counts'> = {
  source: sql`response_interval w join conversation c on c.id = w.conversation_id`,
  at: sql`w.opened_at`,
  id: sql`w.id`,
  queue: sql`w.queue_id`,
  clock: sql`w.clock_seconds`,
  hours: sql`w.hours_seconds`,
};
const ends: Omit<Shape, 'member' | 'counts'> = {
  source: sql`closure k join conversation c on c.id = k.conversation_id`,
  at: sql`k.closed_at`,
  id: sql`k.id`,
  queue: sql`c.queue_id`,
  clock: sql`k.clock_seconds`,
  hours: sql`k.hours_seconds`,
};
const nothing = {
  clock: sql`null::bigint`,
  hours: sql`null::bigint`,
  queue: sql`c.queue_id`,
  counts: sql`true`,
};
const begun = {
  ...nothing,
  source: sql`conversation c`,
  at: sql`c.first_message_at`,
  id: sql`c.id`,
};

function shapeOf(rows: RowsOf, now: Date): Shape {
  switch (rows.kind) {
    case 'asked':
      return { ...waits, ...askedShape(rows.of, now) };
    case 'intent':
      return {
        ...waits,
        source: sql`${waits.source} join message m on m.id = w.message_id and m.received_at = w.received_at`,
        member: sql`${kept} and m.intent = ${rows.key}`,
        counts: askedRule('answered'),
      };
    case 'closed':
      return { ...ends, member: sql`${lasting} and k.clock_seconds is not null`, counts: sql`true` };
    case 'ended':
      return { ...ends, member: lasting, counts: sql`true` };
    case 'closing':
      return { ...ends, member: sql`${lasting} and k.reason = ${rows.key}`, counts: sql`true` };
    case 'started':
      return { ...begun, member: sql`c.merged_into_id is null` };
    case 'topic':
      return { ...begun, member: sql`c.merged_into_id is null and c.topics @> array[${rows.key}::text]` };
    case 'messages':
      return {
        ...nothing,
        source: sql`message m join conversation_item t on t.message_id = m.id join conversation c on c.id = t.conversation_id`,
        at: sql`m.sent_at`,
        id: sql`m.id`,
        member: sql`m.direction = 'in'`,
      };
    case 'rated':
      return {
        ...nothing,
        source: sql`question r join conversation c on c.id = r.conversation_id`,
        at: sql`r.answered_at`,
        id: sql`r.id`,
        queue: sql`r.queue_id`,
        member: sql`r.kind = ${rows.of} and r.score is not null`,
        counts: sql`r.score >= ${contentFrom[rows.of]}`,
      };
    case 'answers':
      return {
        ...nothing,
        source: sql`conversation_item t join message m on m.id = t.message_id and m.received_at = t.received_at
          join conversation c on c.id = t.conversation_id`,
        at: sql`t.sent_at`,
        id: sql`t.message_id`,
        member: sql`t.kind in ('reply', 'post') and t.kind = 'reply' and not m.automatic
          ${rows.employeeId === undefined ? sql`` : sql`and m.employee_id = ${rows.employeeId}::bigint`}`,
      };
  }
}

function askedShape(of: AskedOf, now: Date): Pick<Shape, 'member' | 'counts'> {
  switch (of) {
    case 'asked':
      return { member: kept, counts: sql`true` };
    case 'answered':
      return { member: kept, counts: askedRule('answered') };
    case 'addressed':
      return { member: sql`${kept} and w.addressed`, counts: askedRule('answered') };
    case 'withinHour':
      return { member: sql`${kept} and ${askedRule('inHours')}`, counts: askedRule('withinHour') };
    case 'norm':
      return {
        member: sql`${kept} and (${askedRule('normKept')} or ${askedRule('normLate')} or (w.closed_at is null and w.due_at < ${now}))`,
        counts: askedRule('normKept'),
      };
    case 'first':
      return { member: firstAnswer, counts: sql`true` };
    case 'outside':
      return { member: sql`${kept} and not w.opened_in_hours`, counts: askedRule('outsideAnswered') };
    case 'outsideWaited':
      return {
        member: sql`${kept} and not w.opened_in_hours and not coalesce(${askedRule('outsideSoon')}, false)`,
        counts: askedRule('outsideAnswered'),
      };
  }
}
