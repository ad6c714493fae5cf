import { sql } from 'kysely';
import { requires } from '../../organisation/authority.ts';
import { getDepartment } from '../../organisation/departments.ts';
import { doneBy } from '../../organisation/done-by.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId as newPublicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { told } from '../events.ts';
import { lockConversation } from '../opened.ts';
import { type LockedHandOver, lockHandOver, type Outcome } from './hand-over.ts';
import { promiseOf, secondsTaken } from './promising.ts';

const longest = 4000;

function checkText(given: string): string {
  const text = given.replaceAll('\0', '').trim();
  if (text === '') throw new Refusal('invalid.text-empty');
  if (text.length > longest) throw new Refusal('invalid.text-long', { length: text.length, longest });
  return text;
}

/**
 * Asks another department something about a conversation. The conversation stays with whoever speaks with the customer;
 * the question is a piece of work there, due by what that department promises. Each department is asked one thing at a
 * time; several can be asked at once, and none of them answers the customer.
 * @throws Refusal `not-found.department`, `conflict.handed-over`, `conflict.conversation-done`
 */
export async function handOver(
  ctx: Context,
  conversationId: string,
  { department, question }: { department: string; question: string },
): Promise<string> {
  const text = checkText(question);
  return transact(ctx, 'service', async (ctx) => {
    const conversation = await lockConversation(ctx, conversationId);
    requires(ctx.actor, 'conversation.assign', conversation.departmentId);
    if (conversation.state === 'done')
      throw new Refusal('conflict.conversation-done', { id: conversationId });
    const to = await getDepartment(ctx, department);
    const { dueAt, versionId } = await promiseOf(ctx, to.id);
    const now = ctx.clock.now();
    const id = newPublicId('ho', now.epochMilliseconds);
    const made = await sql<{ id: string }>`
      insert into hand_over (public_id, conversation_id, department_id, asked_at, asked_by, due_at, calendar_version_id)
      values (${id}, ${conversation.id}, ${to.id}, ${asDate(now)}, ${doneBy(ctx)}, ${dueAt}, ${versionId})
      on conflict (conversation_id, department_id) where ended_at is null do nothing returning id`.execute(
      ctx.database,
    );
    const [row] = made.rows;
    if (!row) throw new Refusal('conflict.handed-over', { department });
    await writeLine(ctx, { id: row.id, seq: 0 }, { kind: 'question', text });
    await ctx.emit([told('handed-over', conversation.id, { handOverId: row.id, departmentId: to.id })]);
    return id;
  });
}

/** Whoever speaks with the customer asks on, while the department has it. */
export async function askOn(ctx: Context, id: string, question: string): Promise<void> {
  const text = checkText(question);
  await transact(ctx, 'service', async (ctx) => {
    const held = await lockHandOver(ctx, id, 'owner');
    await writeLine(ctx, held, { kind: 'question', text });
    await tellOf(ctx, held, 'asked');
  });
}

/** A colleague of the department takes it up, so that no two do. Taking it from another one is allowed. */
export async function takeUp(ctx: Context, id: string): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const held = await lockHandOver(ctx, id, 'department');
    await sql`update hand_over set taken_at = ${asDate(ctx.clock.now())}, taken_by = ${doneBy(ctx)}
      where id = ${held.id}`.execute(ctx.database);
    await tellOf(ctx, held, 'taken');
  });
}

/** The department answers, or says that it is not theirs; with that it is back in one act. */
export async function giveAnswer(
  ctx: Context,
  id: string,
  { text: given, outcome }: { text: string; outcome: 'answered' | 'returned' },
): Promise<void> {
  const text = checkText(given);
  await transact(ctx, 'service', async (ctx) => {
    const held = await lockHandOver(ctx, id, 'department');
    await writeLine(ctx, held, { kind: 'answer', text });
    await end(ctx, held, outcome);
  });
}

/** It is no longer needed. */
export async function withdraw(ctx: Context, id: string): Promise<void> {
  await transact(ctx, 'service', async (ctx) => end(ctx, await lockHandOver(ctx, id, 'owner'), 'withdrawn'));
}

/** How long it took is frozen with the hours that held when it was asked. */
async function end(ctx: Context, held: LockedHandOver, outcome: Outcome): Promise<void> {
  const now = asDate(ctx.clock.now());
  const { clock, hours } = await secondsTaken(ctx, held.departmentId, { from: held.askedAt, to: now });
  await sql`update hand_over set ended_at = ${now}, ended_by = ${doneBy(ctx)}, outcome = ${outcome},
      clock_seconds = ${clock}, hours_seconds = ${hours} where id = ${held.id}`.execute(ctx.database);
  await tellOf(ctx, held, outcome);
}

async function writeLine(
  ctx: Context,
  { id, seq }: { id: string; seq: number },
  { kind, text }: { kind: 'question' | 'answer'; text: string },
): Promise<void> {
  await sql`insert into hand_over_line (hand_over_id, seq, kind, text, written_at, written_by)
    values (${id}, ${seq + 1}, ${kind}, ${text}, ${asDate(ctx.clock.now())}, ${doneBy(ctx)})`.execute(
    ctx.database,
  );
}

async function tellOf(
  ctx: Context,
  { id, conversationId }: LockedHandOver,
  change: Outcome | 'asked' | 'taken',
): Promise<void> {
  await ctx.emit([told('hand-over-changed', conversationId, { handOverId: id, change })]);
}
