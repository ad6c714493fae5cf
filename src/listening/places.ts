import { sql } from 'kysely';
import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import { countRows, keptPlace, rowsPlace } from '../platform/making-places.ts';
import type { Place } from '../platform/personal-place.ts';
import { connectingPlaces } from './connecting/places.ts';
import { talkingPlaces } from './talking/places.ts';

/** How many messages an export reads at once. */
const step = 1000;

/**
 * Messages: the words of the person go, and so do ours in their conversations and in answer to them, because those
 * speak of them. The row stays without words and without anybody, so that counts of the past stay right; of its key
 * a salted hash stays, so that the same message is not heard a second time.
 */
const messagePlace: Place = {
  name: 'message',
  columns: ['message.*', 'message_key.external_id'],
  mode: { kind: 'detach' },
  order: 70,
  file: 'messages',
  find: async (ctx, personId) => {
    const rows: unknown[] = [];
    for await (const row of streamMessages(ctx, personId)) rows.push(row);
    return rows;
  },
  stream: streamMessages,
  erase: async (ctx, personId) => blank(ctx, await collect(ctx, personId)),
  verify: (ctx, personId) => countRows(ctx, sql`message where person_id = ${personId}::bigint`),
};

/** True for messages `m` of ours that answer somebody else, who joined in. */
const answersAnother = (personId: string) => sql<boolean>`exists (
  select from message_key k join message o on o.id = k.message_id and o.received_at = k.received_at
  where k.channel_account_id = m.channel_account_id and k.external_id = m.parent_external_id
    and o.direction = 'in' and o.person_id <> ${personId}::bigint)`;

interface Key {
  id: string;
  receivedAt: Date;
  account: string;
  externalId: string;
}

/** Theirs, and ours in their conversations or in answer to them. */
async function collect(ctx: Context, personId: string): Promise<Key[]> {
  const found = await sql<Key>`
    with own as (select id, received_at, channel_account_id, external_id from message where person_id = ${personId}::bigint)
    select m.id, m.received_at as "receivedAt", m.channel_account_id as account, m.external_id as "externalId" from own m
    union
    select m.id, m.received_at, m.channel_account_id, m.external_id
    from conversation c
    join conversation_item i on i.conversation_id = c.id
    join message m on m.id = i.message_id and m.received_at = i.received_at
    where c.person_id = ${personId}::bigint and m.direction in ('out', 'note') and m.person_id is null
      and not ${answersAnother(personId)}
    union
    select m.id, m.received_at, m.channel_account_id, m.external_id
    from own
    join conversation_item place on place.message_id = own.id
    join conversation_item i on i.conversation_id = place.conversation_id
    join message m on m.id = i.message_id and m.received_at = i.received_at
    where m.direction in ('out', 'note') and m.person_id is null and m.parent_external_id = own.external_id
      and m.channel_account_id = own.channel_account_id`.execute(ctx.database);
  return found.rows;
}

async function blank(ctx: Context, keys: readonly Key[]): Promise<number> {
  if (keys.length === 0) return 0;
  const erased = sql`unnest(${keys.map(({ id }) => id)}::bigint[], ${keys.map((key) => key.receivedAt)}::timestamptz[],
    ${keys.map(({ account }) => account)}::bigint[], ${keys.map((key) => key.externalId)}::text[])
    as e (id, received_at, account, external_id)`;
  // What others said in answer keeps pointing at the same message, by its hash.
  await sql`
    update message m set parent_external_id = gone_key(e.external_id)
    from ${erased}
    join conversation_item place on place.message_id = e.id
    join conversation_item i on i.conversation_id = place.conversation_id
    where m.id = i.message_id and m.received_at = i.received_at and m.channel_account_id = e.account
      and m.parent_external_id = e.external_id`.execute(ctx.database);
  await sql`
    update message_key k set external_id = gone_key(e.external_id) from ${erased}
    where k.channel_account_id = e.account and k.external_id = e.external_id and k.external_id not like 'gone:%'`.execute(
    ctx.database,
  );
  const done = await sql`
    update message m set text = '', author = case when m.direction = 'in' then null else m.author end,
      person_id = null, identity_id = null, thread = null,
      parent_external_id = case when m.parent_external_id like 'gone:%' then m.parent_external_id end,
      external_id = case when m.external_id like 'gone:%' then m.external_id else gone_key(m.external_id) end,
      language = null, sentiment = null, sentiment_score = null, intent = null, urgency = null, understanding = null,
      removed_at = ${asDate(ctx.clock.now())}, removed_why = 'erasure'
    from ${erased} where m.id = e.id and m.received_at = e.received_at`.execute(ctx.database);
  return Number(done.numAffectedRows ?? 0);
}

