import { sql } from 'kysely';
import { keptPlace, rowsPlace } from '../../platform/making-places.ts';
import type { Place } from '../../platform/personal-place.ts';

/** What two colleagues said about an answer to this person; the marks stay, as numbers about our work. */
const talkPlace = rowsPlace({
  name: 'quality talk',
  table: 'quality_talk',
  // Before the conversation lets go of the person.
  order: 40,
  whose: (personId) => sql`item_id in (
    select i.id from quality_item i join conversation c on c.id = i.conversation_id
    where c.person_id = ${personId}::bigint)`,
  shown: sql`json_build_object('saidAt', said_at, 'text', text)`,
  by: sql`id`,
});

/** Which answers were drawn and what marks they got: numbers about our own work, and colleagues. */
const marksPlace = keptPlace({
  name: 'quality marks',
  columns: ['quality_item.*', 'quality_score.*'],
  reason: 'colleagues, no customers; marks of answers, without a word of them',
  until: 'as long as reports are kept',
});

export const places: readonly Place[] = [talkPlace, marksPlace];
