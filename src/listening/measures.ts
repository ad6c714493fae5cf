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
        and l.automatic
      order by ${holding} limit 1) s on cardinality(s.labels) > 0
    where ${within(period)}`;
}

function within({ after, until }: Period): RawBuilder<boolean> {
  return sql`m.direction = 'in' and m.sent_at > ${after} and m.sent_at <= ${until}`;
}
