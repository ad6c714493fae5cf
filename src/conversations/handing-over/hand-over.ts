import { sql } from 'kysely';
import { may } from '../../organisation/authority.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';

/** How a question to another department ended: with an answer, as not theirs, or because it was no longer needed. */
export const outcomes = ['answered', 'returned', 'withdrawn'] as const;
export type Outcome = (typeof outcomes)[number];

export interface HandOverLine {
  kind: 'question' | 'answer';
  text: string;
  at: Date;
  by: string | null;
}

/** A question to another department about a conversation, with its own clock. */
export interface HandOver {
  id: string;
  department: string;
  askedAt: Date;
  askedBy: string | null;
  dueAt: Date | null;
  takenBy: string | null;
  endedAt: Date | null;
  endedBy: string | null;
  outcome: Outcome | null;
  lines: HandOverLine[];
}

const lines = sql`(select coalesce(json_agg(json_build_object('kind', l.kind, 'text', l.text, 'at', l.written_at,
    'by', e.name) order by l.seq), '[]') from hand_over_line l left join employee e on e.id = l.written_by
  where l.hand_over_id = h.id)`;

/** All of one conversation, newest first. For whoever opened it. One statement. */
export async function handOversOf(ctx: Context, conversationId: string): Promise<HandOver[]> {
  const found = await sql<HandOver & { lines: { at: string }[] }>`
    select h.public_id as id, d.name as department, h.asked_at as "askedAt", a.name as "askedBy", h.due_at as "dueAt",
      t.name as "takenBy", h.ended_at as "endedAt", x.name as "endedBy", h.outcome, ${lines} as lines
    from hand_over h join department d on d.id = h.department_id
    left join employee a on a.id = h.asked_by left join employee t on t.id = h.taken_by
    left join employee x on x.id = h.ended_by
    where h.conversation_id = ${conversationId} order by h.id desc limit 50`.execute(ctx.database);
  return found.rows.map((row) => ({
    ...row,
    lines: row.lines.map((line) => ({ ...line, at: new Date(line.at) })),
  }));
}

export interface LockedHandOver {
  id: string;
  publicId: string;
  conversationId: string;
  departmentId: string;
  /** Of the queue in which the conversation stands. */
  ownDepartmentId: string | null;
  askedAt: Date;
  endedAt: Date | null;
  seq: number;
}

/** Whether this colleague answers for the department, or speaks with the customer. */
export type Side = 'department' | 'owner';

/**
 * The hand-over, locked, for whoever stands on this side of it. One that is not theirs is refused as one that is not
 * there. @throws Refusal `not-found.hand-over`, `conflict.hand-over-ended`
 */
export async function lockHandOver(ctx: Context, publicId: string, side: Side): Promise<LockedHandOver> {
  const found = await sql<LockedHandOver>`
    select h.id, h.public_id as "publicId", h.conversation_id as "conversationId", h.department_id as "departmentId",
      q.department_id as "ownDepartmentId", h.asked_at as "askedAt", h.ended_at as "endedAt",
      (select coalesce(max(seq), 0) from hand_over_line where hand_over_id = h.id) as seq
    from hand_over h join conversation c on c.id = h.conversation_id join queue q on q.id = c.queue_id
    where h.public_id = ${publicId} for update of h`.execute(ctx.database);
  const [row] = found.rows;
  const isTheirs =
    row &&
    (side === 'department'
      ? may(ctx.actor, 'conversation.answer', row.departmentId)
      : may(ctx.actor, 'conversation.assign', row.ownDepartmentId));
  if (!row || !isTheirs) throw new Refusal('not-found.hand-over', { id: publicId });
  if (row.endedAt) throw new Refusal('conflict.hand-over-ended', { id: publicId });
  return row;
}
