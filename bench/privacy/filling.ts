import pg from 'pg';
import { openDataFolder } from '../../src/platform/data-folder.ts';
import { joinDatabase } from '../../src/platform/postgres/joining.ts';
import { say } from '../figure.ts';
import type { Place } from '../place.ts';

export interface Size {
  messages: number;
  /** Each decides about five purposes. */
  persons: number;
  /** Messages of the one who said most. */
  ofOne: number;
}

/** The public id of the one who said most. */
export const mostPublicId = 'pe_b1';
const perConversation = 4;
const step = 200_000;

/**
 * Fills a place with persons who wrote, ordered and decided, by the owner in plain SQL: three messages of a customer
 * and an answer of ours in each conversation, one in a hundred of which is open. Of the persons 80 % said yes to
 * offers, 2 % are restricted, 5 % object to being listened to. Person 1 has `ofOne` messages.
 */
export async function fillPersons(place: Place, size: Size): Promise<void> {
  const joined = await joinDatabase(openDataFolder(place.folder).path);
  const client = new pg.Client({ connectionString: joined.cluster.ownerUrl });
  await client.connect();
  try {
    await client.query("select make_partitions((current_date - interval '3 months')::date, 5)");
    await client.query(base);
    await client.query(persons, [size.persons]);
    say(`${size.persons} persons`);
    await fillDecisions(client, size);
    say(`${size.persons * topics.length} decisions`);
    const conversations = Math.floor(size.messages / perConversation);
    const mine = Math.ceil(size.ofOne / perConversation);
    for (let from = 0; from < conversations; from += step / perConversation) {
      const to = Math.min(conversations, from + step / perConversation);
      await fillConversations(client, { from, to, mine, persons: size.persons });
      say(`${to * perConversation} of ${size.messages} messages`);
    }
    await client.query(uses, [size.persons]);
    await client.query('vacuum (analyze)');
  } finally {
    await client.end();
    await joined.leave();
  }
}

const base = `
  insert into queue (key, name, calendar_id)
  select 'q' || i, 'Queue ' || i, (select min(id) from calendar) from generate_series(2, 8) i on conflict do nothing;
  insert into channel_account (public_id, channel, name, connector, audience, created_at)
  values ('ac_bench', 'bench', 'bench', 'file', 'public', now()) on conflict do nothing`;

const persons = `
  with made as (
    insert into person (id, public_id, name, relation, created_at) overriding system value
    select i, 'pe_b' || i, 'Klant ' || i, 'customer', now() - interval '200 days' from generate_series(1, $1::bigint) i
    returning id, name),
  known as (
    insert into identity (person_id, network, external_id, handle, name, proof, created_at)
    select id, 'bench', 'klant-' || id, 'klant' || id, name, 'verified', now() from made),
  ordered as (
    insert into customer_order (public_id, source, external_id, person_id, number, state, ordered_at, total_minor,
      currency, refreshed_at)
    select 'or_b' || id, 'bench', 'O-' || id, id, 'O-' || id, 'delivered',
      now() - make_interval(days => (id % 300)::int), 1000 + id % 9000, 'EUR', now() from made)
  select setval(pg_get_serial_sequence('person', 'id'), $1::bigint)`;

/** What every person decides about, who say otherwise than the others, and where each ends in the lattice. */
const topics = [
  { purpose: 'offers', every: 5, act: 'decline', state: 2, others: 'give', otherState: 5 },
  { purpose: 'measure', every: 3, act: 'give', state: 5, others: 'decline', otherState: 2 },
  { purpose: 'improve', every: 4, act: 'give', state: 5, others: 'decline', otherState: 2 },
  { purpose: 'listen', every: 20, act: 'object', state: 1, others: 'lift', otherState: 5 },
  { purpose: 'service', every: 50, act: 'restrict', state: 0, others: 'lift', otherState: 5 },
] as const;

