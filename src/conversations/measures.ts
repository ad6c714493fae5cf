import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';

export interface FirstResponses {
  /** Seconds in opening hours, ascending. */
  hours: number[];
  /** Seconds on the clock, ascending. */
  clock: number[];
}

/**
 * First answers by a person to what was asked from `from` on, where both times are known and the customer began: every
 * single one. For so few that the buckets of the roll-up would be coarser than the figure deserves. Runs in a
 * transaction with a purpose.
 */
export async function measureFirstResponses(
  ctx: Context,
  { from, asOf, departmentId }: { from: Date; asOf: Date; departmentId?: string },
): Promise<FirstResponses> {
  const found = await sql<{ hours: number[] | null; clock: number[] | null }>`
    select array_agg(i.hours_seconds::float8 order by i.hours_seconds) as hours,
      array_agg(i.clock_seconds::float8 order by i.clock_seconds) as clock
    from response_interval i join conversation k on k.id = i.conversation_id and k.started_by = 'customer'
    join queue q on q.id = i.queue_id
    where i.opened_at >= ${from} and i.opened_at < ${asOf} and i.closed_at < ${asOf}
      and i.clock in ('first', 'again') and i.closed_by = 'person' and i.open_time_known and i.close_time_known
      and (${departmentId ?? null}::bigint is null or q.department_id = ${departmentId ?? null}::bigint)`.execute(
    ctx.database,
  );
  const { hours, clock } = found.rows[0] ?? {};
  return { hours: hours ?? [], clock: clock ?? [] };
}
