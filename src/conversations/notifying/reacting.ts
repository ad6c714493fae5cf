import { sql } from 'kysely';
import { may } from '../../organisation/authority.ts';
import { getEmployeeActor } from '../../organisation/employees.ts';
import { actAs, type Context } from '../../platform/context.ts';
import type { Event } from '../../platform/events.ts';
import { mayApprove } from '../approving/who.ts';
import { joinIn } from '../following/participants.ts';
import { isReader } from '../following/reader.ts';
import { type News, tell } from './telling.ts';

/** What is told to colleagues when it happened. Whom a note calls is told in the transaction of the note. */
export const whatIsTold = [
  'conversation.assigned',
  'conversation.continued',
  'conversation.answered',
  'conversation.waiting',
  'conversation.approved',
  'conversation.taken-back',
  'conversation.handed-over',
  'conversation.hand-over-changed',
] as const;

type Telling = (ctx: Context, about: { event: Event; conversation: About }) => Promise<News[]>;

const tellings: Readonly<Record<(typeof whatIsTold)[number], Telling>> = {
  'conversation.assigned': assigned,
  'conversation.continued': continued,
  'conversation.answered': answered,
  'conversation.waiting': waiting,
  'conversation.approved': decided,
  'conversation.taken-back': decided,
  'conversation.handed-over': handedOver,
  'conversation.hand-over-changed': handOverChanged,
};

/** Soon after it happened; harmless to do twice. */
export async function tellColleagues(ctx: Context, event: Event): Promise<void> {
  const telling = tellings[event.verb as keyof typeof tellings];
  const conversation = event.subjectId === null ? undefined : await findAbout(ctx, event.subjectId);
  if (!telling || !conversation) return;
  await tell(ctx, await telling(ctx, { event, conversation }));
}

interface About {
  id: string;
  channel: string;
  departmentId: string | null;
  assigneeId: string | null;
  topics: string[];
}

async function findAbout(ctx: Context, id: string): Promise<About | undefined> {
  const found = await sql<About>`
    select c.id, a.channel, q.department_id as "departmentId", c.topics,
      (select employee_id from assignment s where s.conversation_id = c.id and s.ended_at is null) as "assigneeId"
    from conversation c join queue q on q.id = c.queue_id join channel_account a on a.id = c.channel_account_id
    where c.id = ${id} and c.merged_into_id is null`.execute(ctx.database);
  return found.rows[0];
}

async function assigned(
  ctx: Context,
  { event, conversation }: { event: Event; conversation: About },
): Promise<News[]> {
  const employeeId = event.data.employeeId;
  if (typeof employeeId !== 'string' || employeeId !== conversation.assigneeId) return [];
  const found = await sql<{ by: string | null }>`
    select assigned_by as by from assignment where conversation_id = ${conversation.id} and ended_at is null`.execute(
    ctx.database,
  );
  const by = found.rows[0]?.by ?? null;
  return [{ employeeId, kind: 'assigned', conversationId: conversation.id, by, cause: `event:${event.seq}` }];
}

/** The customer wrote again: whoever has it hears that, and whoever follows it and may still read it. */
async function continued(
  ctx: Context,
  { event, conversation }: { event: Event; conversation: About },
): Promise<News[]> {
  const found = await sql<{ id: string }>`
    select employee_id as id from participant where conversation_id = ${conversation.id} and left_at is null
    union select ${conversation.assigneeId}::bigint where ${conversation.assigneeId}::bigint is not null`.execute(
    ctx.database,
  );
  const readers: News[] = [];
  for (const { id } of found.rows)
    if (await isReader(ctx, conversation, id))
      readers.push({
        employeeId: id,
        kind: 'replied',
        conversationId: conversation.id,
        by: null,
        cause: `event:${event.seq}`,
      });
  return readers;
}

