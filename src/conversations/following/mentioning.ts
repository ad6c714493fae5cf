import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { employeeOf } from '../closing.ts';
import { tell } from '../notifying/telling.ts';
import { type Callable, mentionedIn } from './mention.ts';
import { joinIn } from './participants.ts';
import { isReader, requireReader } from './reader.ts';

interface Note {
  messageId: string;
  text: string;
}

/**
 * Calls the colleagues whom a note names: they are told, and follow the conversation from then on. Of a department that
 * it names everybody who may read it there is told, and follows only when they want to. In the transaction of the note.
 * @throws Refusal `conflict.mention-no-right` with the name of the colleague, or the department, that may not read it
 */
export async function callIn(
  ctx: Context,
  conversation: { id: string; departmentId: string | null },
  { messageId, text }: Note,
): Promise<void> {
  // What the system writes down are words of others: a customer's remark calls nobody.
  if (!text.includes('@') || ctx.actor.kind === 'system') return;
  const me = employeeOf(ctx);
  const departments = await departmentsHere(ctx);
  const named = mentionedIn(text, await colleaguesHere(ctx), departments);
  const colleagues = named.filter((id) => !id.startsWith(ofDepartment) && id !== me);
  for (const id of colleagues) await requireReader(ctx, conversation, id);
  const members: string[] = [];
  for (const one of departments.filter(({ id }) => named.includes(id)))
    members.push(...(await readersOf(ctx, conversation, one)));
  const called = [...new Set([...colleagues, ...members.filter((id) => id !== me)])];
  if (called.length === 0) return;
  await sql`insert into mention (message_id, employee_id, conversation_id, by, at)
    select ${messageId}, id, ${conversation.id}, ${me}::bigint, ${asDate(ctx.clock.now())}
    from unnest(${called}::bigint[]) as t (id)`.execute(ctx.database);
  await joinIn(ctx, conversation.id, { employees: colleagues, why: 'mentioned' });
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

/** What stands before the number of a department, among those of colleagues. */
const ofDepartment = 'd:';

async function departmentsHere(ctx: Context): Promise<Callable[]> {
  const found = await sql<Callable>`
    select ${ofDepartment} || id as id, name from department where ended_at is null`.execute(ctx.database);
  return found.rows;
}

async function readersOf(
  ctx: Context,
  conversation: { id: string; departmentId: string | null },
  { id, name }: Callable,
): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select id from employee where left_at is null and department_id = ${id.slice(ofDepartment.length)}::bigint
    order by id`.execute(ctx.database);
  const readers: string[] = [];
  for (const one of found.rows) if (await isReader(ctx, conversation, one.id)) readers.push(one.id);
  if (readers.length === 0) throw new Refusal('conflict.mention-no-right', { name });
  return readers;
}