async function fillDecisions(client: pg.Client, size: Size): Promise<void> {
  for (const { purpose, every, act, state, others, otherState } of topics) {
    await client.query(
      `with told as (
        insert into decision (person_id, purpose, act, contract_version, strength, evidence, at)
        select i, $2, case when i % $3 = 0 then $4 else $5 end, 1, 3, 'bench', now() - interval '100 days'
        from generate_series(1, $1::bigint) i returning id, person_id, purpose, act, at)
      insert into permission (person_id, purpose, state, decision_id, changed_at, given)
      select person_id, purpose, case when act = $4 then $6::smallint else $7::smallint end, id, at, act = 'give'
      from told where act <> 'lift'`,
      [size.persons, purpose, every, act, others, state, otherState],
    );
  }
}

interface Step {
  from: number;
  to: number;
  /** The first so many conversations are those of person 1. */
  mine: number;
  persons: number;
}

/** Times are whole milliseconds, as the clock of Polder gives them. Numbers of conversations and messages follow from one another, so that nothing has to be looked up. */
async function fillConversations(client: pg.Client, { from, to, mine, persons }: Step): Promise<void> {
  const values = [from, to, mine, persons];
  await client.query('begin');
  await client.query(`create temp table part on commit drop as ${part}`, values);
  for (const statement of [conversations, messages, keys, items, intervals, heads])
    await client.query(statement);
  await client.query('commit');
}

const part = `
  select i + 1 as id, p as person_id, q.id as queue_id, i % 100 = 0 as open, a.id as account_id,
    date_trunc('milliseconds', now() - make_interval(secs => 60 + 6000000 * ((i * 7919) % 1000003) / 1000003.0)) as at, n.id as identity_id
  from generate_series($1::bigint, $2::bigint - 1) i
  cross join lateral (select case when i < $3::bigint then 1 else 2 + (i * 31) % ($4::bigint - 1) end as p) t
  join (select id, row_number() over (order by id) - 1 as place, count(*) over () as n from queue) q
    on q.place = i % q.n
  join channel_account a on a.name = 'bench'
  join identity n on n.person_id = p and n.network = 'bench'`;

const conversations = `
  insert into conversation (id, public_id, channel_account_id, identity_id, person_id, queue_id, thread, started_by,
    state, created_at, first_message_at, last_message_at, last_direction, seq, inbound_seq, turns, replies,
    first_reply_at, preview, language, closed_at)
  select id, 'cv_b' || id, account_id, identity_id, person_id, queue_id, 't' || id, 'customer',
    case when open then 'open' else 'done' end, at, at, at + interval '3 minutes', 'in', 4, 4, 1, 1,
    at + interval '2 minutes', 'Mijn pakket ' || id || ' is nog steeds niet binnen, wanneer komt het eigenlijk?', 'nl',
    case when open then null else at + interval '1 hour' end
  from part`;

const each = 'part c cross join generate_series(1, 4) k';
const number = '(c.id - 1) * 4 + k';
const sent = 'c.at + make_interval(mins => k - 1)';

const messages = `
  insert into message (id, received_at, public_id, channel_account_id, external_id, direction, audience, person_id,
    identity_id, author, automatic, parent_external_id, thread, sent_at, text, language, sentiment, sentiment_score,
    intent, urgency, answerable, addressed, understanding)
  select ${number}, ${sent}, 'me_b' || ${number}, c.account_id, 'b' || ${number},
    case when k = 3 then 'out' else 'in' end, 'public', case when k = 3 then null else c.person_id end,
    case when k = 3 then null else c.identity_id end, case when k = 3 then 'Els' end, false,
    case when k > 1 then 'b' || ${number} - 1 end, 't' || c.id, ${sent},
    'Mijn pakket ' || ${number} || ' is nog steeds niet binnen. Ik heb het vorige week besteld en ik kan het nergens '
      || 'volgen; wanneer komt het eigenlijk, en wie kan mij daar iets over zeggen?',
    'nl', 'negative', -0.4, 'question', 1, true, true,
    '{"keywords": ["pakket", "besteld"], "references": [], "because": [{"head": "intent", "words": ["wanneer"]}]}'
  from ${each}`;

