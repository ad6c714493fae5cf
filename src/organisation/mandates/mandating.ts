import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { requiresEverywhere } from '../authority.ts';
import { doneBy } from '../done-by.ts';
import { lockColleague } from '../staff/colleague.ts';
import type { Right } from './mandate.ts';

export interface NewMandate {
  /** Public id of a colleague. */
  employee: string;
  channel: string | null;
  topic: string | null;
  right: Right;
  fromOn: string;
  untilOn: string | null;
}

/**
 * Gives a mandate. From then on the colleague does what the matrix says and no more; who was not in it comes in.
 * @throws Refusal `invalid.mandate-dates`
 */
export async function giveMandate(ctx: Context, given: NewMandate): Promise<string> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  const { employee, channel, topic, right, fromOn, untilOn } = given;
  if (untilOn !== null && untilOn < fromOn) throw new Refusal('invalid.mandate-dates', { fromOn, untilOn });
  return transact(ctx, null, async (ctx) => {
    const employeeId = await lockColleague(ctx, employee);
    const now = ctx.clock.now();
    const id = publicId('ma', now.epochMilliseconds);
    const made = await sql<{ id: string }>`
      insert into mandate (public_id, employee_id, channel, topic, "right", from_on, until_on, granted_at, granted_by)
      values (${id}, ${employeeId}, ${channel}, ${topic}, ${right}, ${fromOn}, ${untilOn}, ${asDate(now)},
        ${doneBy(ctx)})
      returning id`.execute(ctx.database);
    await ctx.emit([told('mandate.given', employeeId, { mandateId: made.rows[0]?.id, right })]);
    return id;
  });
}

/** Ends one at once. The colleague stays in the matrix. Harmless to do twice. */
export async function endMandate(ctx: Context, id: string): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  await transact(ctx, null, async (ctx) => {
    const ended = await sql<{ id: string; employee_id: string }>`
      update mandate set ended_at = ${asDate(ctx.clock.now())}, ended_by = ${doneBy(ctx)}
      where public_id = ${id} and ended_at is null returning id, employee_id`.execute(ctx.database);
    await ctx.emit(ended.rows.map((row) => told('mandate.ended', row.employee_id, { mandateId: row.id })));
  });
}

/** Takes a colleague out of the matrix: their roles decide again. What they held stays on record. */
export async function release(ctx: Context, employee: string): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  await transact(ctx, null, async (ctx) => {
    const employeeId = await lockColleague(ctx, employee);
    const now = asDate(ctx.clock.now());
    await sql`
      update mandate set released_at = ${now}, released_by = ${doneBy(ctx)}, ended_at = coalesce(ended_at, ${now}),
        ended_by = case when ended_at is null then ${doneBy(ctx)}::bigint else ended_by end
      where employee_id = ${employeeId} and released_at is null`.execute(ctx.database);
    await ctx.emit([told('mandate.released', employeeId)]);
  });
}

function told(verb: string, employeeId: string, data: Record<string, unknown> = {}) {
  return { verb, subject: { kind: 'employee', id: employeeId }, data };
}
