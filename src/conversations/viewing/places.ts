import type { Place } from '../../platform/personal-place.ts';

export const savedViewPlace: Place = {
  name: 'saved-view',
  columns: ['saved_view.*'],
  mode: {
    kind: 'keep',
    reason: 'colleagues, no customers; a view holds queues, labels and states, and no name',
    until: 'the colleague ends it',
  },
  find: async () => [],
  erase: async () => 0,
  verify: async () => 0,
};
