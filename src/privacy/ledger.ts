import { sql } from 'kysely';
import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { type Activity, activities } from './activity.ts';
import { stateOf } from './deciding.ts';
import { allows } from './predicate.ts';
import { purposes } from './purpose.ts';

/** A colleague who looks at the same thing again within this time (a page that refreshes) is still looking. */
const stillLooking = '5 minutes';

/**
 * Uses a person's data: checks the permission at this moment, under a lock that a decision waits for, and writes
 * the ledger row in the same transaction. What cannot be written down does not happen.
 * @throws Refusal `forbidden.purpose` when the person does not allow it.
 */
export async function recordUse(
  ctx: Context,
  personId: string,
  { activity, reference = null }: { activity: Activity; reference?: string | null },
): Promise<void> {
  const { purpose, effect } = activities[activity];
  if (ctx.purpose !== purpose) throw new Error(`${activity} runs under ${purpose}, not under ${ctx.purpose}`);
  await sql`select pg_advisory_xact_lock_shared(${personId}::bigint)`.execute(ctx.database);
  const state = await stateOf(ctx, personId, purpose);
  if (state !== 'allowed') throw new Refusal('forbidden.purpose', { purpose, state });
  const at = asDate(ctx.clock.now());
  const { kind } = ctx.actor;
  const [employee, department] =
    ctx.actor.kind === 'employee' ? [ctx.actor.employeeId, ctx.actor.departmentId] : [null, null];
  await sql`
    insert into data_use (person_id, at, activity, purpose, basis, effect, contract_version, actor_kind, employee_id,
      department_id, reference)
    select ${personId}, ${at}, ${activity}, ${purpose}, ${purposes[purpose].basis}, ${effect},
      (select max(version) from contract), ${kind}, ${employee}::bigint, ${department}::bigint, ${reference}
    where not exists (
      select from data_use where person_id = ${personId} and ${effect} = 'read' and activity = ${activity}
        and employee_id = ${employee}::bigint and reference = ${reference}
        and at > ${at}::timestamptz - ${stillLooking}::interval)`.execute(ctx.database);
}

/**
 * Uses the data of many persons in one act of Polder itself, with one row for each. Takes no lock per person: whoever
 * calls must mend it when a decision comes at the same moment, as training does. Who does not allow it gets no row.
 */
export async function recordUses(
  ctx: Context,
  personIds: readonly string[],
  { activity, reference }: { activity: Activity; reference: string },
): Promise<void> {
  const { purpose, effect } = activities[activity];
  if (ctx.purpose !== purpose) throw new Error(`${activity} runs under ${purpose}, not under ${ctx.purpose}`);
  if (personIds.length === 0) return;
  const at = asDate(ctx.clock.now());
  await sql`
    insert into data_use (person_id, at, activity, purpose, basis, effect, contract_version, actor_kind, reference)
    select t.id, ${at}, ${activity}, ${purpose}, ${purposes[purpose].basis}, ${effect},
      (select max(version) from contract), 'system', ${reference}
    from unnest(${personIds}::bigint[]) as t (id)
    where ${allows(sql`t.id`, purpose)}`.execute(ctx.database);
}

/** A list shows many people: one row per employee, list and day. Programs leave their own trace in the event log. */
export async function recordListUse(ctx: Context, activity: Activity): Promise<void> {
  if (ctx.actor.kind !== 'employee') return;
  const { purpose } = activities[activity];
  const at = ctx.clock.now();
  await ctx.database
    .insertInto('list_use')
    .values({
      employee_id: ctx.actor.employeeId,
      day: at.toZonedDateTimeISO('UTC').toPlainDate().toString(),
      activity,
      purpose,
      department_id: ctx.actor.departmentId,
      first_at: asDate(at),
    })
    .onConflict((conflict) => conflict.columns(['employee_id', 'day', 'activity', 'purpose']).doNothing())
    .execute();
}

export interface LedgerRow {
  id: string;
  at: Date;
  activity: Activity;
  purpose: string;
  basis: string;
  department: string | null;
  actorKind: string;
}

/** The newest uses of one person's data. Names the department, never the colleague (GDPR, CJEU C-579/21). */
export async function ledgerOf(ctx: Context, personId: string, limit = 20): Promise<LedgerRow[]> {
  const rows = await ctx.database
    .selectFrom('data_use as u')
    .leftJoin('department as d', 'd.id', 'u.department_id')
    .select([
      'u.id',
      'u.at',
      'u.activity',
      'u.purpose',
      'u.basis',
      'u.actor_kind as actorKind',
      'd.name as department',
    ])
    .where('u.person_id', '=', personId)
    .orderBy('u.at', 'desc')
    .orderBy('u.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, activity: row.activity as Activity }));
}
