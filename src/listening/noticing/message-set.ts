import { type RawBuilder, sql } from 'kysely';
import { personAllows } from '../../customers/using.ts';
import type { Context } from '../../platform/context.ts';
import { withDescendants } from '../heads/classes.ts';
import { listHeads } from '../heads/head.ts';

/** Which messages of customers: all that is left out is not asked. */
export interface MessageSet {
  /** Public id of a channel account. */
  account?: string | undefined;
  /** Days, `2026-11-24`, in the zone of the organisation; the last one counts too. */
  from?: string | undefined;
  until?: string | undefined;
  language?: string | undefined;
  sentiment?: string | undefined;
  intent?: string | undefined;
  /** `head:class` of a head that gives several answers. */
  topic?: string | undefined;
  /** Of the person who wrote. */
  relation?: string | undefined;
  /** Public id of a signal. */
  signal?: string | undefined;
  /** Public id of a group that says nearly the same. */
  alike?: string | undefined;
}

/** More are not read: of a larger set the newest. */
export const mostRead = 10_000;
const longest = 4000;

export interface SetMessage {
  id: string;
  text: string;
  /** Stands for the person; a message without one is somebody of its own. */
  personKey: string;
}

export interface ReadSet {
  messages: SetMessage[];
  persons: number;
  /** There are more than were read. */
  isSample: boolean;
}

/** The newest messages of a set, at most `mostRead`; of persons who let themselves be listened to. One statement. */
export async function readSet(ctx: Context, set: MessageSet, zone: string): Promise<ReadSet> {
  const topic = await topicOf(ctx, set.topic);
  const found = await sql<SetMessage>`
    select m.public_id as id, left(m.text, ${longest}) as text, coalesce(m.person_id::text, m.public_id) as "personKey"
    from message m
    where m.direction = 'in' and not m.automatic and ${personAllows(sql`m.person_id`, 'listen')}
      and ${personAllows(sql`m.person_id`, 'service')} and ${sql.join(conditionsOf(set, { zone, topic }), sql` and `)}
    order by m.sent_at desc, m.id desc limit ${mostRead + 1}`.execute(ctx.database);
  const messages = found.rows.slice(0, mostRead);
  const persons = new Set(messages.map(({ personKey }) => personKey)).size;
  return { messages, persons, isSample: found.rows.length > mostRead };
}

interface Topic {
  head: string;
  classes: readonly string[];
}

/** A topic and all that falls under it. */
async function topicOf(ctx: Context, topic: string | undefined): Promise<Topic | null> {
  if (!topic) return null;
  const [key = '', label = ''] = topic.split(':');
  const head = (await listHeads(ctx)).find((one) => one.key === key);
  return { head: key, classes: head ? withDescendants(head.classes, label) : [label] };
}

function conditionsOf(
  set: MessageSet,
  { zone, topic }: { zone: string; topic: Topic | null },
): RawBuilder<unknown>[] {
  const { account, from, until, language, sentiment, intent, relation, signal, alike } = set;
  const when = (given: string | undefined | null, condition: RawBuilder<unknown>) =>
    given ? [condition] : [];
  return [
    sql`true`,
    ...when(
      account,
      sql`m.channel_account_id = (select id from channel_account where public_id = ${account})`,
    ),
    ...when(from, sql`m.sent_at >= (${from}::timestamp at time zone ${zone})`),
    ...when(until, sql`m.sent_at < ((${until}::timestamp + interval '1 day') at time zone ${zone})`),
    ...when(language, sql`m.language = ${language}`),
    ...when(sentiment, sql`m.sentiment = ${sentiment}`),
    ...when(intent, sql`m.intent = ${intent}`),
    ...when(relation, sql`m.person_id in (select id from person where relation = ${relation})`),
    ...when(
      signal,
      sql`m.id in (select message_id from burst_message where burst_id = (select id from burst where public_id = ${signal}))`,
    ),
    ...when(
      alike,
      sql`m.id in (select message_id from alike where group_id = (select id from alike_group where public_id = ${alike}))`,
    ),
    ...when(
      topic?.head,
      sql`exists (select from label_now l where l.message_id = m.id and l.received_at = m.received_at
        and l.head = ${topic?.head} and l.labels && ${topic?.classes ?? []}::text[] and l.automatic)`,
    ),
  ];
}
