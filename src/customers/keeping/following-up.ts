import { type RawBuilder, sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { Event } from '../../platform/events.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { recordListUse } from '../../privacy/ledger.ts';
import { allows } from '../../privacy/predicate.ts';
import { getPerson } from '../customer.ts';
import { kept } from '../events.ts';
import { employeeOf } from '../identifying/merging.ts';
import { shownAs } from '../shown.ts';

export const longestFollowUp = 1000;

/** Something to do for a customer, by a day. */
export interface FollowUp {
  publicId: string;
  text: string;
  /** A date, 2026-11-30. */
  dueOn: string;
  assignee: string | null;
  /** Of whom it is while nobody has it: the colleagues of a department, after one of them left. */
  department: string | null;
  madeAt: Date;
  madeBy: string | null;
  doneAt: Date | null;
  doneBy: string | null;
}

/** In a list over customers: with whom it is for. */
export interface ListedFollowUp extends FollowUp {
  person: { publicId: string; name: string | null };
}

export interface NewFollowUp {
  text: string;
  dueOn: string;
  /** Public id of a colleague; null or absent: whoever makes it. */
  assignee?: string | null;
}

/** @throws Refusal `not-found.person`, `not-found.employee` */
export async function followUp(ctx: Context, id: string, made: NewFollowUp): Promise<string> {
  return transact(ctx, 'service', async (ctx) => {
    const person = await getPerson(ctx, id);
    const at = ctx.clock.now();
    const publicKey = publicId('fu', at.epochMilliseconds);
    const assignee = made.assignee ? await employeeNamed(ctx, made.assignee) : employeeOf(ctx);
    await sql`insert into follow_up (public_id, person_id, text, due_on, assignee_id, made_at, made_by)
      values (${publicKey}, ${person.id}, ${made.text}, ${made.dueOn}::date, ${assignee}, ${asDate(at)},
        ${employeeOf(ctx)})`.execute(ctx.database);
    await ctx.emit([kept('follow-up.made', person.id, publicKey)]);
    return publicKey;
  });
}

async function employeeNamed(ctx: Context, publicKey: string): Promise<string> {
  const found = await sql<{ id: string }>`select id from employee where public_id = ${publicKey}`.execute(
    ctx.database,
  );
  const [employee] = found.rows;
  if (!employee) throw new Refusal('not-found.employee', { id: publicKey });
  return employee.id;
}

/**
 * Done, or not done after all. Two who press at once are no error: the first stays named.
 * @throws Refusal `not-found.follow-up`
 */
export async function settleFollowUp(ctx: Context, id: string, done: boolean): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const changed = await sql<{ person_id: string; moved: boolean }>`
      update follow_up f set done_at = case when ${done} then coalesce(f.done_at, ${asDate(ctx.clock.now())}) end,
        done_by = case when not ${done} then null when f.done_at is null then ${employeeOf(ctx)}::bigint else f.done_by end
      from follow_up before where f.public_id = ${id} and before.id = f.id
      returning f.person_id, (before.done_at is null) = ${done} as moved`.execute(ctx.database);
    const [row] = changed.rows;
    if (!row) throw new Refusal('not-found.follow-up', { id });
    if (row.moved) await ctx.emit([kept(done ? 'follow-up.done' : 'follow-up.reopened', row.person_id, id)]);
  });
}

const shape = sql`f.public_id as "publicId", f.text, f.due_on::text as "dueOn", a.name as assignee,
  t.name as department, f.made_at as "madeAt", m.name as "madeBy", f.done_at as "doneAt", d.name as "doneBy"`;
const names = sql`left join employee a on a.id = f.assignee_id left join department t on t.id = f.department_id
  left join employee m on m.id = f.made_by left join employee d on d.id = f.done_by`;

/** Open ones first, by their day. Runs under the purpose that opened the person. */
export async function followUpsOf(
  ctx: Context,
  personIds: readonly string[],
  limit = 50,
): Promise<FollowUp[]> {
  const found = await sql<FollowUp>`
    select ${shape} from follow_up f ${names} where f.person_id = any(${personIds}::bigint[])
    order by f.done_at is not null, case when f.done_at is null then f.due_on end, f.done_at desc, f.id
    limit ${limit}`.execute(ctx.database);
  return found.rows;
}

/** What is open, by day: of the reader with what is for anybody of their department, or of everybody. Two statements. */
export async function listFollowUps(
  ctx: Context,
  { whose, limit = 100 }: { whose: 'mine' | 'all'; limit?: number },
): Promise<ListedFollowUp[]> {
  return transact(ctx, 'service', async (ctx) => {
    await recordListUse(ctx, 'customers.listed');
    const mine: RawBuilder<unknown> = whose === 'mine' ? ofReader(ctx) : sql`true`;
    const found = await sql<ListedFollowUp>`
      select ${shape}, json_build_object('publicId', p.public_id, 'name', p.name) as person
      from follow_up f ${names} join person p on p.id = ${shownAs(sql`f.person_id`)}
      where f.done_at is null and ${mine} and ${allows(sql`f.person_id`, 'service')}
      order by f.due_on, f.id limit ${limit}`.execute(ctx.database);
    return found.rows;
  });
}

function ofReader({ actor }: Context): RawBuilder<unknown> {
  if (actor.kind !== 'employee') return sql`false`;
  const { employeeId, departmentId } = actor;
  return sql`(f.assignee_id = ${employeeId} or (f.assignee_id is null and f.department_id = ${departmentId}::bigint))`;
}

/**
 * A colleague left: what they still had to do for customers is for their department; without one it is nobody's, and
 * stands with everything that is open. Harmless to do twice.
 */
export async function handOverFollowUps(ctx: Context, { subjectId: employeeId }: Event): Promise<void> {
  await sql`
    update follow_up f set assignee_id = null, department_id = e.department_id
    from employee e where e.id = ${employeeId} and f.assignee_id = e.id and f.done_at is null`.execute(
    ctx.database,
  );
}
