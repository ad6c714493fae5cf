import { sql } from 'kysely';
import { measureQuality } from '../../customers/measures.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { dayAt } from './reading.ts';

/** k of n at the end of a day. */
export interface State {
  readonly k: number;
  readonly n: number;
  readonly day: string;
}

const codes = ['PC', 'DUPLICATES', 'CONTACT', 'LINKED', 'FRESH'] as const;
export type StateCode = (typeof codes)[number];

/** What only the present can tell, once a day: who chose a contract, and the gate of data quality. */
export async function keepStates(ctx: Context, zone: string): Promise<void> {
  const day = dayAt(ctx.clock.now(), zone);
  const known = await sql`select from state_day where day = ${day}::date limit 1`.execute(ctx.database);
  if (known.rows.length > 0) return;
  const { duplicates, contact, linked, fresh } = await measureQuality(ctx);
  const contracts = await transact(ctx, 'service', countContracts);
  const states = [contracts, duplicates, contact, linked, fresh].map((tally, i) => ({
    code: codes[i],
    ...tally,
  }));
  await sql`insert into state_day (day, code, k, n) select ${day}::date, code, k, n
    from jsonb_to_recordset(${JSON.stringify(states)}::jsonb) as t (code text, k bigint, n bigint)
    on conflict do nothing`.execute(ctx.database);
}

/** Persons who chose themselves what may be done with their data, of those active in 364 days. Names nobody. */
async function countContracts(ctx: Context): Promise<{ k: number; n: number }> {
  const until = ctx.clock.now();
  const since = until.subtract({ hours: 364 * 24 });
  const found = await sql<{ k: number; n: number }>`
    with active as (
      select distinct person_id from conversation
      where last_message_at >= ${asDate(since)} and last_message_at < ${asDate(until)} and person_id is not null)
    select count(*)::int as n, count(*) filter (where exists (
      select from decision d where d.person_id = active.person_id and d.act in ('give', 'decline')))::int as k
    from active`.execute(ctx.database);
  return found.rows[0] ?? { k: 0, n: 0 };
}

/** The newest state of each code at the end of a day or before it. */
export async function statesAt(ctx: Context, day: string): Promise<Map<StateCode, State>> {
  const found = await sql<State & { code: StateCode }>`
    select distinct on (code) code, k::float8 as k, n::float8 as n, day::text as day from state_day
    where day <= ${day}::date order by code, state_day.day desc`.execute(ctx.database);
  return new Map(found.rows.map(({ code, ...state }) => [code, state]));
}
