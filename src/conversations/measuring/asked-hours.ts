import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Days } from './interval-days.ts';

const replied = sql`coalesce(w.closed_by in ('person', 'automatic'), false)`;
const untimed = sql`(not w.open_time_known or coalesce(not w.close_time_known, false))`;
const timed = sql`coalesce(w.close_time_known, true)`;
const soon = sql`${replied} and (${untimed} or w.closed_at - w.opened_at <= interval '72 hours')`;
const outside = sql`not w.opened_in_hours`;

/** What a message that asks an answer counts for, by the hour in which it came. */
const asked = {
  /** Asks an answer; what a colleague closed as "no answer needed" stands apart. */
  asked: sql`true`,
  /** Answered within 72 hours on the clock. */
  answered: soon,
  addressed: sql`w.addressed`,
  addressedAnswered: sql`w.addressed and ${soon}`,
  /** Came in opening hours, and of those answered within one opening hour. */
  inHours: sql`w.opened_in_hours and ${timed}`,
  withinHour: sql`w.opened_in_hours and ${timed} and ${replied} and w.hours_seconds <= 3600`,
  /** Came outside opening hours; answered within 72 hours, and within one hour on the clock. */
  outside,
  outsideAnswered: sql`${outside} and ${soon}`,
  outsideSoon: sql`${outside} and ${replied} and not ${untimed} and w.clock_seconds <= 3600`,
  /** Answered in the time that the norm of then promised, or later. */
  normKept: sql`${replied} and w.closed_at <= w.due_at`,
  normLate: sql`${replied} and w.closed_at > w.due_at`,
} as const;

const other = ['excluded', 'messages', 'answers', 'started', 'closed'] as const;

export type HourCount = keyof typeof asked | (typeof other)[number];
export const askedCounts = Object.keys(asked) as readonly (keyof typeof asked)[];
export const hourCounts: readonly HourCount[] = [...askedCounts, ...other];
export type HourCounts = Readonly<Record<HourCount, number>>;

/** Figures within one hour, one queue and one of our accounts. */
export interface AskedHour extends HourCounts {
  /** When the hour begins. */
  readonly hour: Date;
  readonly queueId: string;
  readonly accountId: string;
}

/** The condition of one count on `response_interval w`; the rows behind a figure are chosen by the same. */
export function askedRule(count: keyof typeof asked): RawBuilder<boolean> {
  return sql<boolean>`(${asked[count]})`;
}

/** Of the closings `k`: those that were not taken back within a week; a later coming back is another case. */
export const lasting = sql<boolean>`(k.reopened_at is null or k.reopened_at - k.closed_at > interval '7 days')`;

/**
 * Counts per hour of what was asked, said, begun and ended between two moments. Runs in a transaction with a purpose.
 * Four statements.
 */
export async function measureHours(ctx: Context, days: Days): Promise<AskedHour[]> {
  const found = new Map<string, AskedHour>();
  const none = Object.fromEntries(hourCounts.map((name) => [name, 0])) as HourCounts;
  for (const source of sources(days)) {
    const { rows } = await sql<Partial<HourCounts> & Pick<AskedHour, 'hour' | 'queueId' | 'accountId'>>`
      ${source} group by 1, 2, 3`.execute(ctx.database);
    for (const row of rows) {
      const key = `${row.hour.getTime()} ${row.queueId} ${row.accountId}`;
      found.set(key, { ...none, ...found.get(key), ...row });
    }
  }
  return [...found.values()].filter((row) => hourCounts.some((name) => row[name] > 0));
}

function sources({ from, to, zone }: Days): RawBuilder<unknown>[] {
  const place = (at: RawBuilder<unknown>) => sql`date_trunc('hour', ${at}, ${zone}) as hour,
    c.queue_id::text as "queueId", c.channel_account_id::text as "accountId"`;
  const counts = askedCounts.map(
    (name) =>
      sql`count(*) filter (where w.closed_by is distinct from 'closure' and ${asked[name]})::int as ${sql.ref(name)}`,
  );
  return [
    sql`select date_trunc('hour', w.opened_at, ${zone}) as hour, w.queue_id::text as "queueId",
        c.channel_account_id::text as "accountId", ${sql.join(counts)},
        count(*) filter (where w.closed_by = 'closure')::int as excluded
      from response_interval w join conversation c on c.id = w.conversation_id
      where w.opened_at >= ${from} and w.opened_at < ${to}`,
    sql`select ${place(sql`m.sent_at`)}, count(*)::int as messages
      from message m join conversation_item t on t.message_id = m.id join conversation c on c.id = t.conversation_id
      where m.direction = 'in' and m.sent_at >= ${from} and m.sent_at < ${to}`,
    sql`select ${place(sql`t.sent_at`)}, count(*) filter (where t.kind = 'reply' and not m.automatic)::int as answers
      from conversation_item t join message m on m.id = t.message_id and m.received_at = t.received_at
      join conversation c on c.id = t.conversation_id
      where t.kind in ('reply', 'post') and t.sent_at >= ${from} and t.sent_at < ${to}`,
    sql`select ${place(sql`b.at`)}, (count(*) filter (where b.began))::int as started,
        (count(*) filter (where not b.began))::int as closed
      from (select id, first_message_at as at, true as began from conversation
          where first_message_at >= ${from} and first_message_at < ${to} and merged_into_id is null
        union all select k.conversation_id, k.closed_at, false from closure k
          where k.closed_at >= ${from} and k.closed_at < ${to} and ${lasting}) b
      join conversation c on c.id = b.id`,
  ];
}