const keys = `
  insert into message_key (channel_account_id, external_id, message_id, received_at, sent_at)
  select c.account_id, 'b' || ${number}, ${number}, ${sent}, ${sent} from ${each}`;

const items = `
  insert into conversation_item (conversation_id, seq, message_id, received_at, sent_at, kind)
  select c.id, k, ${number}, ${sent}, ${sent}, case when k = 3 then 'reply' else 'in' end from ${each}`;

const intervals = `
  insert into response_interval (received_at, conversation_id, message_id, queue_id, clock, opened_at, open_time_known,
    opened_in_hours, calendar_version_id, closed_at, close_time_known, closed_by, clock_seconds)
  select c.at, c.id, (c.id - 1) * 4 + 1, c.queue_id, 'first', c.at, true, true,
    (select min(id) from calendar_version), c.at + interval '2 minutes', true, 'person', 120 from part c`;

const heads = `
  insert into conversation_open (conversation_id, public_id, queue_id, state, person_id, person_name, channel,
    audience, last_message_at, waiting_since, inbound_seq, urgency, sentiment, intent, language, preview)
  select c.id, 'cv_b' || c.id, c.queue_id, case when c.id % 3 = 0 then 'waiting' else 'open' end, c.person_id,
    'Klant ' || c.person_id, 'bench', 'public', c.at + interval '3 minutes', c.at, 4, 1, 'negative', 'question', 'nl',
    'Mijn pakket ' || c.id || ' is nog steeds niet binnen, wanneer komt het eigenlijk?'
  from part c where c.open`;

/**
 * What the data-quality gate looks at: an address and a record for nineteen in twenty, two in a hundred who may be
 * double, an order in fifty that is nobody's. Apart, because the other figures are older than the gate.
 */
export async function fillContacts(place: Place, size: Size): Promise<void> {
  const joined = await joinDatabase(openDataFolder(place.folder).path);
  const client = new pg.Client({ connectionString: joined.cluster.ownerUrl });
  await client.connect();
  try {
    for (const statement of [addresses, records, doubles, nobodys])
      await client.query(statement, [size.persons]);
    await client.query('vacuum (analyze)');
  } finally {
    await client.end();
    await joined.leave();
  }
}

const addresses = `
  insert into identity (person_id, network, external_id, address, name, proof, created_at)
  select i, 'mail', 'klant' || i || '@klant.example', 'klant' || i || '@klant.example', 'Klant ' || i, 'claimed', now()
  from generate_series(1, $1::bigint) i where i % 20 > 0`;

const records = `
  insert into customer_record (person_id, source, external_id, name, mail, customer_since, refreshed_at, changed_at)
  select i, 'bench', 'K-' || i, 'Klant ' || i, 'klant' || i || '@klant.example', current_date - (i % 3000)::int, now(), now()
  from generate_series(1, $1::bigint) i where i % 20 > 0`;

const doubles = `
  insert into merge_suggestion (public_id, person_id, other_id, reasons, score, found_at)
  select 'ms_b' || i, i, i + 1, '{same_mail}', 94, now() from generate_series(1, $1::bigint - 1) i where i % 100 = 1`;

const nobodys = `
  update customer_order set person_id = null, customer_key = 'K-onbekend-' || id
  where source = 'bench' and id % 50 = 0 and $1::bigint > 0`;

/** Three uses of each, and a thousand of the one who said most. */
const uses = `
  insert into data_use (person_id, at, activity, purpose, basis, effect, contract_version, actor_kind, categories, day)
  select p, now() - make_interval(hours => n), 'customer.opened', 'service', 'contract', 'read', 1, 'system',
    '{identity}', (now() - make_interval(hours => n))::date
  from (select p, n from generate_series(1, $1::bigint) p, generate_series(1, 3) n
    union all select 1, n from generate_series(4, 1000) n) t`;
