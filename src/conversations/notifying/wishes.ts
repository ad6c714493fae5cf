import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { employeeOf } from '../closing.ts';
import { type Kind, kinds, standardWays, type Ways } from './kind.ts';

export const digests = ['hourly', 'daily'] as const;
export type Digest = (typeof digests)[number];

/** When nothing rings: times as `21:00`, days of the week from 1 (Monday). */
export interface Quiet {
  from: string;
  until: string;
  days: readonly number[];
  digest: Digest;
}

export interface Wishes {
  ways: Readonly<Record<Kind, Ways>>;
  quiet: Quiet;
}

export const standardQuiet: Quiet = { from: '20:00', until: '07:30', days: [6, 7], digest: 'daily' };

/** What a colleague wants to be told, and how. Two statements. */
export async function wishesOf(ctx: Context): Promise<Wishes> {
  const me = meOf(ctx);
  const ways = await sql<Ways & { kind: Kind }>`
    select kind, app, push, mail from notification_wish where employee_id = ${me}`.execute(ctx.database);
  const quiet = await sql<Quiet>`
    select to_char(quiet_from, 'HH24:MI') as from, to_char(quiet_until, 'HH24:MI') as until, quiet_days as days, digest
    from notification_quiet where employee_id = ${me}`.execute(ctx.database);
  const own = new Map(ways.rows.map(({ kind, ...one }) => [kind, one]));
  return {
    ways: Object.fromEntries(
      kinds.map((kind) => [kind, own.get(kind) ?? standardWays[kind]]),
    ) as Wishes['ways'],
    quiet: quiet.rows[0] ?? standardQuiet,
  };
}

/** @throws Refusal `invalid.quiet-time` */
export async function saveWishes(ctx: Context, { ways, quiet }: Wishes): Promise<void> {
  const me = meOf(ctx);
  if (![quiet.from, quiet.until].every((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time)))
    throw new Refusal('invalid.quiet-time');
  const at = asDate(ctx.clock.now());
  await transact(ctx, null, async (ctx) => {
    await sql`
      insert into notification_wish (employee_id, kind, app, push, mail, changed_at)
      select ${me}, t.kind, t.app, t.push, t.mail, ${at} from unnest(${kinds}::text[],
        ${kinds.map((kind) => ways[kind].app)}::boolean[], ${kinds.map((kind) => ways[kind].push)}::boolean[],
        ${kinds.map((kind) => ways[kind].mail)}::boolean[]) as t (kind, app, push, mail)
      on conflict (employee_id, kind) do update set app = excluded.app, push = excluded.push, mail = excluded.mail,
        changed_at = excluded.changed_at`.execute(ctx.database);
    await sql`
      insert into notification_quiet (employee_id, quiet_from, quiet_until, quiet_days, digest, changed_at)
      values (${me}, ${quiet.from}::time, ${quiet.until}::time, ${[...quiet.days]}::smallint[], ${quiet.digest}, ${at})
      on conflict (employee_id) do update set quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
        quiet_days = excluded.quiet_days, digest = excluded.digest, changed_at = excluded.changed_at`.execute(
      ctx.database,
    );
  });
}

/** Whether it is quiet for somebody at a moment, where the organisation lives. From and until the same: never by time. */
export function isQuiet(quiet: Quiet, now: Temporal.Instant, timeZone: string): boolean {
  const here = now.toZonedDateTimeISO(timeZone);
  if (quiet.days.includes(here.dayOfWeek)) return true;
  const time = here.toPlainTime().toString().slice(0, 5);
  if (quiet.from === quiet.until) return false;
  return quiet.from < quiet.until
    ? time >= quiet.from && time < quiet.until
    : time >= quiet.from || time < quiet.until;
}

function meOf(ctx: Context): string {
  const me = employeeOf(ctx);
  if (me === null) throw new Refusal('forbidden.action', { action: 'notifications' });
  return me;
}
