import { sql } from 'kysely';
import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import type { Event } from '../platform/events.ts';
import { assign } from './assigning.ts';

/**
 * A colleague left: what lay with them is nobody's again, and stands in its queue for everybody who works there. What
 * was done is not theirs any more either, for when the customer writes once more. Harmless to do twice.
 */
export async function returnToQueue(ctx: Context, { subjectId: employeeId }: Event): Promise<void> {
  const held = await sql<{ id: string }>`
    select c.public_id as id from assignment a join conversation c on c.id = a.conversation_id
    where a.employee_id = ${employeeId} and a.ended_at is null and c.state <> 'done' order by c.id`.execute(
    ctx.database,
  );
  for (const { id } of held.rows) await assign(ctx, id, null);
  await sql`
    update assignment set ended_at = ${asDate(ctx.clock.now())}
    where employee_id = ${employeeId} and ended_at is null`.execute(ctx.database);
}
