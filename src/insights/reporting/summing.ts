import { sql } from 'kysely';
import { hourCounts } from '../../conversations/measuring/asked-hours.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { DayRange } from '../rolling/keeping.ts';
import { pack, poured, spreadFrom } from './packing.ts';
import { monthAfter } from './spans.ts';

/** The name of a count as a column. */
export const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The hours of these days, added up per day. Runs in the transaction that keeps them. */
export async function sumHours(
  ctx: Context,
  { from, to, zone }: { from: Date; to: Date; zone: string },
): Promise<void> {
  const columns = hourCounts.map((name) => sql.ref(snake(name)));
  await sql`insert into report_count (day, queue_id, account_id, ${sql.join(columns)})
    select (hour at time zone ${zone})::date, queue_id, account_id, ${sql.join(columns.map((column) => sql`sum(${column})`))}
    from report_hour where hour >= ${from} and hour < ${to} group by 1, 2, 3`.execute(ctx.database);
}

/** Months in which one of these days lies are no longer added up; their days are read until they are. */
export async function forgetMonths(ctx: Context, { from, to }: DayRange): Promise<void> {
  await sql`delete from report_month
    where month >= date_trunc('month', ${from}::date)::date and month < ${to}::date`.execute(ctx.database);
}

/** Adds up the months that have passed and of which every day was counted. Harmless to do twice. */
export async function sumMonths(
  ctx: Context,
  { zone, today }: { zone: string; today: string },
): Promise<void> {
  const found = await sql<{ month: string }>`
    select month::text as month from (
      select date_trunc('month', day)::date as month, count(*) as days from report_day
      where day < date_trunc('month', ${today}::date) group by 1) d
    where days = extract(day from month + interval '1 month' - interval '1 day')
      and not exists (select from report_month m where m.month = d.month) order by month`.execute(
    ctx.database,
  );
  for (const { month } of found.rows) {
    await transact(ctx, 'measure', async (ctx) => {
      await sql`select from report_watch for update`.execute(ctx.database);
      await sumMonth(ctx, month, zone);
    });
  }
}

async function sumMonth(ctx: Context, month: string, zone: string): Promise<void> {
  const { database } = ctx;
  const made =
    await sql`insert into report_month values (${month}::date) on conflict do nothing returning month`.execute(
      database,
    );
  if (made.rows.length === 0) return;
  const until = monthAfter(month);
  const within = sql`day >= ${month}::date and day < ${until}::date`;
  const moments = sql`hour >= (${month}::timestamp at time zone ${zone}) and hour < (${until}::timestamp at time zone ${zone})`;
  await sql`insert into report_month_reason (month, queue_id, account_id, kind, key, n)
    select ${month}::date, queue_id, account_id, kind, key, sum(n) from report_reason where ${within}
    group by queue_id, account_id, kind, key`.execute(database);
  await sql`insert into report_month_hour (month, queue_id, account_id, hour_of_week, asked, answered, outside,
      outside_answered, outside_soon)
    select ${month}::date, queue_id, account_id, (extract(isodow from at) - 1) * 24 + extract(hour from at), sum(asked),
      sum(answered), sum(outside), sum(outside_answered), sum(outside_soon)
    from (select h.*, hour at time zone ${zone} as at from report_hour h where ${moments} and asked > 0) h
    group by queue_id, account_id, 4`.execute(database);
  await sumWaits(ctx, month, within);
  await sumColleagues(ctx, month, within);
}

async function sumWaits(ctx: Context, month: string, within: ReturnType<typeof sql>): Promise<void> {
  const { rows } = await sql<{ queueId: string; accountId: string; kind: string; spread: Buffer }>`
    select queue_id as "queueId", account_id as "accountId", kind, spread from report_wait where ${within}`.execute(
    ctx.database,
  );
  const sums = poured(rows, ({ queueId, accountId, kind }) => `${queueId} ${accountId} ${kind}`);
  const kept = sums.map(({ counts, ...row }) => ({ ...row, spread: packed(counts) }));
  await sql`insert into report_month_wait (month, queue_id, account_id, kind, spread)
    select ${month}::date, "queueId", "accountId", kind, decode(spread, 'hex')
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb)
      as t ("queueId" bigint, "accountId" bigint, kind text, spread text)`.execute(ctx.database);
}

async function sumColleagues(ctx: Context, month: string, within: ReturnType<typeof sql>): Promise<void> {
  const { rows } = await sql<{
    employeeId: string;
    queueId: string;
    accountId: string;
    answers: number;
    spread: Buffer;
  }>`select employee_id as "employeeId", queue_id as "queueId", account_id as "accountId", answers, spread
    from report_colleague where ${within}`.execute(ctx.database);
  const keyOf = ({ employeeId, queueId, accountId }: (typeof rows)[number]) =>
    `${employeeId} ${queueId} ${accountId}`;
  const answers = new Map<string, number>();
  for (const row of rows) answers.set(keyOf(row), (answers.get(keyOf(row)) ?? 0) + row.answers);
  const kept = poured(rows, keyOf).map(({ counts, ...row }) => ({
    ...row,
    answers: answers.get(keyOf({ ...row, spread: Buffer.alloc(0) })),
    spread: packed(counts),
  }));
  await sql`insert into report_month_colleague (month, employee_id, queue_id, account_id, answers, spread)
    select ${month}::date, "employeeId", "queueId", "accountId", answers, decode(spread, 'hex')
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb)
      as t ("employeeId" bigint, "queueId" bigint, "accountId" bigint, answers int, spread text)`.execute(
    ctx.database,
  );
}

function packed(counts: Uint32Array): string {
  return pack(spreadFrom(counts)).toString('hex');
}