/** Who answers follows; nobody is told. */
async function answered(
  ctx: Context,
  { event, conversation }: { event: Event; conversation: About },
): Promise<News[]> {
  const found = await sql<{ id: string }>`
    select employee_id as id from message where id = ${String(event.data.messageId)}::bigint and employee_id is not null`.execute(
    ctx.database,
  );
  await joinIn(ctx, conversation.id, { employees: found.rows.map(({ id }) => id), why: 'answered' });
  return [];
}

interface Asked {
  authorId: string | null;
  /** Who decided, when somebody did. */
  decidedBy: string | null;
}

async function replyOf(ctx: Context, event: Event): Promise<Asked | undefined> {
  const found = await sql<Asked>`
    select author_id as "authorId", coalesce(ended_by, approved_by) as "decidedBy" from reply
    where public_id = ${String(event.data.replyId)}`.execute(ctx.database);
  return found.rows[0];
}

/** Everybody who may be the second person, as far as they may read it. */
async function waiting(
  ctx: Context,
  { event, conversation }: { event: Event; conversation: About },
): Promise<News[]> {
  const reply = await replyOf(ctx, event);
  if (!reply) return [];
  const news: News[] = [];
  for (const id of await thoseHere(ctx)) {
    if (id === reply.authorId) continue;
    const as = actAs(ctx, await getEmployeeActor(ctx, id));
    if (!(await mayApprove(as, conversation)) || !(await isReader(ctx, conversation, id))) continue;
    news.push({
      employeeId: id,
      kind: 'approval_asked',
      conversationId: conversation.id,
      by: reply.authorId,
      cause: `event:${event.seq}`,
    });
  }
  return news;
}

async function decided(
  ctx: Context,
  { event, conversation }: { event: Event; conversation: About },
): Promise<News[]> {
  if (event.verb === 'conversation.taken-back' && event.data.state !== 'rejected') return [];
  const reply = await replyOf(ctx, event);
  if (!reply?.authorId) return [];
  const by = reply.decidedBy;
  return [
    {
      employeeId: reply.authorId,
      kind: 'approval_decided',
      conversationId: conversation.id,
      by,
      cause: `event:${event.seq}`,
    },
  ];
}

/** The colleagues of the department that is asked, who may answer there. */
async function handedOver(
  ctx: Context,
  { event, conversation }: { event: Event; conversation: About },
): Promise<News[]> {
  const departmentId = String(event.data.departmentId);
  const asked = await handOverOf(ctx, event);
  const news: News[] = [];
  for (const id of await thoseHere(ctx, departmentId)) {
    const actor = await getEmployeeActor(ctx, id);
    if (!may(actor, 'conversation.answer', departmentId)) continue;
    news.push({
      employeeId: id,
      kind: 'handed_over',
      conversationId: conversation.id,
      by: asked?.askedBy ?? null,
      cause: `event:${event.seq}`,
    });
  }
  return news;
}

/** Whoever asked hears what came of it. */
async function handOverChanged(
  ctx: Context,
  { event, conversation }: { event: Event; conversation: About },
): Promise<News[]> {
  const asked = await handOverOf(ctx, event);
  const { change } = event.data;
  if (!asked?.askedBy || (change !== 'answered' && change !== 'returned')) return [];
  return [
    {
      employeeId: asked.askedBy,
      kind: 'hand_over_answered',
      conversationId: conversation.id,
      by: asked.endedBy,
      cause: `event:${event.seq}`,
    },
  ];
}

async function handOverOf(
  ctx: Context,
  event: Event,
): Promise<{ askedBy: string | null; endedBy: string | null } | undefined> {
  const found = await sql<{ askedBy: string | null; endedBy: string | null }>`
    select asked_by as "askedBy", ended_by as "endedBy" from hand_over
    where id = ${String(event.data.handOverId)}::bigint`.execute(ctx.database);
  return found.rows[0];
}

async function thoseHere(ctx: Context, departmentId: string | null = null): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select id from employee where left_at is null
      and (${departmentId}::bigint is null or department_id = ${departmentId}::bigint) order by id`.execute(
    ctx.database,
  );
  return found.rows.map(({ id }) => id);
}
