import type { Place } from '../platform/personal-place.ts';

/** What is counted per colleague: no customer stands here. Figures of one colleague are shown by agreement only. */
const countsPlace: Place = {
  name: 'colleague-counts',
  columns: ['speech_day.*', 'contact_day.*', 'insight_use.*', 'report_colleague.*', 'display.*'],
  mode: {
    kind: 'keep',
    reason: 'colleagues, no customers; the journey of past years is computed from these days',
    until: 'as long as the journey is kept',
  },
  find: async () => [],
  erase: async () => 0,
  verify: async () => 0,
};

export const places: readonly Place[] = [countsPlace];
