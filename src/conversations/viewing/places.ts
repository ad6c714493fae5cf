import { keptPlace } from '../../platform/making-places.ts';

export const savedViewPlace = keptPlace({
  name: 'saved-view',
  columns: ['saved_view.*'],
  reason: 'colleagues, no customers; a view holds queues, labels and states, and no name',
  until: 'the colleague ends it',
});
