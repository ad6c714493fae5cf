import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { countDays, type History, joined } from './history.ts';
import { type DayRange, keptDays } from './keeping.ts';

/** Where days begin. */
export function startOfDay(day: string, zone: string): Temporal.Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant();
}

export function dayAfter(day: string, days = 1): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The day a moment lies in; a midnight belongs to the day that begins. */
export function dayAt(moment: Temporal.Instant, zone: string): string {
  return moment.toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** Runs of days of `range` that were not kept yet. */
async function gaps(ctx: Context, range: DayRange): Promise<DayRange[]> {
  const found = await sql<{ day: string }>`
    select d::date::text as day from generate_series(${range.from}::date, ${range.to}::date - 1, '1 day') d
    where not exists (select from rolled_day r where r.day = d::date) order by d`.execute(ctx.database);
  const runs: { from: string; to: string }[] = [];
  for (const { day } of found.rows) {
    const last = runs.at(-1);
    if (last && last.to === day) last.to = dayAfter(day);
    else runs.push({ from: day, to: dayAfter(day) });
  }
  return runs;
}

/**
 * All days from `from` up to a moment: kept days as they were kept, the others, and the day that still runs, from live
 * rows. Runs in a transaction with a purpose.
 */
export async function readHistory(
  ctx: Context,
  { from, until, zone }: { from: string; until: Temporal.Instant; zone: string },
): Promise<History> {
  const today = dayAt(until, zone);
  const range = { from, to: today };
  const missing = await gaps(ctx, range);
  const pieces = [await keptDays(ctx, range)];
  for (const gap of missing) pieces.push(await countDays(ctx, momentsOf(gap, zone)));
  const began = startOfDay(today, zone);
  if (Temporal.Instant.compare(began, until) < 0) {
    pieces.push(await countDays(ctx, { from: asDate(began), to: asDate(until), zone }));
  }
  return joined(pieces);
}

export function momentsOf({ from, to }: DayRange, zone: string) {
  return { from: asDate(startOfDay(from, zone)), to: asDate(startOfDay(to, zone)), zone };
}
