import { sql } from 'kysely';
import { rowsPlace } from '../../platform/making-places.ts';
import type { Place } from '../../platform/personal-place.ts';

/** Answers that were prepared and not sent. Erased before `assistance`, which they point at. */
export const places: readonly Place[] = [
  rowsPlace({
    name: 'reply_draft',
    order: 34,
    shown: sql`json_build_object('conversation', c.public_id, 'text', reply_draft.text, 'at', reply_draft.made_at)`,
    beside: sql`join conversation c on c.id = reply_draft.conversation_id`,
    by: sql`reply_draft.made_at`,
  }),
];
