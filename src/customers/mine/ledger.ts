import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Activity } from '../../privacy/activity.ts';

export interface OwnUse {
  id: string;
  at: Date;
  activity: Activity;
  purpose: string;
  basis: string;
  department: string | null;
  actorKind: string;
  count: number;
  recipient: string | null;
  version: number;
  /** Why, of a look without a conversation. */
  reason: string | null;
  /** What the person decided that it rests on, and when; null where the contract's own start held. */
  decidedAt: Date | null;
}

/** A month, `2026-11`, in the organisation's time. */
export interface Month {
  month: string;
  uses: number;
}

const most = 500;

/** In which months something was done with one's data, newest first. */
export async function monthsOf(ctx: Context, members: readonly string[], timeZone: string): Promise<Month[]> {
  const found = await sql<Month>`
    select to_char(at at time zone ${timeZone}, 'YYYY-MM') as month, count(*)::int as uses
    from data_use where person_id = any(${members}::bigint[]) group by 1 order by 1 desc limit 120`.execute(
    ctx.database,
  );
  return found.rows;
}

/** What was done in one month, newest first, at most 500; names departments, never colleagues. */
export async function usesIn(
  ctx: Context,
  members: readonly string[],
  { month, timeZone }: { month: string; timeZone: string },
): Promise<OwnUse[]> {
  const from = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const start = from.toZonedDateTime(timeZone).toInstant();
  const end = from.add({ months: 1 }).toZonedDateTime(timeZone).toInstant();
  const found = await sql<OwnUse>`
    select u.id, u.at, u.activity, u.purpose, u.basis, d.name as department, u.actor_kind as "actorKind", u.count,
      u.recipient, u.contract_version as version, e.at as "decidedAt",
      case when u.activity = 'customer.looked-up' then u.reference end as reason
    from data_use u left join department d on d.id = u.department_id left join decision e on e.id = u.decision_id
    where u.person_id = any(${members}::bigint[]) and u.at >= ${start.toString()} and u.at < ${end.toString()}
    order by u.at desc, u.id desc limit ${most}`.execute(ctx.database);
  return found.rows;
}
