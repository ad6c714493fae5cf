import type { Place } from '../../platform/personal-place.ts';

/** What colleagues wrote to customers who do not exist: about no customer, and gone after a month. */
export const practicePlace: Place = {
  name: 'practice',
  columns: ['practice.*', 'practice_line.*'],
  mode: {
    kind: 'keep',
    reason: 'colleagues, no customers; the cases are written by us',
    until: 'a month, or until the colleague throws it away',
  },
  find: async () => [],
  erase: async () => 0,
  verify: async () => 0,
};
