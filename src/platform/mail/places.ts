import { sql } from 'kysely';
import { rowsPlace } from '../making-places.ts';
import type { Place } from '../personal-place.ts';

/**
 * Mails to somebody: what was sent and when, and for a week the words. Without links: one that still opens something
 * is of whoever has the mail, not of whoever has the copy.
 */
export const places: readonly Place[] = [
  rowsPlace({
    name: 'mail',
    shown: sql`json_build_object('kind', kind, 'purpose', purpose, 'to', recipient, 'subject', subject,
      'state', state, 'reason', reason, 'words', regexp_replace(body, 'https?://\\S+', '[…]', 'g'),
      'madeAt', created_at, 'endedAt', ended_at)`,
    by: sql`id`,
  }),
];
