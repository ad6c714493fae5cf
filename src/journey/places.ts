import type { Place } from '../platform/personal-place.ts';

/** Colleagues in the team, and who was asked for a self-assessment; never what they answered. No customers. */
const peoplePlace: Place = {
  name: 'journey-colleagues',
  columns: ['team_member.*', 'assessment_invitation.*', 'remark.*'],
  mode: {
    kind: 'keep',
    reason: 'colleagues, no customers; who steered, and how many took part, belongs to the evidence',
    until: 'as long as the journey is kept',
  },
  find: async () => [],
  erase: async () => 0,
  verify: async () => 0,
};

export const places: readonly Place[] = [peoplePlace];
