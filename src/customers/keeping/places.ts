import type { Place } from '../../platform/personal-place.ts';
import { tablePlace } from '../table-place.ts';

/** What colleagues keep of a customer. */
export const places: readonly Place[] = [
  tablePlace({ table: 'customer_note', without: ['written_by'] }),
  tablePlace({ table: 'follow_up', without: ['assignee_id', 'made_by', 'done_by'] }),
  tablePlace({ table: 'person_attribute', without: ['definition_id', 'set_by'] }),
  tablePlace({ table: 'person_relation', without: ['by_employee'] }),
];
