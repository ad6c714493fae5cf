import { sql } from 'kysely';
import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import { countRows, foundRows } from '../platform/making-places.ts';
import type { Place } from '../platform/personal-place.ts';
import { questionPlace } from './asking/places.ts';
import { previewOf } from './conversation.ts';
import { forgetAsked, handOverPlace } from './handing-over/places.ts';
import { practicePlace } from './practising/places.ts';
import { rulingPlace } from './ruling/places.ts';
import { savedSearchPlace } from './searching/places.ts';
import { savedViewPlace } from './viewing/places.ts';

/** In the lists: a line of their words can stand on the row of somebody else's conversation. */
const previewPlace: Place = {
  name: 'conversation preview',
  columns: ['conversation.preview', 'conversation_open.preview'],
  mode: { kind: 'detach' },
  order: 60,
  find: async () => [],
  erase: async (ctx, personId) => {
    const found = await sql<{ id: string; text: string | null }>`
      select c.id, (
        select left(o.text, 400) from conversation_item n join message o on o.id = n.message_id and o.received_at = n.received_at
        where n.conversation_id = c.id and n.kind <> 'note' and o.person_id is distinct from ${personId}::bigint
          and o.parent_external_id is distinct from m.external_id
        order by n.sent_at desc, n.seq desc limit 1) as text
      from message m
      join conversation_item i on i.message_id = m.id
      join conversation c on c.id = i.conversation_id
      where m.person_id = ${personId}::bigint and c.person_id is distinct from ${personId}::bigint`.execute(
      ctx.database,
    );
    for (const { id, text } of found.rows) {
      const preview = previewOf(text ?? '');
      await ctx.database.updateTable('conversation').set({ preview }).where('id', '=', id).execute();
      await ctx.database
        .updateTable('conversation_open')
        .set({ preview })
        .where('conversation_id', '=', id)
        .execute();
    }
    return found.rows.length;
  },
  verify: async () => 0,
};

/** The conversation stays as a stub that counts, closed, with nobody in it. */
const conversationPlace: Place = {
  name: 'conversation',
  columns: ['conversation.*', 'conversation_open.*'],
  mode: { kind: 'detach' },
  order: 80,
  file: 'cases',
  find: (ctx, personId) =>
    foundRows(
      ctx,
      sql`
      select json_build_object('id', c.public_id, 'channel', a.channel, 'account', a.name, 'queue', q.name,
        'state', c.state, 'startedBy', c.started_by, 'firstMessageAt', c.first_message_at,
        'lastMessageAt', c.last_message_at, 'firstReplyAt', c.first_reply_at, 'closedAt', c.closed_at,
        'messages', c.seq, 'language', c.language) as row
      from conversation c join channel_account a on a.id = c.channel_account_id join queue q on q.id = c.queue_id
      where c.person_id = ${personId}::bigint and c.merged_into_id is null order by c.first_message_at, c.id`,
    ),
  erase: async (ctx, personId) => {
    const found = await sql<{ id: string }>`
      select id from conversation where person_id = ${personId}::bigint for update`.execute(ctx.database);
    return emptyConversations(
      ctx,
      found.rows.map(({ id }) => id),
    );
  },
  verify: (ctx, personId) =>
    countRows(
      ctx,
      sql`(select from conversation where person_id = ${personId}::bigint
        union all select from conversation_open where person_id = ${personId}::bigint) theirs`,
    ),
};

/** Nobody waits any more: what was unanswered ends with the conversation and counts as closed without an answer. */
export async function emptyConversations(ctx: Context, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const now = asDate(ctx.clock.now());
  const these = sql`${ids}::bigint[]`;
  await sql`update response_interval set closed_at = ${now}, closed_by = 'closure', close_time_known = true
    where conversation_id = any(${these}) and closed_at is null`.execute(ctx.database);
  await sql`delete from conversation_open where conversation_id = any(${these})`.execute(ctx.database);
  await forgetAsked(ctx, ids);
  await sql`delete from message_unplaced where message_id in (
    select message_id from conversation_item where conversation_id = any(${these}))`.execute(ctx.database);
  await sql`update assignment set ended_at = ${now} where conversation_id = any(${these}) and ended_at is null`.execute(
    ctx.database,
  );
  await sql`
    update conversation set person_id = null, identity_id = null, thread = null, preview = '', language = null,
      state = 'done', closed_at = case when merged_into_id is null then coalesce(closed_at, ${now}) end, version = version + 1
    where id = any(${these})`.execute(ctx.database);
  return ids.length;
}

export const places: readonly Place[] = [
  previewPlace,
  conversationPlace,
  handOverPlace,
  practicePlace,
  savedViewPlace,
  savedSearchPlace,
  rulingPlace,
  questionPlace,
];
