import pg from 'pg';
import { openDataFolder } from '../src/platform/data-folder.ts';
import { joinDatabase } from '../src/platform/postgres/joining.ts';
import { say } from './figure.ts';
import type { Place } from './place.ts';

/** Of these Els reads eight: those of her department. */
const queueCount = 40;
const ownQueues = 8;
const colleagues = 300;
const openShare = 0.005;
const step = 500_000;

/**
 * Fills a place with `total` conversations over forty queues with three hundred colleagues, of which one in two hundred is
 * open (but never fewer than a thousand): the shape of a large organisation. Eight queues are of `Webcare`. Written by the owner in plain SQL, since millions of rows
 * through the front door would take a night; each has one message and a head row when open.
 */
export async function fill(place: Place, total: number): Promise<void> {
  const joined = await joinDatabase(openDataFolder(place.folder).path);
  const client = new pg.Client({ connectionString: joined.cluster.ownerUrl });
  await client.connect();
  try {
    await fillWith(client, total);
  } finally {
    await client.end();
    await joined.leave();
  }
}

/** The same with a connection of the owner. */
export async function fillWith(client: pg.Client, total: number): Promise<void> {
  await client.query(`insert into department (key, name, created_at)
      values ('webcare', 'Webcare', now()), ('others', 'Others', now()) on conflict do nothing`);
  await client.query(`insert into queue (key, name, calendar_id)
      select 'q' || i, 'Queue ' || i, (select min(id) from calendar) from generate_series(2, ${queueCount}) i
      on conflict do nothing`);
  await client.query(`update queue q set department_id = d.id from (select id, row_number() over (order by id) as n from queue) r
      join department d on d.key = case when r.n <= ${ownQueues} then 'webcare' else 'others' end where r.id = q.id`);
  await client.query(`insert into employee (public_id, name, email, department_id, created_at)
      select 'em_b' || i, 'Collega ' || i, 'collega' || i || '@bench.example',
        (select id from department where key = case when i % 5 = 0 then 'webcare' else 'others' end), now()
      from generate_series(1, ${colleagues}) i on conflict do nothing`);
  await client.query(`insert into channel_account (public_id, channel, name, connector, audience, created_at)
      values ('ac_bench', 'bench', 'bench', 'file', 'public', now()) on conflict do nothing`);
  const every = Math.max(1, Math.floor(1 / Math.max(openShare, Math.min(1, 1000 / total))));
  for (let from = 0; from < total; from += step) {
    await fillStep(client, { from, to: Math.min(total, from + step), every });
    say(`${Math.min(total, from + step)} of ${total} conversations`);
  }
  await client.query('vacuum (analyze) conversation');
  await client.query('vacuum (analyze) conversation_open');
  await client.query('analyze');
}

interface Step {
  from: number;
  to: number;
  /** One conversation in this many is open. */
  every: number;
}

async function fillStep(client: pg.Client, { from, to, every }: Step): Promise<void> {
  await client.query(
    `with queues as (select array_agg(id order by id) as ids from queue)
    insert into conversation (public_id, channel_account_id, queue_id, started_by, state, created_at, first_message_at,
      last_message_at, last_direction, seq, inbound_seq, turns, replies, preview, language, closed_at)
    select 'cv_b' || i, (select id from channel_account where name = 'bench'),
      (select ids[1 + (i / $3 + i) % ${queueCount}] from queues), 'customer', case when i % $3 = 0 then 'open' else 'done' end,
      at, at, at, 'in', 1, 1, 0, 0,
      'Mijn pakket ' || i || ' is nog steeds niet binnen, wanneer komt het eigenlijk? Ik wacht al een week.', 'nl',
      case when i % $3 = 0 then null else at end
    from generate_series($1::bigint, $2::bigint - 1) i
    cross join lateral (select now() - make_interval(secs => i * 6) as at) t`,
    [from, to, every],
  );
  await client.query(
    `insert into conversation_open (conversation_id, public_id, queue_id, state, person_name, channel, audience,
      last_message_at, waiting_since, inbound_seq, urgency, sentiment, intent, language, preview, assignee_id, snoozed_until,
      due_at, due_kind, norm)
    select id, public_id, queue_id, case when n % 3 = 0 then 'waiting' else 'open' end, 'Klant ' || id, 'bench',
      'public', last_message_at, last_message_at, 1, 1, 'negative', 'question', 'nl', preview,
      case when n % 2 = 0 then (select e.id from employee e where e.public_id = 'em_b' || (1 + n / 2 % ${colleagues})) end,
      case when n % 13 = 0 then now() + interval '1 day' end,
      case when n % 5 = 0 then now() + make_interval(mins => (n % 600)::integer - 60) end,
      case when n % 5 = 0 then 'first' end, case when n % 5 = 0 then 'Gewoon' end
    from (select *, row_number() over (order by id) as n from conversation
      where closed_at is null and public_id not in (select public_id from conversation_open)) c on conflict do nothing`,
  );
}
