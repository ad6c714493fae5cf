import { keptPlace } from '../../platform/making-places.ts';
import type { Place } from '../../platform/personal-place.ts';

/** About colleagues: who follows what, who was called, who looks along, and what they were told of. No words of anybody. */
const attentionPlace = keptPlace({
  name: 'attention of colleagues',
  columns: [
    'participant.*',
    'mention.*',
    'looking.*',
    'notification.*',
    'notification_wish.*',
    'notification_quiet.*',
    'push_subscription.*',
  ],
  reason: 'colleagues, no customers; numbers of conversations and no word of them',
  until: 'what was told goes after ninety days, the rest when the colleague ends it or leaves',
});

export const places: readonly Place[] = [attentionPlace];
