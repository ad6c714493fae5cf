import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

/** How a person and we spoke in the 365 days before now: what the relationship index is made of. */
export interface Contacts {
  twoWay: number;
  daysSince: number | null;
  ours: number;
  answered: number;
  sentiment: { now: number | null; before: number | null };
}

/**
 * Answered: they wrote again after we did, in the same conversation. Sentiment: the mean of what they wrote in 90 days,
 * and in the 275 days before. Two statements.
 */
export async function contactsOf(ctx: Context, personIds: readonly string[]): Promise<Contacts> {
  const now = new Date(ctx.clock.now().epochMilliseconds);
  const talks = await sql<Omit<Contacts, 'sentiment'>>`
    select count(*) filter (where both_sides)::integer as "twoWay",
      floor(extract(epoch from ${now}::timestamptz - max(last_message_at) filter (where both_sides)) / 86400)::integer
        as "daysSince",
      count(*) filter (where replies > 0)::integer as ours,
      count(*) filter (where replies > 0 and (turns >= 2 or started_by <> 'customer' and inbound_seq > 0))::integer as answered
    from (select *, replies > 0 and inbound_seq > 0 as both_sides from conversation
      where person_id = any(${personIds}::bigint[]) and last_message_at >= ${now}::timestamptz - interval '365 days') c
  `.execute(ctx.database);
  const moods = await sql<Contacts['sentiment']>`
    select avg(sentiment_score) filter (where sent_at >= ${now}::timestamptz - interval '90 days')::float8 as now,
      avg(sentiment_score) filter (where sent_at < ${now}::timestamptz - interval '90 days')::float8 as before
    from message where person_id = any(${personIds}::bigint[]) and direction = 'in'
      and sent_at >= ${now}::timestamptz - interval '365 days'`.execute(ctx.database);
  const none = { twoWay: 0, daysSince: null, ours: 0, answered: 0 };
  return { ...(talks.rows[0] ?? none), sentiment: moods.rows[0] ?? { now: null, before: null } };
}
