import { sql } from 'kysely';
import { requires } from '../../organisation/authority.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getAssignee } from '../assigning.ts';
import { employeeOf } from '../closing.ts';
import { told } from '../events.ts';
import { lockConversation } from '../opened.ts';
import { requireReader } from './reader.ts';

/** What made somebody follow a conversation. */
export type Why = 'answered' | 'noted' | 'mentioned' | 'followed';

export interface Participant {
  publicId: string;
  name: string;
  why: Why;
  mine: boolean;
}

/** Who follows a conversation, longest first. For whoever opened it. One statement. */
export async function participantsOf(ctx: Context, conversationId: string): Promise<Participant[]> {
  const found = await sql<Participant>`
    select e.public_id as "publicId", e.name, p.why, p.employee_id = ${employeeOf(ctx)}::bigint as mine
    from participant p join employee e on e.id = p.employee_id and e.left_at is null
    where p.conversation_id = ${conversationId} and p.left_at is null order by p.since, p.employee_id`.execute(
    ctx.database,
  );
  return found.rows.map((row) => ({ ...row, mine: row.mine ?? false }));
}

/** From now on they follow it. Who does not want to any more is left alone, unless somebody calls them. */
export async function joinIn(
  ctx: Context,
  conversationId: string,
  { employees, why }: { employees: readonly string[]; why: Why },
): Promise<void> {
  const again = why === 'mentioned' || why === 'followed';
  await sql`
    insert into participant (conversation_id, employee_id, why, since)
    select ${conversationId}, id, ${why}, ${asDate(ctx.clock.now())} from unnest(${employees}::bigint[]) as t (id)
    on conflict (conversation_id, employee_id) do ${
      again
        ? sql`update set left_at = null, why = excluded.why, since = excluded.since where participant.left_at is not null`
        : sql`nothing`
    }`.execute(ctx.database);
}

/** The actor follows it, or no longer. */
export async function follow(ctx: Context, publicId: string, on: boolean): Promise<void> {
  const me = employeeOf(ctx);
  if (me === null) throw new Refusal('forbidden.action', { action: 'inbox.read' });
  await transact(ctx, 'service', async (ctx) => {
    const { id } = await lockConversation(ctx, publicId);
    await change(ctx, id, { employeeId: me, on });
  });
}

/**
 * Makes a colleague follow it, or no longer.
 * @throws Refusal `not-found.employee`, `conflict.mention-no-right` for whoever may not read it
 */
export async function setParticipant(
  ctx: Context,
  publicId: string,
  { employee, on }: { employee: string; on: boolean },
): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const conversation = await lockConversation(ctx, publicId);
    requires(ctx.actor, 'conversation.assign', conversation.departmentId);
    const employeeId = await getAssignee(ctx, employee);
    if (on) await requireReader(ctx, conversation, employeeId);
    await change(ctx, conversation.id, { employeeId, on });
  });
}

async function change(
  ctx: Context,
  id: string,
  { employeeId, on }: { employeeId: string; on: boolean },
): Promise<void> {
  if (on) await joinIn(ctx, id, { employees: [employeeId], why: 'followed' });
  else
    await sql`update participant set left_at = ${asDate(ctx.clock.now())}
      where conversation_id = ${id} and employee_id = ${employeeId} and left_at is null`.execute(
      ctx.database,
    );
  await ctx.emit([told('followed', id, null)]);
}
