import { type RawBuilder, sql } from 'kysely';
import { personAllows } from '../../customers/using.ts';
import { type Action, reachOf } from '../../organisation/authority.ts';
import type { Actor, Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';

/**
 * Whether the actor may do `action` with message `m`: the conversation it stands in decides, by the department of its
 * queue; one without a department, or a message that stands nowhere yet, is for whoever may do it anywhere. Asked in
 * the query, so that a list and a single message cannot disagree.
 */
export function within(actor: Actor, action: Action): RawBuilder<boolean> {
  const reach = reachOf(actor, action);
  if (reach === 'everywhere') return sql<boolean>`true`;
  if (reach.length === 0) return sql<boolean>`false`;
  return sql<boolean>`not exists (
    select from conversation_item i join conversation c on c.id = i.conversation_id join queue q on q.id = c.queue_id
    where i.message_id = m.id and q.department_id is not null
      and q.department_id <> all (${reach}::bigint[]))`;
}

/** What a label is about: an inbound message, with what stands on it now. */
export interface Labelled {
  readonly id: string;
  readonly receivedAt: Date;
  readonly personId: string | null;
  readonly text: string;
  readonly sentiment: string | null;
  readonly intent: string | null;
  readonly urgency: number | null;
  readonly answerable: boolean | null;
}

/**
 * The message, locked for a change. One that the actor may not see is refused in the words of one that is not there.
 * @throws Refusal `not-found.message`
 */
export async function lockMessage(ctx: Context, publicId: string, action: Action): Promise<Labelled> {
  const found = await sql<Labelled>`
    select m.id, m.received_at as "receivedAt", m.person_id as "personId", m.text, m.sentiment, m.intent, m.urgency,
      m.answerable
    from message m
    where m.public_id = ${publicId} and m.direction = 'in' and ${personAllows(sql`m.person_id`, 'service')}
      and ${within(ctx.actor, action)}
    for update of m`.execute(ctx.database);
  const message = found.rows[0];
  if (!message) throw new Refusal('not-found.message', { id: publicId });
  return message;
}
