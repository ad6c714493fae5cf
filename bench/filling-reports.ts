import pg from 'pg';
import { openDataFolder } from '../src/platform/data-folder.ts';
import { joinDatabase } from '../src/platform/postgres/joining.ts';
import type { Place } from './place.ts';

const queues = 40;
/** Every queue gets its messages from so many accounts. */
const accounts = 3;
const colleagues = 300;

/**
 * Fills a place with what reports are made of, as counting ten million messages over so many days until yesterday would
 * leave it: forty queues, three accounts each, three hundred colleagues. Written by the owner in plain SQL. The spreads
 * are sixty-four made up ones that return.
 */
export async function fillReports(place: Place, days: number): Promise<void> {
  const joined = await joinDatabase(openDataFolder(place.folder).path);
  const client = new pg.Client({ connectionString: joined.cluster.ownerUrl });
  await client.connect();
  try {
    await fillReportsWith(client, days);
  } finally {
    await client.end();
    await joined.leave();
  }
}

/** The same with a connection of the owner. */
export async function fillReportsWith(client: pg.Client, days: number): Promise<void> {
  for (const statement of statements(days)) await client.query(statement);
}

function statements(days: number): string[] {
  const everyDay = `generate_series(current_date - ${days}, current_date - 1, '1 day') d (at)`;
  const places = `(select q.id as queue_id, a.id as account_id from queue q, channel_account a) p`;
  const spread = (seed: string) => `(select spread from spreads where k = 1 + abs(hashint8(${seed})) % 64)`;
  const epoch = 'extract(epoch from d.at)::bigint / 86400';
  return [
    `insert into queue (key, name, calendar_id) select 'q' || i, 'Queue ' || i, (select min(id) from calendar)
      from generate_series(2, ${queues}) i on conflict do nothing`,
    `insert into channel_account (public_id, channel, name, connector, audience, created_at)
      select 'ac_r' || i, (array['webform', 'x', 'mail'])[i], 'bench ' || i, 'file', 'public', now()
      from generate_series(1, ${accounts}) i`,
    `insert into employee (public_id, name, email, created_at)
      select 'em_r' || i, 'Collega ' || i, 'collega' || i || '@bench.example', now() from generate_series(1, ${colleagues}) i`,
    // Answers after a quarter of an hour to some days, mostly within the hours; about a hundred in each.
    `create temp table spreads as
      select k, string_agg(int4send((bucket << 21) | n), ''::bytea order by bucket) as spread from (
        select k, 1 + floor(ln(30 + exp(7 + k % 7 * 0.2 + sqrt(-2 * ln(random() + 1e-9)) * cos(6.28318 * random()) * 1.4))
          / ln(1.02))::int as bucket, count(*)::int as n
        from generate_series(1, 64) k, generate_series(1, 110) group by 1, 2) t group by k`,
    `insert into report_day select d.at::date, now() from ${everyDay} on conflict do nothing`,
    `insert into report_hour select d.at + make_interval(hours => h), p.queue_id, p.account_id, 7, 0, 6, 6, 6, 6, 4, 1, 1, 1,
        5, 2, 7, 6, 5, 5
      from ${everyDay} cross join ${places} cross join generate_series(6, 21) h`,
    `insert into report_count select (h.hour at time zone o.timezone)::date, queue_id, account_id, sum(asked), sum(excluded),
        sum(answered), sum(addressed), sum(addressed_answered), sum(in_hours), sum(within_hour), sum(outside),
        sum(outside_answered), sum(outside_soon), sum(norm_kept), sum(norm_late), sum(messages), sum(answers), sum(started),
        sum(closed) from report_hour h cross join organisation o group by 1, 2, 3`,
    `insert into report_wait select d.at::date, p.queue_id, p.account_id, kind,
        ${spread(`${epoch} + p.queue_id * 100 + p.account_id * 7 + ascii(right(kind, 3)) + length(kind)`)}
      from ${everyDay} cross join ${places}
      cross join unnest(array['first_hours', 'first_clock', 'resolved_hours', 'resolved_clock']) kind`,
    `insert into report_reason select d.at::date, p.queue_id, p.account_id, kind, kind || i, 1 + i
      from ${everyDay} cross join ${places} cross join unnest(array['closing', 'topic', 'intent']) kind
      cross join generate_series(1, 8) i`,
    `insert into report_colleague select d.at::date, e.id, 1 + e.id % ${queues}, p.id, 45,
        ${spread(`${epoch} + e.id * 31 + p.id`)}
      from ${everyDay} cross join employee e cross join (select min(id) as id from channel_account) p
      where e.public_id like 'em_r%' and (e.id + ${epoch}) % 7 < 5`,
    'analyze',
  ];
}
