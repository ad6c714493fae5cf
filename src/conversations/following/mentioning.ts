import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { employeeOf } from '../closing.ts';
import { tell } from '../notifying/telling.ts';
import { type Callable, mentionedIn } from './mention.ts';
import { joinIn } from './participants.ts';
import { requireReader } from './reader.ts';

interface Note {
  messageId: string;
  text: string;
}

/**
 * Calls the colleagues whom a note names: they are told, and follow the conversation from then on. In the transaction
 * of the note; nobody is called who may not read it.
 * @throws Refusal `conflict.mention-no-right` with the name of who may not read it
 */
export async function callIn(
  ctx: Context,
  conversation: { id: string; departmentId: string | null },
  { messageId, text }: Note,
): Promise<void> {
  if (!text.includes('@')) return;
  const me = employeeOf(ctx);
  const called = mentionedIn(text, await colleaguesHere(ctx)).filter((id) => id !== me);
  if (called.length === 0) return;
  for (const id of called) await requireReader(ctx, conversation, id);
  await sql`insert into mention (message_id, employee_id, conversation_id, by, at)
    select ${messageId}, id, ${conversation.id}, ${me}::bigint, ${asDate(ctx.clock.now())}
    from unnest(${called}::bigint[]) as t (id)`.execute(ctx.database);
  await joinIn(ctx, conversation.id, { employees: called, why: 'mentioned' });
  await tell(
    ctx,
    called.map((employeeId) => ({
      employeeId,
      kind: 'mentioned',
      conversationId: conversation.id,
      by: me,
      cause: `mention:${messageId}`,
    })),
  );
}

async function colleaguesHere(ctx: Context): Promise<Callable[]> {
  return ctx.database.selectFrom('employee').select(['id', 'name']).where('left_at', 'is', null).execute();
}
