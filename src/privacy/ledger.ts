import { type RawBuilder, sql } from 'kysely';
import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { type Activity, activityRule } from './activity.ts';
import { agreed, agrees } from './agreeing.ts';
import { stateOf } from './deciding.ts';
import type { Item } from './history.ts';
import { findYes, spend } from './item.ts';
import { lockForUse } from './locking.ts';
import { rank } from './permission.ts';
import { allows, leftOut } from './predicate.ts';
import { purposes } from './purpose.ts';

/** A colleague who looks at the same thing again within this time (a page that refreshes) is still looking. */
const stillLooking = '5 minutes';

export interface Use {
  activity: Activity;
  reference?: string | null;
  /** The one thing that is used, where the person is asked each time. */
  item?: Item;
  /** How many of the person's messages or rows this touches; 1 when absent. */
  count?: number;
  /** Who gets to see it, where that differs from case to case. */
  recipient?: string | null;
}

/**
 * Uses a person's data: checks the permission at this moment, under a lock that a decision waits for, and writes
 * the ledger row in the same transaction. What cannot be written down does not happen.
 * @throws Refusal `forbidden.purpose` when the person does not allow it.
 */
export async function recordUse(ctx: Context, personId: string, use: Use): Promise<void> {
  const { purpose, counted } = activityRule(use.activity);
  if (ctx.purpose !== purpose)
    throw new Error(`${use.activity} runs under ${purpose}, not under ${ctx.purpose}`);
  await lockForUse(ctx, personId);
  const yes = await judge(ctx, personId, use);
  if (yes !== null) await spend(ctx, personId, { purpose, decisionId: yes });
  if (counted) await count(ctx, [personId], use);
  else await enter(ctx, personId, { ...use, decisionId: yes });
}

/** Answers with the yes for one thing that this use rests on, if it rests on one. */
async function judge(ctx: Context, personId: string, { activity, item }: Use): Promise<string | null> {
  const { purpose, basis } = activityRule(activity);
  const state = await stateOf(ctx, personId, purpose);
  if (state !== 'allowed' && state !== 'ask') throw new Refusal('forbidden.purpose', { purpose, state });
  await refuseNarrowed(ctx, personId, activity);
  if (basis === 'consent' && !(await agreed(ctx, personId, purpose))) {
    throw new Refusal('forbidden.purpose', { purpose, state: 'unknown' });
  }
  if (state === 'allowed') return null;
  const yes = item && (await findYes(ctx, personId, { purpose, item }));
  if (!yes) throw new Refusal('forbidden.purpose', { purpose, state });
  return yes;
}

/**
 * A purpose may be allowed for less than all that an activity touches, and the offer may name less; then the activity
 * does not happen. So leaving a category out of the offer works at once, for everybody.
 */
async function refuseNarrowed(ctx: Context, personId: string, activity: Activity): Promise<void> {
  const { purpose, categories } = activityRule(activity);
  const { rows } = await sql<{ category: string }>`
    select category from permission_category where person_id = ${personId} and purpose = ${purpose}
      and category = any(${categories}) and state < ${rank('allowed')}
    union all (${leftOut(purpose, categories)}) limit 1`.execute(ctx.database);
  const [withheld] = rows;
  if (withheld)
    throw new Refusal('forbidden.purpose', { purpose, state: 'denied', category: withheld.category });
}

