import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import { rolledUp } from './heads/classes.ts';
import { getHead, type Head } from './heads/head.ts';
import { hasColumn } from './learning/labelling.ts';
import { holding } from './learning/verdicts.ts';

/** When the last message was said whose time is known; undefined while nothing was heard. */
export async function lastHeardAt(ctx: Context): Promise<Date | undefined> {
  const found = await sql<{ at: Date | null }>`
    select max(sent_at) as at from (
      select sent_at from message where time_known and direction <> 'note' order by sent_at desc limit 1) m`.execute(
    ctx.database,
  );
  return found.rows[0]?.at ?? undefined;
}

/** Said later than `after`, and not later than `until`. */
export interface Period {
  readonly after: Date;
  readonly until: Date;
}

export interface SaidCounts {
  /** Customers' messages in the period that were read at all. */
  readonly messages: number;
  /** By label: in how many messages it holds, or a class that falls under it; each message once. */
  readonly perClass: ReadonlyMap<string, number>;
}

/**
 * What customers' messages say by one head: of `relation` how many say, unasked, that we know their need, that they
 * trust us or that their life became better (evidence beside criterion 5.3). Runs in a transaction with a purpose.
 * @throws Refusal `not-found.head`
 */
export async function saidCounts(ctx: Context, headKey: string, period: Period): Promise<SaidCounts> {
  const head = await getHead(ctx, headKey);
  const totals = await sql<{ n: number }>`
    select count(*)::int as n from message m where m.intent is not null and ${within(period)}`.execute(
    ctx.database,
  );
  const found = await sql<{ labels: string[]; n: number }>`
    select labels, count(*)::int as n from (${answersIn(head, period)}) a group by labels`.execute(
    ctx.database,
  );
  return { messages: totals.rows[0]?.n ?? 0, perClass: rolledUp(head.classes, found.rows) };
}

/** Of every message what holds: its own column, else the surest voice. */
function answersIn({ key }: Head, period: Period): RawBuilder<unknown> {
  if (hasColumn(key)) {
    const column = key === 'answerable' ? sql`m.answerable::int::text` : sql`m.${sql.ref(key)}::text`;
    return sql`select array[${column}] as labels from message m where ${column} is not null and ${within(period)}`;
  }
  return sql`
    select s.labels from message m
    join lateral (
      select l.labels from label_now l where l.message_id = m.id and l.received_at = m.received_at and l.head = ${key}
        and (l.automatic or l.spoke)
      order by ${holding} limit 1) s on cardinality(s.labels) > 0
    where ${within(period)}`;
}

function within({ after, until }: Period): RawBuilder<boolean> {
  return sql`m.direction = 'in' and m.sent_at > ${after} and m.sent_at <= ${until}`;
}

/** Messages of customers on one day by one account, and how far each came on its way to a record. */
export interface HeardDay {
  readonly day: string;
  readonly accountId: string;
  readonly heard: number;
  readonly classified: number;
  /** Kept at a person. */
  readonly recorded: number;
  /** At a person of whom we know that they are a customer. */
  readonly known: number;
}

/** Counted by the day on which it was said. Runs in a transaction with a purpose. */
export async function measureHeard(
  ctx: Context,
  { from, to, zone }: { from: Date; to: Date; zone: string },
): Promise<HeardDay[]> {
  const found = await sql<HeardDay>`
    select (m.sent_at at time zone ${zone})::date::text as day, m.channel_account_id::text as "accountId",
      count(*)::int as heard, count(m.intent)::int as classified, count(m.person_id)::int as recorded,
      count(*) filter (where p.relation = 'customer')::int as known
    from message m left join person p on p.id = m.person_id
    where m.direction = 'in' and m.sent_at >= ${from} and m.sent_at < ${to} group by 1, 2`.execute(
    ctx.database,
  );
  return found.rows;
}

/** When the first message was said whose time is known; undefined while nothing was heard. */
export async function firstHeardAt(ctx: Context): Promise<Date | undefined> {
  const found = await sql<{ at: Date | null }>`
    select max(sent_at) as at from (
      select sent_at from message where time_known and direction <> 'note' order by sent_at limit 1) m`.execute(
    ctx.database,
  );
  return found.rows[0]?.at ?? undefined;
}

export interface SignalTimes {
  /** Seconds from the first message of a topic that rose to the first act of a person, ascending. */
  readonly sorted: number[];
}

/** How soon somebody acted on what rose: dismissed it, or answered one of its messages. Counted by when it was noticed. */
export async function measureSignals(ctx: Context, { after, until }: Period): Promise<SignalTimes> {
  const found = await sql<{ seconds: string }>`
    select extract(epoch from b.dismissed_at - b.from_at) as seconds from burst b
    where b.noticed_at > ${after} and b.noticed_at <= ${until} and b.dismissed_at <= ${until}
      and b.dismissed_by is not null and b.dismissed_at >= b.from_at order by 1`.execute(ctx.database);
  return { sorted: found.rows.map((row) => Number(row.seconds)) };
}
