import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { presentAt } from '../following/looking.ts';

const standing = sql`case when o.snoozed_until is null then o.state else 'snoozed' end as state`;
/** What a row of the list shows of the head row `o`. */
export const columns = sql`o.conversation_id, o.public_id as "publicId", ${standing}, o.person_name as "personName", o.channel,
  o.audience, o.last_message_at as "lastMessageAt", o.waiting_since as "waitingSince", o.urgency, o.sentiment, o.intent,
  o.language, o.preview, o.assignee_id, o.inbound_seq, o.snoozed_until, o.substate_id, o.label_ids,
  o.due_at as "dueAt", o.due_kind as "dueKind", o.norm, o.priority`;

/** Of a row of the list: its own name for how it stands, when it wakes, its labels, and who looks at it. */
export function marksOf(ctx: Context, row: 'h' | 'o'): RawBuilder<unknown> {
  const of = (column: string) => sql.ref(`${row}.${column}`);
  return sql`(select s.name from substate s where s.id = ${of('substate_id')}) as substate,
      nullif(${of('snoozed_until')}, 'infinity') as "snoozedUntil",
      array(select l.name from inbox_label l where l.id = any(${of('label_ids')}) order by l.name) as labels,
      ${presentAt(ctx, sql.ref(`${row}.conversation_id`))} as present`;
}

/** What the mandate matrix is asked about a head row `o`, and about a conversation `c`. */
export const ofHead = { channel: sql`o.channel`, topics: sql`o.topics` };
export const ofConversation = {
  channel: sql`(select x.channel from channel_account x where x.id = c.channel_account_id)`,
  topics: sql`c.topics`,
};
