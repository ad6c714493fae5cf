import { sql } from 'kysely';
import { rowsPlace } from '../../platform/making-places.ts';
import type { Place } from '../../platform/personal-place.ts';

/** What a customer system was told, or is to be told, of conversations and corrections. What waits is told no more once it is gone. */
export const places: readonly Place[] = [
  rowsPlace({
    name: 'backoffice_share',
    shown: sql`json_build_object('to', (select name from backoffice where id = backoffice_id), 'what', what,
      'told', interaction, 'state', state, 'reason', reason, 'madeAt', made_at, 'endedAt', ended_at)`,
    by: sql`id`,
  }),
];
