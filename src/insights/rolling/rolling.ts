import { sql } from 'kysely';
import { changedDays } from '../../conversations/measuring/changed-days.ts';
import { firstHeardAt } from '../../listening/measures.ts';
import { getOrganisation } from '../../organisation/organisation.ts';
import { asInstant } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { countDays } from './history.ts';
import { type DayRange, keepDays } from './keeping.ts';
import { dayAt, momentsOf } from './reading.ts';
import { runsOf } from './runs.ts';
import { keepStates } from './states.ts';

/** As long as these a day may still change: an answer counts until 72 hours, reading until seven days. */
const unsettledDays = 8;
/** Once a night further back, for what was judged again afterwards. */
const nightlyDays = 35;

/**
 * Keeps what the modules counted per day, so that years are read as days. Days that were kept are counted again while
 * they can change, and when a message about them came in later. Harmless to do twice.
 */
export async function rollUp(ctx: Context): Promise<void> {
  const { timezone: zone } = await getOrganisation(ctx);
  const first = await transact(ctx, 'service', firstHeardAt);
  if (!first) return;
  const today = dayAt(ctx.clock.now(), zone);
  const range = { from: dayAt(asInstant(first), zone), to: today };
  const changed = await transact(ctx, 'service', (ctx) => noteChanged(ctx, zone));
  const due = await dueDays(ctx, range, changed);
  for (const run of runsOf(due)) {
    await transact(ctx, 'service', async (ctx) => {
      await sql`select from roll_watch for update`.execute(ctx.database);
      await keepDays(ctx, run, await countDays(ctx, momentsOf(run, zone)));
    });
  }
  await keepStates(ctx, zone);
}

/** The days of messages that came in since the last run but one, and that weeks already evaluated may be about. */
async function noteChanged(ctx: Context, zone: string): Promise<string[]> {
  const watch = await sql<{ formerId: string; seenId: string }>`
    select former_id::text as "formerId", seen_id::text as "seenId" from roll_watch for update`.execute(
    ctx.database,
  );
  const { formerId = '0', seenId = '0' } = watch.rows[0] ?? {};
  const { days, last } = await changedDays(ctx, { after: formerId, zone });
  const fresh = await changedDays(ctx, { after: seenId, zone });
  const oldest = fresh.days.toSorted()[0] ?? null;
  await sql`update roll_watch set former_id = seen_id, seen_id = ${last},
    changed_from = least(changed_from, ${oldest}::date)`.execute(ctx.database);
  return days;
}

async function dueDays(ctx: Context, { from, to }: DayRange, changed: readonly string[]): Promise<string[]> {
  const now = new Date(ctx.clock.now().epochMilliseconds);
  const found = await sql<{ day: string }>`
    select d::date::text as day from generate_series(${from}::date, ${to}::date - 1, '1 day') d
    left join rolled_day r on r.day = d::date
    where r.day is null or d::date = any(${changed}::date[]) or d::date >= ${to}::date - ${unsettledDays}::int
      or (d::date >= ${to}::date - ${nightlyDays}::int and r.rolled_at < ${now}::timestamptz - interval '20 hours')
    order by d`.execute(ctx.database);
  return found.rows.map(({ day }) => day);
}

/** The oldest day that changed since this was last asked; undefined when none did. */
export async function takeChanged(ctx: Context): Promise<string | undefined> {
  const found = await sql<{ day: string | null }>`
    with was as (select changed_from from roll_watch for update)
    update roll_watch set changed_from = null from was returning was.changed_from::text as day`.execute(
    ctx.database,
  );
  return found.rows[0]?.day ?? undefined;
}
