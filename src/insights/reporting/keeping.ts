import { sql } from 'kysely';
import type { Spread } from '../../conversations/measuring/spread.ts';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import type { DayRange } from '../rolling/keeping.ts';
import { momentsOf } from '../rolling/reading.ts';
import type { Counted } from './counting.ts';
import { pack, unpack } from './packing.ts';
import { forgetMonths, sumHours } from './summing.ts';

/** Puts what was counted of whole days in place of what was kept of them. Runs in a transaction. */
export async function keepCounted(
  ctx: Context,
  { range, zone }: { range: DayRange; zone: string },
  counted: Counted,
): Promise<void> {
  await forget(ctx, { range, zone });
  const { database } = ctx;
  const json = (rows: readonly unknown[]) => sql`${JSON.stringify(rows)}::jsonb`;
  await sql`insert into report_hour (hour, queue_id, account_id, asked, excluded, answered, addressed, addressed_answered,
      in_hours, within_hour, outside, outside_answered, outside_soon, norm_kept, norm_late, messages, answers, started, closed)
    select hour, "queueId", "accountId", asked, excluded, answered, addressed, "addressedAnswered", "inHours", "withinHour",
      outside, "outsideAnswered", "outsideSoon", "normKept", "normLate", messages, answers, started, closed
    from jsonb_to_recordset(${json(counted.hours)}) as t (hour timestamptz, "queueId" bigint, "accountId" bigint, asked int,
      excluded int, answered int, addressed int, "addressedAnswered" int, "inHours" int, "withinHour" int, outside int,
      "outsideAnswered" int, "outsideSoon" int, "normKept" int, "normLate" int, messages int, answers int, started int,
      closed int)`.execute(database);
  await sumHours(ctx, momentsOf(range, zone));
  await sql`insert into report_wait (day, queue_id, account_id, kind, spread)
    select day, "queueId", "accountId", kind, decode(spread, 'hex')
    from jsonb_to_recordset(${json(counted.waits.map(packed))})
      as t (day date, "queueId" bigint, "accountId" bigint, kind text, spread text)`.execute(database);
  await sql`insert into report_reason (day, queue_id, account_id, kind, key, n)
    select day, "queueId", "accountId", kind, key, n from jsonb_to_recordset(${json(counted.reasons)})
      as t (day date, "queueId" bigint, "accountId" bigint, kind text, key text, n int)`.execute(database);
  await sql`insert into report_colleague (day, employee_id, queue_id, account_id, answers, spread)
    select day, "employeeId", "queueId", "accountId", answers, decode(spread, 'hex')
    from jsonb_to_recordset(${json(counted.colleagues.map(packed))}) as t (day date, "employeeId" bigint,
      "queueId" bigint, "accountId" bigint, answers int, spread text)`.execute(database);
  await sql`insert into report_day (day, counted_at)
    select day, ${asDate(ctx.clock.now())} from generate_series(${range.from}::date, ${range.to}::date - 1, '1 day') day
    on conflict (day) do update set counted_at = excluded.counted_at`.execute(database);
}

function packed<Row extends Spread>({ buckets, numbers, ...row }: Row) {
  return { ...row, spread: pack({ buckets, numbers }).toString('hex') };
}

function unpacked<Row extends { spread: Buffer }>({ spread, ...row }: Row) {
  return { ...row, ...unpack(spread) };
}

async function forget(ctx: Context, { range, zone }: { range: DayRange; zone: string }): Promise<void> {
  const { from, to } = momentsOf(range, zone);
  await sql`delete from report_hour where hour >= ${from} and hour < ${to}`.execute(ctx.database);
  await forgetMonths(ctx, range);
  for (const table of ['report_count', 'report_wait', 'report_reason', 'report_colleague'] as const)
    await sql`delete from ${sql.table(table)} where day >= ${range.from}::date and day < ${range.to}::date`.execute(
      ctx.database,
    );
}

/** What is kept of whole days, in the shape in which it was counted. */
export async function keptCounted(
  ctx: Context,
  { range, zone }: { range: DayRange; zone: string },
): Promise<Counted> {
  const { from, to } = momentsOf(range, zone);
  const within = sql`day >= ${range.from}::date and day < ${range.to}::date`;
  const place = sql`queue_id::text as "queueId", account_id::text as "accountId"`;
  const read = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(ctx.database)).rows;
  return {
    hours: await read(sql<Counted['hours'][number]>`
      select hour, ${place}, asked, excluded, answered, addressed, addressed_answered as "addressedAnswered",
        in_hours as "inHours", within_hour as "withinHour", outside, outside_answered as "outsideAnswered",
        outside_soon as "outsideSoon", norm_kept as "normKept", norm_late as "normLate", messages, answers, started, closed
      from report_hour where hour >= ${from} and hour < ${to}`),
    waits: (
      await read(sql<Omit<Counted['waits'][number], keyof Spread> & { spread: Buffer }>`
        select day::text as day, ${place}, kind, spread from report_wait where ${within}`)
    ).map(unpacked),
    reasons: await read(sql<Counted['reasons'][number]>`
      select day::text as day, ${place}, kind, key, n from report_reason where ${within}`),
    colleagues: (
      await read(sql<Omit<Counted['colleagues'][number], keyof Spread> & { spread: Buffer }>`
        select day::text as day, employee_id::text as "employeeId", ${place}, answers, spread
        from report_colleague where ${within}`)
    ).map(unpacked),
  };
}
