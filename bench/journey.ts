import { sql } from 'kysely';
import { rowsBehind } from '../src/insights/evidence.ts';
import { rollUp } from '../src/insights/rolling/rolling.ts';
import {
  dip,
  includes,
  met,
  perYear,
  simulate,
  steady,
  until,
  untilWarned,
} from '../src/journey/fixtures/simulation.ts';
import { readJourney } from '../src/journey/journey.ts';
import { evaluateWeeks } from '../src/journey/weekly/evaluating-weeks.ts';
import { accountNamed } from '../src/listening/account.ts';
import { departmentNamed } from '../src/organisation/departments.ts';
import { hire } from '../src/organisation/employees.ts';
import { type Context, transact } from '../src/platform/context.ts';
import { median, type Report, round, say } from './figure.ts';
import { openPlace } from './place.ts';

/**
 * Where an organisation stands, with a number of messages over three years (the first argument; 1,000,000 without it):
 * one whole evaluation from kept days, the rows behind one figure, and every week of three years replayed. Then the
 * simulation of holding and falling back.
 */
export async function bench(report: Report, [size = '1000000']: readonly string[]): Promise<void> {
  simulation(report);
  const place = await openPlace();
  const ctx = place.polder.context;
  try {
    const messages = Number(size);
    say(`Writing ${messages} messages of three years …`);
    await fill(ctx, messages);
    const rolled = await timed(() => rollUp(ctx));
    report({ figure: 'rollUpSeconds', value: round(rolled, 2), unit: 's' });
    const evaluations = [];
    for (let i = 0; i < 5; i++) evaluations.push(await timed(() => readJourney(ctx, ctx.clock.now())));
    report({
      ...{ figure: 'evaluationSeconds', value: round(median(evaluations), 3), unit: 's', budget: 2 },
      against: `${messages} messages over three years`,
    });
    const asked = { asOf: new Date(ctx.clock.now().epochMilliseconds), days: 28 };
    const drills = [];
    for (let i = 0; i < 9; i++) drills.push((await timed(() => rowsBehind(ctx, 'RR', asked))) * 1000);
    report({ figure: 'drilldownMilliseconds', value: round(median(drills)), unit: 'ms', budget: 100 });
    let weeks = 0;
    const replay = await timed(async () => {
      weeks = await evaluateWeeks(ctx);
    });
    report({
      ...{ figure: 'replaySeconds', value: round(replay, 1), unit: 's', budget: 60 },
      against: `${weeks} evaluations, departments included`,
    });
  } finally {
    await place.remove();
  }
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return (performance.now() - start) / 1000;
}

function simulation(report: Report): void {
  const many = { runs: 400 };
  const worst = (values: readonly number[]) => Math.max(...values);
  const nearly = simulate(steady(met, 0.62), many);
  const holiday = simulate(dip(3), many);
  const drop = simulate({ start: met, rate: (week) => (week < 0 ? 0.7 : 0.45) }, many);
  const flips = worst(nearly.map(perYear((one) => one.states)));
  const naive = worst(nearly.map(perYear((one) => one.naive)));
  report({
    ...{ figure: 'flipsPerYear', value: round(flips, 3), unit: 'changes', against: 'the naive rule' },
    ratio: round(flips / naive, 4),
  });
  report({ figure: 'holidayFallbacks', value: worst(holiday.map(includes('not_met'))), unit: 'share' });
  report({ figure: 'dropWarnedWeeks', value: worst(drop.map(untilWarned)), unit: 'weeks' });
  report({ figure: 'dropConfirmedWeeks', value: worst(drop.map(until('not_met'))), unit: 'weeks' });
}

/** Three quarters ask, one quarter of them unanswered; the rest are answers by eight colleagues of two departments. */
async function fill(ctx: Context, messages: number): Promise<void> {
  const { id: accountId } = await accountNamed(ctx, {
    channel: 'x',
    name: '@waterkracht',
    connector: 'file',
  });
  const since = ctx.clock.now().subtract({ hours: 24 * 1095 });
  const then: Context = { ...ctx, clock: { now: () => since } };
  for (let i = 0; i < 8; i++) {
    const { id: departmentId } = await departmentNamed(ctx, i % 2 === 0 ? 'Klantenservice' : 'Facturatie');
    const of = { name: `Els ${i}`, email: `els${i}@waterkracht.example`, departmentId, userId: null };
    await hire(then, { ...of, roles: [{ role: 'colleague', departmentId: null }] });
  }
  const talks = Math.floor(messages / 1.75);
  for (let from = 0; from < talks; from += 100_000) {
    await transact(ctx, 'service', (ctx) =>
      write(ctx, { from, to: Math.min(talks, from + 100_000), talks, accountId }),
    );
    say(`${Math.min(talks, from + 100_000)} of ${talks} conversations`);
  }
  await transact(ctx, 'service', (ctx) => sql`select count(*) from message`.execute(ctx.database));
}

