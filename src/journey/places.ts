import { keptPlace } from '../platform/making-places.ts';
import type { Place } from '../platform/personal-place.ts';

/** Colleagues in the team, and who was asked for a self-assessment; never what they answered. No customers. */
export const places: readonly Place[] = [
  keptPlace({
    name: 'journey-colleagues',
    columns: ['team_member.*', 'assessment_invitation.*', 'remark.*'],
    reason: 'colleagues, no customers; who steered, and how many took part, belongs to the evidence',
    until: 'as long as the journey is kept',
  }),
];
