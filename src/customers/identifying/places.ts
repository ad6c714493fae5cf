import type { Place } from '../../platform/personal-place.ts';
import { tablePlace } from '../table-place.ts';

/** Who is who: proofs, lines between persons, and what was suggested of them. Before identities and persons go. */
export const places: readonly Place[] = [
  tablePlace({ table: 'identity_proof', without: ['identity_id', 'by_employee'] }),
  tablePlace({ table: 'person_shown', by: ['person_id', 'shown_id'], without: ['shown_id'] }),
  tablePlace({
    table: 'person_alias',
    by: ['person_id', 'into_id'],
    without: ['into_id', 'made_by', 'undone_by'],
  }),
  tablePlace({
    table: 'merge_suggestion',
    by: ['person_id', 'other_id'],
    without: ['other_id', 'dismissed_by'],
  }),
  tablePlace({ table: 'person_mention', without: ['message_id'] }),
];