interface Piece {
  from: number;
  to: number;
  talks: number;
  accountId: string;
}

/** Straight into the tables, in the shape the acts leave behind: importing ten million would take the day. */
async function write(ctx: Context, { from, to, talks, accountId }: Piece): Promise<void> {
  const now = sql`${new Date(ctx.clock.now().epochMilliseconds)}::timestamptz`;
  const series = sql`generate_series(${from}::int, ${to}::int - 1) as i`;
  const asked = sql`${now} - make_interval(secs => ((${talks}::float8 - i) / ${talks}) * 1095 * 86400.0)`;
  const start = 10_000_000_000;
  await sql`
    insert into conversation (id, public_id, channel_account_id, queue_id, started_by, state, created_at, first_message_at,
      last_message_at, last_direction, seq, inbound_seq, turns, replies, preview)
    select ${start}::bigint + i, 'cv_bench' || i, ${accountId}, (select min(id) from queue), 'customer', 'done', ${now},
      ${asked}, ${asked} + interval '2 hours', 'out', 2, 1, case when i % 3 = 0 then 2 else 1 end,
      case when i % 4 = 3 then 0 else 1 end, 'Waarom is mijn rekening zo hoog?'
    from ${series}`.execute(ctx.database);
  await sql`
    insert into message (id, received_at, public_id, channel_account_id, external_id, direction, audience, sent_at, text,
      intent, urgency, answerable, addressed)
    select ${start}::bigint + i * 2, ${now}, 'ms_bench' || i, ${accountId}, 'q' || i, 'in', 'public', ${asked},
      'Waarom is mijn rekening zo hoog?', 'invoice_question', 0, true, true from ${series}`.execute(
    ctx.database,
  );
  await sql`
    insert into message (id, received_at, public_id, channel_account_id, external_id, direction, audience, sent_at, text,
      employee_id, department_id)
    select ${start}::bigint + i * 2 + 1, ${now}, 'mr_bench' || i, ${accountId}, 'a' || i, 'out', 'public',
      ${asked} + make_interval(mins => 10 + i % 200), 'Ik kijk het na.', e.id, e.department_id
    from ${series} join lateral (select id, department_id from employee order by id offset i % 8 limit 1) e on true
    where i % 4 <> 3`.execute(ctx.database);
  await sql`
    insert into conversation_item (conversation_id, seq, message_id, received_at, sent_at, kind)
    select ${start}::bigint + i, 1, ${start}::bigint + i * 2, ${now}, ${asked}, 'in' from ${series}
    union all
    select ${start}::bigint + i, 2, ${start}::bigint + i * 2 + 1, ${now}, ${asked} + make_interval(mins => 10 + i % 200),
      'reply' from ${series} where i % 4 <> 3`.execute(ctx.database);
  await sql`
    insert into response_interval (id, received_at, conversation_id, message_id, queue_id, clock, opened_at,
      open_time_known, opened_in_hours, calendar_version_id, addressed, read_at, closed_at, close_time_known, closed_by,
      reply_message_id, clock_seconds, hours_seconds)
    select ${start}::bigint + i, ${now}, ${start}::bigint + i, ${start}::bigint + i * 2, (select min(id) from queue),
      'first', ${asked}, true, i % 3 <> 0, (select min(id) from calendar_version), i % 5 <> 0, ${asked},
      case when i % 4 <> 3 then ${asked} + make_interval(mins => 10 + i % 200) end,
      case when i % 4 <> 3 then true end, case when i % 4 <> 3 then 'person' end,
      case when i % 4 <> 3 then ${start}::bigint + i * 2 + 1 end,
      case when i % 4 <> 3 then 60 * (10 + i % 200) end, case when i % 4 <> 3 then 60 * (10 + i % 90) end
    from ${series}`.execute(ctx.database);
}
