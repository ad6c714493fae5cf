import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';

/** k of n. */
export interface Tally {
  k: number;
  n: number;
}

/** Whether the contract that holds was offered to everybody, and since when. */
export async function measureOffered(ctx: Context, at: Date): Promise<boolean> {
  const found = await sql`select from contract where published_at <= ${at} limit 1`.execute(ctx.database);
  return found.rows.length > 0;
}

/** Incidents with personal data that were found in a period and held for a risk: uses that were not blocked. */
export async function measureViolations(ctx: Context, after: Date, until: Date): Promise<Tally> {
  const found = await sql<Tally>`
    select count(*)::int as n, count(*) filter (where risk in ('risk', 'high'))::int as k
    from incident where found_at > ${after} and found_at <= ${until}`.execute(ctx.database);
  return found.rows[0] ?? { k: 0, n: 0 };
}

/** On which days a colleague looked at a list of conversations or at rows behind a figure. */
export async function measureListening(
  ctx: Context,
  { from, to }: { from: string; to: string },
): Promise<{ employeeId: string; day: string }[]> {
  const found = await sql<{ employeeId: string; day: string }>`
    select distinct employee_id::text as "employeeId", day::text as day from list_use
    where day >= ${from}::date and day < ${to}::date and activity in ('inbox.listed', 'rows.listed')`.execute(
    ctx.database,
  );
  return found.rows;
}
