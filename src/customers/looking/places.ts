import type { Place } from '../../platform/personal-place.ts';
import { tablePlace } from '../table-place.ts';

/** Why colleagues looked at somebody; who it was is not told. */
export const places: readonly Place[] = [
  tablePlace({ table: 'customer_look', without: ['employee_id', 'department_id', 'key_id', 'what'] }),
];