async function enter(
  ctx: Context,
  personId: string,
  { activity, reference = null, decisionId, ...use }: Use & { decisionId: string | null },
): Promise<void> {
  const { purpose, effect, categories, basis = purposes[purpose].basis, recipient } = activityRule(activity);
  const at = asDate(ctx.clock.now());
  const [employee, department] =
    ctx.actor.kind === 'employee' ? [ctx.actor.employeeId, ctx.actor.departmentId] : [null, null];
  await sql`
    insert into data_use (person_id, at, activity, purpose, basis, effect, contract_version, actor_kind, employee_id,
      department_id, reference, categories, count, day, decision_id, recipient)
    select ${personId}, ${at}, ${activity}, ${purpose}, ${basis}, ${effect}, (select max(version) from contract),
      ${ctx.actor.kind}, ${employee}::bigint, ${department}::bigint, ${reference}, ${categories}::text[],
      ${use.count ?? 1}, ${dayOf(ctx)}::date, coalesce(${decisionId}::bigint, (select decision_id from permission
        where person_id = ${personId} and purpose = ${purpose})), ${use.recipient ?? recipient ?? null}
    where not exists (
      select from data_use where person_id = ${personId} and ${effect} = 'read' and activity = ${activity}
        and employee_id = ${employee}::bigint and reference = ${reference}
        and at > ${at}::timestamptz - ${stillLooking}::interval)`.execute(ctx.database);
}

/**
 * Writes down a use of which it only now turns out that it happened: its transaction was lost, its effect was not. Not
 * judged any more, for the ledger tells what was done; and once, however often it is said. It bears the moment at which
 * it was written down, because what was sealed stays as it was. The basis is that of the purpose.
 */
export async function recordAfterwards(
  ctx: Context,
  personId: string,
  { activity, reference }: { activity: Activity; reference: string },
): Promise<void> {
  const { purpose, effect, categories, basis = purposes[purpose].basis, recipient } = activityRule(activity);
  await lockForUse(ctx, personId);
  await sql`
    insert into data_use (person_id, at, activity, purpose, basis, effect, contract_version, actor_kind, reference,
      categories, day, recipient)
    select p.id, ${asDate(ctx.clock.now())}, ${activity}, ${purpose}, ${basis}, ${effect},
      (select max(version) from contract), 'system', ${reference}, ${categories}::text[], ${dayOf(ctx)}::date,
      ${recipient ?? null}
    from (select ${personId}::bigint as id) p
    where not exists (select from data_use u where u.person_id = p.id and u.activity = ${activity}
      and u.reference = ${reference})`.execute(ctx.database);
}

function dayOf(ctx: Context): string {
  return ctx.clock.now().toZonedDateTimeISO('UTC').toPlainDate().toString();
}

/**
 * Uses the data of many persons in one act of Polder itself, with one row for each. Takes no lock per person: whoever
 * calls must mend it when a decision comes at the same moment, as training does. Who does not allow it gets no row.
 */
export async function recordUses(
  ctx: Context,
  personIds: readonly string[],
  use: { activity: Activity; reference: string },
): Promise<void> {
  const { purpose, counted, effect, categories, basis, recipient } = activityRule(use.activity);
  if (ctx.purpose !== purpose)
    throw new Error(`${use.activity} runs under ${purpose}, not under ${ctx.purpose}`);
  if (personIds.length === 0) return;
  if (counted) return count(ctx, personIds, use);
  const at = asDate(ctx.clock.now());
  await sql`
    insert into data_use (person_id, at, activity, purpose, basis, effect, contract_version, actor_kind, reference,
      categories, day, decision_id, recipient)
    select t.id, ${at}, ${use.activity}, ${purpose}, ${basis ?? purposes[purpose].basis}, ${effect},
      (select max(version) from contract), 'system', ${use.reference}, ${categories}::text[], ${dayOf(ctx)}::date,
      p.decision_id, ${recipient ?? null}
    from unnest(${personIds}::bigint[]) as t (id)
    left join permission p on p.person_id = t.id and p.purpose = ${purpose}
    where ${allowsActivity(sql`t.id`, use.activity)}`.execute(ctx.database);
}

/**
 * That the person in this column allows all that an activity touches, and the offer leaves none of it out. The same that
 * `recordUses` asks, for queries that read before they use.
 */
export function allowsActivity(person: RawBuilder<unknown>, activity: Activity): RawBuilder<boolean> {
  const { purpose, categories, basis } = activityRule(activity);
  const allowed = allows(person, purpose, categories);
  return basis === 'consent' ? sql<boolean>`${allowed} and ${agrees(person, purpose)}` : allowed;
}

