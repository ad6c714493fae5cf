import { sql } from 'kysely';
import { may } from '../../organisation/authority.ts';
import { getEmployeeActor } from '../../organisation/employees.ts';
import { mayRead } from '../../organisation/mandates/reading.ts';
import { actAs, type Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { ofConversation } from '../listing/columns.ts';

interface About {
  id: string;
  departmentId: string | null;
}

/** Whether a colleague may read this conversation: by role, department and mandate, as the conversation itself asks. */
export async function isReader(ctx: Context, about: About, employeeId: string): Promise<boolean> {
  const actor = await getEmployeeActor(ctx, employeeId);
  if (!may(actor, 'inbox.read', about.departmentId)) return false;
  const found = await sql`select from conversation c where c.id = ${about.id}
    and ${mayRead(actAs(ctx, actor), ofConversation)}`.execute(ctx.database);
  return found.rows.length > 0;
}

/** @throws Refusal `conflict.mention-no-right` with the name of who may not read it */
export async function requireReader(ctx: Context, about: About, employeeId: string): Promise<void> {
  if (await isReader(ctx, about, employeeId)) return;
  const { name } = await getEmployeeActor(ctx, employeeId);
  throw new Refusal('conflict.mention-no-right', { name });
}
