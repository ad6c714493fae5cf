import { sql } from 'kysely';
import { standingsOf } from '../../customers/keeping/standings.ts';
import { type HeadClass, withAncestors } from '../../listening/heads/classes.ts';
import { listHeads } from '../../listening/heads/head.ts';
import { holding } from '../../listening/learning/verdicts.ts';
import type { Context } from '../../platform/context.ts';
import type { Facts } from './rule.ts';

/** A conversation with what is known of it. */
export interface Known extends Facts {
  id: string;
  queueId: string;
  /** Topics as they were said, without the classes above them. */
  own: readonly string[];
}

interface Row {
  id: string;
  queueId: string;
  personId: string | null;
  channel: string;
  account: string;
  audience: 'public' | 'private';
  language: string | null;
  /** How far the writer reaches: as the channel said with the message (`facts.followers`), else as it stands with them. */
  followers: number | null;
  intent: string | null;
  sentiment: string | null;
  urgency: number | null;
  topics: string[] | null;
}

/** What decides about each conversation, by its number. Runs in a transaction for service. Three statements. */
export async function loadFacts(ctx: Context, ids: readonly string[]): Promise<Known[]> {
  if (ids.length === 0) return [];
  const found = await sql<Row>`
    select c.id, c.queue_id as "queueId", c.person_id as "personId", a.channel, a.public_id as account, a.audience,
      c.language, coalesce(case when jsonb_typeof(o.facts -> 'followers') = 'number'
        then least((o.facts ->> 'followers')::numeric, 2000000000)::integer end, i.followers) as followers, m.intent, m.sentiment, m.urgency, t.labels as topics
    from conversation c
    join channel_account a on a.id = c.channel_account_id
    left join identity i on i.id = c.identity_id
    left join lateral (
      select n.message_id, n.received_at from conversation_item n
      where n.conversation_id = c.id and n.kind = 'in' order by n.sent_at desc, n.seq desc limit 1) last on true
    left join message m on m.id = last.message_id and m.received_at = last.received_at
    left join message_source o on o.message_id = last.message_id
    left join lateral (
      select l.labels from label_now l
      where l.message_id = last.message_id and l.received_at = last.received_at and l.head = 'topic'
      order by ${holding} limit 1) t on true
    where c.id = any(${ids}::bigint[]) order by c.id`.execute(ctx.database);
  const persons = found.rows.flatMap(({ personId }) => personId ?? []);
  const standings = await standingsOf(ctx, persons, 'service');
  const classes = await topicClasses(ctx);
  return found.rows.map(({ personId, topics, urgency, ...row }) => {
    const standing = personId === null ? undefined : standings.get(personId);
    const own = topics ?? [];
    return {
      ...row,
      own,
      urgency: urgency ?? 0,
      topics: [...new Set(own.flatMap((topic) => withAncestors(classes, topic)))],
      relations: standing ? [standing.relation] : [],
      attributes: standing?.attributes ?? {},
    };
  });
}

async function topicClasses(ctx: Context): Promise<readonly HeadClass[]> {
  return (await listHeads(ctx)).find(({ key }) => key === 'topic')?.classes ?? [];
}
