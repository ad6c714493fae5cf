import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { lasting } from './asked-hours.ts';
import type { Days } from './interval-days.ts';

export const reasonKinds = ['intent', 'topic', 'closing'] as const;
export type ReasonKind = (typeof reasonKinds)[number];

/** Why people asked, and how it ended: how often on one day, in one queue, by one account. */
export interface ReasonDay {
  readonly day: string;
  readonly queueId: string;
  readonly accountId: string;
  readonly kind: ReasonKind;
  /** An intent, a topic, or the reason of closing. */
  readonly key: string;
  readonly n: number;
}

/**
 * Intents of the messages that ask an answer, topics of the conversations that began, reasons of the closings that
 * lasted; all as they are known now. Runs in a transaction with a purpose.
 */
export async function measureReasons(ctx: Context, { from, to, zone }: Days): Promise<ReasonDay[]> {
  const found = await sql<ReasonDay>`
    select (at at time zone ${zone})::date::text as day, queue::text as "queueId", account::text as "accountId", kind, key,
      count(*)::int as n
    from (
      select w.opened_at as at, w.queue_id as queue, c.channel_account_id as account, 'intent' as kind, m.intent::text as key
      from response_interval w join conversation c on c.id = w.conversation_id
      join message m on m.id = w.message_id and m.received_at = w.received_at
      where w.opened_at >= ${from} and w.opened_at < ${to} and w.closed_by is distinct from 'closure' and m.intent is not null
      union all
      select c.first_message_at, c.queue_id, c.channel_account_id, 'topic', t.topic
      from conversation c cross join lateral unnest(c.topics) as t (topic)
      where c.first_message_at >= ${from} and c.first_message_at < ${to} and c.merged_into_id is null
      union all
      select k.closed_at, c.queue_id, c.channel_account_id, 'closing', k.reason
      from closure k join conversation c on c.id = k.conversation_id
      where k.closed_at >= ${from} and k.closed_at < ${to} and ${lasting}) r
    group by 1, 2, 3, 4, 5`.execute(ctx.database);
  return found.rows;
}
