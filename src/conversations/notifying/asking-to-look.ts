import { sql } from 'kysely';
import { requires } from '../../organisation/authority.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId as newId } from '../../platform/public-id.ts';
import { getAssignee } from '../assigning.ts';
import { requireReader } from '../following/reader.ts';
import { lockConversation } from '../opened.ts';
import type { Kind } from './kind.ts';
import { tell } from './telling.ts';

/** Tells a colleague to look, as a rule does. @throws Refusal `not-found.employee`, `conflict.mention-no-right` */
export async function askToLook(ctx: Context, publicId: string, employee: string): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const conversation = await lockConversation(ctx, publicId);
    requires(ctx.actor, 'conversation.assign', conversation.departmentId);
    const employeeId = await getAssignee(ctx, employee);
    await requireReader(ctx, conversation, employeeId);
    const cause = `asked:${newId('nt', ctx.clock.now().epochMilliseconds)}`;
    await tell(ctx, [{ employeeId, kind: 'ruled', conversationId: conversation.id, by: null, cause }]);
  });
}

/** What colleagues were told about one conversation; not whether they read it. */
export interface Notice {
  employee: { publicId: string; name: string };
  kind: Kind;
  at: Date;
}

/** Newest first, at most a hundred. For whoever may open it: inside a transaction for service. One statement. */
export async function noticesOf(ctx: Context, conversationId: string): Promise<Notice[]> {
  const found = await sql<Notice>`
    select json_build_object('publicId', e.public_id, 'name', e.name) as employee, n.kind, n.at
    from notification n join employee e on e.id = n.employee_id
    where n.conversation_id = ${conversationId} order by n.id desc limit 100`.execute(ctx.database);
  return found.rows;
}
