import { sql } from 'kysely';
import { rowsPlace } from '../../platform/making-places.ts';
import type { Place } from '../../platform/personal-place.ts';

/** That a language model or transformer was asked about them; never what. */
export const places: readonly Place[] = [
  rowsPlace({
    name: 'assistance',
    order: 35,
    shown: sql`json_build_object('about', reference, 'for', kind, 'model', model, 'where', place,
      'outcome', outcome, 'takenOut', hidden, 'at', asked_at)`,
    by: sql`id`,
  }),
];