/** What was said in the person's conversations, oldest first. Of others only what was said to them. */
async function* streamMessages(ctx: Context, personId: string): AsyncGenerator<unknown> {
  const keys = await keysOf(ctx, personId);
  for (let at = 0; at < keys.length; at += step) {
    const some = keys.slice(at, at + step);
    const found = await sql<{ row: unknown }>`
      select json_build_object(
        'id', m.public_id, 'sentAt', m.sent_at, 'receivedAt', m.received_at, 'channel', a.channel, 'account', a.name,
        'direction', m.direction, 'audience', m.audience,
        'by', case when m.person_id is not null and m.direction = 'in' then 'you'
          when m.automatic then 'machine' else coalesce(d.name, 'organisation') end,
        'text', m.text, 'externalId', m.external_id, 'thread', m.thread, 'inAnswerTo', m.parent_external_id,
        'language', m.language, 'sentiment', m.sentiment, 'intent', m.intent, 'urgency', m.urgency,
        'found', m.understanding, 'removed', m.removed_why) as row
      from unnest(${some.map(({ id }) => id)}::bigint[], ${some.map((key) => key.receivedAt)}::timestamptz[])
        with ordinality as e (id, received_at, place)
      join message m on m.id = e.id and m.received_at = e.received_at
      join channel_account a on a.id = m.channel_account_id
      left join department d on d.id = m.department_id
      order by e.place`.execute(ctx.database);
    for (const { row } of found.rows) yield row;
  }
}

/** Numbers only: they fit in memory however much somebody said. */
async function keysOf(ctx: Context, personId: string): Promise<{ id: string; receivedAt: Date }[]> {
  const found = await sql<{ id: string; receivedAt: Date }>`
    select id, received_at as "receivedAt" from (
      select m.id, m.received_at, m.sent_at from message m where m.person_id = ${personId}::bigint
      union
      select m.id, m.received_at, m.sent_at
      from conversation c
      join conversation_item i on i.conversation_id = c.id and i.kind <> 'in'
      join message m on m.id = i.message_id and m.received_at = i.received_at
      where c.person_id = ${personId}::bigint and m.person_id is null and m.direction in ('out', 'note')
        and not ${answersAnother(personId)}) t
    order by sent_at, id`.execute(ctx.database);
  return found.rows;
}

/** Files that colleagues brought: their name, and what was wrong with rows of it. Nobody can be found in them. */
const importPlace = keptPlace({
  name: 'import',
  columns: ['import.file_name', 'import.path', 'import_rejection.reason', 'file.uploads'],
  reason: 'names files of the organisation, and fixed reasons; the file itself goes when it was read',
  until: 'the file when it was read, at the latest after 30 days',
});

/** What somebody wrote before they changed it; of a message whose words go it goes with them, by the database. */
const versionPlace = rowsPlace({
  name: 'message versions',
  table: 'message_version',
  order: 69,
  shown: sql`json_build_object('message', m.public_id, 'text', message_version.text,
    'until', message_version.until_at)`,
  beside: sql`join message m on m.id = message_version.message_id and m.received_at = message_version.received_at`,
  by: sql`message_version.until_at`,
});

export const places: readonly Place[] = [
  versionPlace,
  messagePlace,
  importPlace,
  ...connectingPlaces,
  ...talkingPlaces,
];
