import { sql } from 'kysely';
import { rowsPlace } from '../../platform/making-places.ts';

/** Why rules held for somebody's conversations, and what they did. */
export const rulingPlace = rowsPlace({
  name: 'ruling',
  order: 31,
  whose: (personId) =>
    sql`ruling.conversation_id in (select id from conversation where person_id = ${personId}::bigint)`,
  shown: sql`json_build_object('conversation', c.public_id, 'at', ruling.at, 'because', ruling.because,
    'acts', ruling.acts)`,
  beside: sql`join conversation c on c.id = ruling.conversation_id`,
  by: sql`ruling.id`,
});
