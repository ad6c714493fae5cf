import { keptPlace } from '../platform/making-places.ts';
import type { Place } from '../platform/personal-place.ts';
import { surveyPlace } from './surveying/places.ts';

/** What is counted per colleague: no customer stands here. Figures of one colleague are shown by agreement only. */
export const places: readonly Place[] = [
  keptPlace({
    name: 'colleague-counts',
    columns: [
      'speech_day.*',
      'contact_day.*',
      'insight_use.*',
      'report_colleague.*',
      'report_month_colleague.*',
      'display.*',
    ],
    reason: 'colleagues, no customers; the journey of past years is computed from these days',
    until: 'as long as the journey is kept',
  }),
  surveyPlace,
];
