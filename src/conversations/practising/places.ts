import { keptPlace } from '../../platform/making-places.ts';

/** What colleagues wrote to customers who do not exist: about no customer, and gone after a month. */
export const practicePlace = keptPlace({
  name: 'practice',
  columns: ['practice.*', 'practice_line.*'],
  reason: 'colleagues, no customers; the cases are written by us',
  until: 'a month, or until the colleague throws it away',
});
