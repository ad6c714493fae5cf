import { sql } from 'kysely';
import { touchedDays } from '../../conversations/measuring/touched-days.ts';
import { firstHeardAt } from '../../listening/measures.ts';
import { getOrganisation } from '../../organisation/organisation.ts';
import { asDate, asInstant } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { type Position, settledEnd } from '../../platform/following.ts';
import type { DayRange } from '../rolling/keeping.ts';
import { dayAfter, dayAt, momentsOf } from '../rolling/reading.ts';
import { runsOf } from '../rolling/runs.ts';
import { countReports } from './counting.ts';
import { keepCounted } from './keeping.ts';
import { sumMonths } from './summing.ts';

/** Once a night so far back, for what changes without anything happening to a conversation: a class that is read anew. */
const nightlyDays = 35;

/** The parts of the work, so that a test can hand in broken ones. */
export interface Work {
  readonly touched: typeof touchedDays;
  readonly count: typeof countReports;
  readonly keep: typeof keepCounted;
}

const works: Work = { touched: touchedDays, count: countReports, keep: keepCounted };

/**
 * Counts the days anew that were never counted, and those that something happened to since the last run. Harmless to
 * do twice. What a report shows is what was counted here last.
 */
export async function keepReports(ctx: Context, work: Work = works): Promise<void> {
  const { timezone: zone } = await getOrganisation(ctx);
  const first = await transact(ctx, 'measure', firstHeardAt);
  if (!first) return;
  const today = dayAt(ctx.clock.now(), zone);
  const range = { from: dayAt(asInstant(first), zone), to: dayAfter(today) };
  const due = await transact(ctx, 'measure', async (ctx) => {
    await sql`insert into report_watch default values on conflict do nothing`.execute(ctx.database);
    await sql`select from report_watch for update`.execute(ctx.database);
    return dueDays(ctx, range, await takeTouched(ctx, zone, work));
  });
  for (const run of runsOf(due)) {
    await transact(ctx, 'measure', async (ctx) => {
      await sql`select from report_watch for update`.execute(ctx.database);
      await work.keep(ctx, { range: run, zone }, await work.count(ctx, momentsOf(run, zone)));
    });
  }
  await sumMonths(ctx, { zone, today });
  await sql`update report_watch set counted_at = ${asDate(ctx.clock.now())}`.execute(ctx.database);
}

/** Forgets all that was counted: the next run counts everything anew. */
export async function forgetReports(ctx: Context): Promise<void> {
  await transact(ctx, 'measure', async ({ database }) => {
    for (const table of [
      'report_month',
      'report_hour',
      'report_count',
      'report_wait',
      'report_reason',
      'report_colleague',
      'report_day',
    ] as const)
      await sql`delete from ${sql.table(table)}`.execute(database);
    await sql`update report_watch set counted_at = null`.execute(database);
  });
}

/** When reports were last brought up to date; null: never. */
export async function countedAt(ctx: Context): Promise<Date | null> {
  const found = await sql<{ at: Date | null }>`select counted_at as at from report_watch`.execute(
    ctx.database,
  );
  return found.rows[0]?.at ?? null;
}

/** Days that events since the last run but one are about. Each event is looked at in two runs. */
async function takeTouched(ctx: Context, zone: string, work: Work): Promise<string[]> {
  const watch = await sql<Position & { former_xid: string; former_seq: string }>`
    select xid::text as xid, seq, former_xid::text as former_xid, former_seq from report_watch`.execute(
    ctx.database,
  );
  const [row] = watch.rows;
  if (!row) return [];
  const until = await settledEnd(ctx);
  const after = { xid: row.former_xid, seq: row.former_seq };
  // A fresh installation counts all days anyway; then there is no need to ask the whole log.
  const days = after.xid === '0' ? [] : await work.touched(ctx, { after, until, zone });
  const former = row.xid === '0' ? until : row;
  await sql`update report_watch set former_xid = ${former.xid}::xid8, former_seq = ${former.seq}, xid = ${until.xid}::xid8,
    seq = ${until.seq}`.execute(ctx.database);
  return days;
}

async function dueDays(ctx: Context, { from, to }: DayRange, touched: readonly string[]): Promise<string[]> {
  const now = asDate(ctx.clock.now());
  const found = await sql<{ day: string }>`
    select d::date::text as day from generate_series(${from}::date, ${to}::date - 1, '1 day') d
    left join report_day r on r.day = d::date
    where r.day is null or d::date = any(${touched}::date[]) or d::date >= ${to}::date - 2
      or (d::date >= ${to}::date - ${nightlyDays}::int and r.counted_at < ${now}::timestamptz - interval '20 hours')
    order by d`.execute(ctx.database);
  return found.rows.map(({ day }) => day);
}