/** Work of a machine: one row for each person and day, that counts. */
async function count(ctx: Context, personIds: readonly string[], use: Use): Promise<void> {
  const { purpose, effect, categories, basis, recipient } = activityRule(use.activity);
  await sql`
    insert into data_use (person_id, at, activity, purpose, basis, effect, contract_version, actor_kind, categories,
      day, decision_id, recipient, counted, count)
    select t.id, ${asDate(ctx.clock.now())}, ${use.activity}, ${purpose}, ${basis ?? purposes[purpose].basis}, ${effect},
      (select max(version) from contract), 'system', ${categories}::text[], ${dayOf(ctx)}::date, p.decision_id,
      ${use.recipient ?? recipient ?? null}, true, count(*) * ${use.count ?? 1}::int
    from unnest(${personIds}::bigint[]) as t (id)
    left join permission p on p.person_id = t.id and p.purpose = ${purpose}
    where ${allowsActivity(sql`t.id`, use.activity)}
    group by t.id, p.decision_id
    on conflict (person_id, activity, day, coalesce(recipient, '')) where counted
      do update set count = data_use.count + excluded.count`.execute(ctx.database);
}

/** A list shows many people: one row per employee, list and day. Programs leave their own trace in the event log. */
export async function recordListUse(ctx: Context, activity: Activity): Promise<void> {
  await listUse(ctx, activity)?.execute(ctx.database);
}

/** The same as a statement, to be carried out within another one; null for whoever leaves another trace. */
export function listUse(ctx: Context, activity: Activity): RawBuilder<unknown> | null {
  if (ctx.actor.kind !== 'employee') return null;
  const { purpose } = activityRule(activity);
  return sql`insert into list_use (employee_id, day, activity, purpose, department_id, first_at)
    values (${ctx.actor.employeeId}, ${dayOf(ctx)}::date, ${activity}, ${purpose}, ${ctx.actor.departmentId},
      ${asDate(ctx.clock.now())})
    on conflict (employee_id, day, activity, purpose) do nothing`;
}

export interface LedgerRow {
  id: string;
  at: Date;
  activity: Activity;
  purpose: string;
  basis: string;
  department: string | null;
  actorKind: string;
  categories: string[];
  /** How many messages or rows; more than 1 for what a machine did in a day. */
  count: number;
  recipient: string | null;
  /** What it was about, or why. */
  reference: string | null;
  /** The version of the offer that held, and the decision it rested on; null: the start of the purpose. */
  version: number;
  decisionId: string | null;
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
      'u.categories',
      'u.count',
      'u.recipient',
      'u.reference',
      'u.contract_version as version',
      'u.decision_id as decisionId',
      'd.name as department',
    ])
    .where('u.person_id', '=', personId)
    .orderBy('u.at', 'desc')
    .orderBy('u.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, activity: row.activity as Activity }));
}

/** A list in which people stood, by day and department; who looked is not told. */
export interface ListDay {
  day: string;
  activity: Activity;
  purpose: string;
  department: string | null;
}

/**
 * The days on which lists were looked at, within the spans in which something of a person could stand in them (an open
 * conversation, say). Whoever knows what stands in which list gives the spans and the activities.
 */
export async function listDays(
  ctx: Context,
  spans: readonly { from: Temporal.Instant; to: Temporal.Instant; activity: Activity }[],
): Promise<ListDay[]> {
  const { rows } = await sql<ListDay>`
    select distinct l.day::text as day, l.activity, l.purpose, d.name as department
    from unnest(${spans.map((one) => asDate(one.from))}::timestamptz[], ${spans.map((one) => asDate(one.to))}::timestamptz[],
      ${spans.map((one) => one.activity)}::text[]) as t (begins, ends, activity)
    join list_use l on l.activity = t.activity and l.day between (t.begins at time zone 'UTC')::date
      and (t.ends at time zone 'UTC')::date
    left join department d on d.id = l.department_id
    order by day desc, activity, department`.execute(ctx.database);
  return rows;
}
