import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { previewOf } from '../conversation.ts';
import { waitsForPerson } from './course.ts';
import type { Placed } from './placed.ts';

function waitingSince(placed: Placed): Date | null {
  const open = waitsForPerson(placed.course).map((w) => w.openedAt);
  return open.length === 0 ? null : new Date(open.reduce((a, b) => Math.min(a, b)));
}

/** Removes the head rows of conversations that are now done. */
export async function removeHeads(ctx: Context, placed: readonly Placed[]): Promise<void> {
  const done = placed.filter((p) => p.course.state === 'done' && p.found.course !== null);
  if (done.length > 0) {
    await ctx.database
      .deleteFrom('conversation_open')
      .where(
        'conversation_id',
        'in',
        done.map((p) => p.found.conversationId),
      )
      .execute();
  }
}

/** The statement that writes the head row of every conversation that is not done. */
export function headsOf(placed: readonly Placed[]): RawBuilder<unknown> {
  const open = placed.filter((p) => p.course.state !== 'done');
  const pick = <T>(of: (p: Placed) => T): T[] => open.map(of);
  return sql`
    insert into conversation_open (conversation_id, public_id, queue_id, state, person_id, person_name, channel,
      audience, last_message_at, waiting_since, inbound_seq, urgency, sentiment, intent, language, preview,
      assignee_id)
    select t.*, (select employee_id from assignment a where a.conversation_id = t.id and a.ended_at is null)
    from unnest(
      ${pick((p) => p.found.conversationId)}::bigint[], ${pick((p) => p.found.publicId)}::text[],
      ${pick((p) => p.found.queueId)}::bigint[], ${pick((p) => p.course.state)}::text[],
      ${pick((p) => p.found.personId)}::bigint[],
      ${pick((p) => p.found.personName)}::text[], ${pick((p) => p.newest.channel)}::text[],
      ${pick((p) => p.newest.audience)}::text[], ${pick((p) => new Date(p.course.lastAt))}::timestamptz[],
      ${pick((p) => waitingSince(p))}::timestamptz[], ${pick((p) => p.course.inboundSeq)}::integer[],
      ${pick((p) => p.asked?.urgency ?? 0)}::smallint[],
      ${pick((p) => p.asked?.sentiment ?? null)}::text[],
      ${pick((p) => p.asked?.intent ?? null)}::text[],
      ${pick((p) => p.asked?.language ?? null)}::text[],
      ${pick((p) => previewOf(p.newest.text))}::text[])
      as t (id, public_id, queue, state, person, name, channel, audience, last_at, waiting, inbound, urgency,
        sentiment, intent, language, preview)
    on conflict (conversation_id) do update set state = excluded.state,
      person_id = coalesce(conversation_open.person_id, excluded.person_id),
      person_name = coalesce(conversation_open.person_name, excluded.person_name),
      last_message_at = excluded.last_message_at, waiting_since = excluded.waiting_since,
      inbound_seq = excluded.inbound_seq,
      urgency = case when excluded.intent is null then conversation_open.urgency else excluded.urgency end,
      sentiment = coalesce(excluded.sentiment, conversation_open.sentiment),
      intent = coalesce(excluded.intent, conversation_open.intent),
      language = coalesce(excluded.language, conversation_open.language), preview = excluded.preview,
      fold_id = null`;
}
