import { sql } from 'kysely';
import { countRows, foundRows, keptPlace, rowsPlace } from '../../platform/making-places.ts';
import type { Place } from '../../platform/personal-place.ts';

/** What a colleague wrote to somebody and did not send. */
const draftPlace = rowsPlace({
  name: 'draft',
  order: 33,
  whose: (personId) => sql`draft.conversation_id in (${conversationsOf(personId)})`,
  shown: sql`json_build_object('conversation', c.public_id, 'text', draft.text, 'at', draft.saved_at)`,
  // Of a note the paper is the colleague's: it goes with the person, and is not shown to them.
  beside: sql`join conversation c on c.id = draft.conversation_id and draft.mode <> 'note'`,
  by: sql`draft.saved_at`,
});

/** Answers on their way, and those that came to nothing. What was sent is a message and goes with those. */
const replyPlace: Place = {
  name: 'reply',
  columns: ['reply.*', 'rule_conflict.*'],
  mode: { kind: 'detach' },
  order: 32,
  find: (ctx, personId) =>
    foundRows(
      ctx,
      sql`
        select json_build_object('conversation', c.public_id, 'text', r.text, 'state', r.state, 'at', r.made_at) as row
        from reply r join conversation c on c.id = r.conversation_id
        where c.person_id = ${personId}::bigint and r.text <> '' order by r.made_at`,
    ),
  erase: async (ctx, personId) => {
    // One that has not left never will; of all of them no word stays.
    const emptied = await sql`
      update reply set text = '', proposed = null, reason = null,
        approved_text = case when approved_text is null then null else '' end,
        state = case when state in ('waiting', 'held') then 'refused' else state end
      where conversation_id in (${conversationsOf(personId)}) and text <> ''`.execute(ctx.database);
    await sql`update rule_conflict set reason = null, remark = null
      where conversation_id in (${conversationsOf(personId)})`.execute(ctx.database);
    return Number(emptied.numAffectedRows ?? 0);
  },
  verify: (ctx, personId) =>
    countRows(ctx, sql`reply where text <> '' and conversation_id in (${conversationsOf(personId)})`),
};

/** About colleagues: which paper lay on top, who was writing, whose answers are looked at. */
const habitPlace = keptPlace({
  name: 'composer-habits',
  columns: ['composer_mode.*', 'writing_claim.*', 'approval_rule.*'],
  reason: 'colleagues, no customers; why an answer was looked at must stay known',
  until: 'as long as the answers they gave are kept; who was writing for one day',
});

function conversationsOf(personId: string) {
  return sql`select id from conversation where person_id = ${personId}::bigint`;
}

export const places: readonly Place[] = [replyPlace, draftPlace, habitPlace];
