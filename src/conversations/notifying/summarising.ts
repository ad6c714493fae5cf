import { sql } from 'kysely';
import type { Context, Locale } from '../../platform/context.ts';
import type { Kind } from './kind.ts';
import { isQuiet, type Quiet, standardQuiet } from './wishes.ts';

/** The hour at which whoever wants one summary a day gets it, where the organisation lives. */
const dailyAt = 8;

/** What a colleague was told and did not read, and wants to get by mail. */
export interface Summary {
  employeeId: string;
  email: string;
  locale: Locale | null;
  counts: Partial<Record<Kind, number>>;
  /** The newest notification that is in it. */
  upTo: string;
}

/** The summaries for which it is time now: not while it is quiet for somebody, and of a day at its hour. One statement. */
export async function summariesNow(ctx: Context, timeZone: string): Promise<Summary[]> {
  const found = await sql<Summary & { quiet: Quiet | null }>`
    select e.id as "employeeId", e.email, e.locale, n.up_to::text as "upTo", n.counts,
      (select json_build_object('from', to_char(q.quiet_from, 'HH24:MI'), 'until', to_char(q.quiet_until, 'HH24:MI'),
        'days', q.quiet_days, 'digest', q.digest) from notification_quiet q where q.employee_id = e.id) as quiet
    from (select employee_id, max(up_to) as up_to, json_object_agg(kind, n) as counts from (
      select employee_id, kind, count(*)::integer as n, max(id) as up_to from notification where mail = 'waiting'
      group by employee_id, kind) k group by employee_id) n
    join employee e on e.id = n.employee_id and e.left_at is null order by e.id`.execute(ctx.database);
  const now = ctx.clock.now();
  const { hour } = now.toZonedDateTimeISO(timeZone);
  return found.rows.filter(({ quiet }) => {
    const wanted = quiet ?? standardQuiet;
    return !isQuiet(wanted, now, timeZone) && (wanted.digest === 'hourly' || hour === dailyAt);
  });
}

/** In the transaction of the mail. */
export async function markMailed(
  ctx: Context,
  { employeeId, upTo }: Pick<Summary, 'employeeId' | 'upTo'>,
): Promise<void> {
  await sql`update notification set mail = 'sent'
    where mail = 'waiting' and employee_id = ${employeeId} and id <= ${upTo}::bigint`.execute(ctx.database);
}
