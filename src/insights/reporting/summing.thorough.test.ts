import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase, withAdmin } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { makeQueue } from '../../organisation/queueing/queue-keeping.ts';
import { recordAgreement } from '../../organisation/works-council.ts';
import { type Context, transact } from '../../platform/context.ts';
import { readReport } from './report.ts';
import { forgetMonths, sumMonths } from './summing.ts';

let polder: TestDatabase;
let people: People;

/** From 20 July to today, Tuesday 24 November 2026, over the end of summer time: two queues, two accounts. */
beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
  await makeQueue(people.ravi.context, 'Facturen');
  await recordAgreement(people.ravi.context, { agreedOn: '2026-07-20', reference: 'OR 2026-14' });
  await withAdmin(polder.ownerUrl, (owner) => owner.query(seed));
}, 60_000);
afterAll(() => polder?.close());

const days = `generate_series(timestamp '2026-07-20', '2026-11-24', '1 day') d (at)
  cross join (select q.id as queue_id, a.id as account_id from queue q, channel_account a) p`;
const number = (n: string, most: number) => `1 + abs(hashint8(extract(epoch from d.at)::bigint / 86400 * 31
  + p.queue_id * 7 + p.account_id + ${n})) % ${most}`;
const spread = (seed: string) =>
  `(select string_agg(int4send(((100 + i * 10) << 21) | (${number(`${seed} + i`, 9)})), ''::bytea order by i)
    from generate_series(1, 12) i)`;
const seed = `
  do $$ begin
    insert into channel_account (public_id, channel, name, connector, audience, created_at)
      values ('ac_1', 'x', '@waterkracht', 'file', 'public', '2026-07-01'), ('ac_2', 'mail', 'post', 'file', 'private', '2026-07-01');
    insert into report_day select distinct d.at::date, now() from ${days};
    insert into report_hour select (d.at + make_interval(hours => h)) at time zone 'Europe/Amsterdam', p.queue_id, p.account_id,
        ${number('h', 20)}, 0, 3, 4, 2, 5, 3, ${number('h * 3', 5)}, 1, 1, 2, 1, 9, 8, 7, 6
      from ${days} cross join unnest(array[0, 1, 6, 10, 14, 18, 23]) h;
    insert into report_count select (hour at time zone 'Europe/Amsterdam')::date, queue_id, account_id, sum(asked), sum(excluded),
        sum(answered), sum(addressed), sum(addressed_answered), sum(in_hours), sum(within_hour), sum(outside),
        sum(outside_answered), sum(outside_soon), sum(norm_kept), sum(norm_late), sum(messages), sum(answers), sum(started),
        sum(closed) from report_hour group by 1, 2, 3;
    insert into report_wait select d.at::date, p.queue_id, p.account_id, kind, ${spread('length(kind)')}
      from ${days} cross join unnest(array['first_hours', 'first_clock', 'resolved_hours', 'resolved_clock']) kind;
    insert into report_reason select d.at::date, p.queue_id, p.account_id, 'topic', 'topic' || i, ${number('i', 30)}
      from ${days} cross join generate_series(1, 15) i;
    insert into report_colleague select d.at::date, e.id, p.queue_id, p.account_id, ${number('e.id', 12)}, ${spread('e.id')}
      from ${days} cross join (select id from employee order by id limit 3) e;
  end $$`;

const periods = [
  { from: '2026-08-01', to: '2026-10-31' },
  { from: '2026-09-15', to: '2026-11-24' },
  { from: '2026-10-01', to: '2026-10-31', queue: 'facturen' },
  { from: '2026-09-03', to: '2026-09-29', channel: 'x' },
  { from: '2026-08-01', to: '2026-11-20', channel: 'mail' },
] as const;

const today = '2026-11-24';
const zone = 'Europe/Amsterdam';

/** All but when it was asked. */
function reports(ctx: Context) {
  return transact(ctx, 'measure', async (ctx) => {
    const all = [];
    for (const asked of periods) all.push(await readReport(ctx, asked));
    return all;
  });
}

/** What months give beside what their days give, after `spoil`; in a transaction that does not last. */
async function bothWays(spoil: (ctx: Context) => Promise<unknown>) {
  const undone = new Error('undone');
  let found: { months: unknown; days: unknown } | undefined;
  await transact(people.anneke.context, 'measure', async (ctx) => {
    await sumMonths(ctx, { zone, today });
    await spoil(ctx);
    const months = await reports(ctx);
    await sql`delete from report_month`.execute(ctx.database);
    found = { months, days: await reports(ctx) };
    throw undone;
  }).catch((error) => {
    if (error !== undone) throw error;
  });
  return found ?? { months: null, days: null };
}

const run = (statement: string) => (ctx: Context) => sql.raw(statement).execute(ctx.database);
const broken: Record<string, (ctx: Context) => Promise<unknown>> = {
  'loses one wait': run(`delete from report_month_wait where ctid = (select min(ctid) from report_month_wait
    where month = '2026-09-01' and kind = 'first_hours')`),
  'counts one hour too many': run(`update report_month_hour set asked = asked + 1 where hour_of_week = 34`),
  'forgets what came outside the hours': run('update report_month_hour set outside = 0'),
  'counts a reason twice': run(`update report_month_reason set n = 2 * n where key = 'topic3'`),
  'loses a colleague': run(
    'delete from report_month_colleague where employee_id = (select min(id) from employee)',
  ),
};

describe('months that were added up', () => {
  test('give the same report as their days, for any period, queue and channel', async () => {
    const { months, days } = await bothWays(async ({ database }) => {
      const made = await sql<{
        month: string;
      }>`select month::text as month from report_month order by 1`.execute(database);
      // July is not whole, November has not passed.
      expect(made.rows.map(({ month }) => month)).toEqual(['2026-08-01', '2026-09-01', '2026-10-01']);
    });
    expect(months).toEqual(days);
    expect(months).not.toBeNull();
  });

  test.each(Object.entries(broken))('the test sees a sum that %s', async (_, spoil) => {
    const { months, days } = await bothWays(spoil);
    expect(months).not.toEqual(days);
  });

  test('go when a day of theirs is counted anew, and come back', async () => {
    await sumMonths(polder.context, { zone, today });
    const known = async () =>
      (
        await sql<{ month: string }>`select month::text as month from report_month order by 1`.execute(
          polder.context.database,
        )
      ).rows.map(({ month }) => month);
    await transact(polder.context, 'measure', (ctx) =>
      forgetMonths(ctx, { from: '2026-09-30', to: '2026-10-01' }),
    );
    expect(await known()).toEqual(['2026-08-01', '2026-10-01']);
    const left = await sql`select from report_month_wait where month = '2026-09-01'`.execute(
      polder.context.database,
    );
    expect(left.rows).toEqual([]);
    await sumMonths(polder.context, { zone, today });
    expect(await known()).toEqual(['2026-08-01', '2026-09-01', '2026-10-01']);
  });
});
