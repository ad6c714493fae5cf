import { keptPlace } from '../platform/making-places.ts';
import type { Place } from '../platform/personal-place.ts';

/** Colleagues: no customer stands here. What they did stays accountable; lists they looked at go by retention. */
const employeePlace = keptPlace({
  name: 'employee',
  columns: ['employee.*', 'list_use.*'],
  reason: 'colleagues, no customers; who did what must stay known',
  until: 'three years for lists they looked at; the rest as long as what they did is kept',
});

/** What is about colleagues themselves: how they came in, what they may, what they read and learned. No customers. */
const workPlace = keptPlace({
  name: 'employee-work',
  columns: [
    'invitation.*',
    'password_link.*',
    'password_request.*',
    'mandate.*',
    'rule_acknowledgement.*',
    'course_attempt.*',
    'certificate.*',
    'queue_worker.*',
    'presence.*',
  ],
  reason:
    'colleagues, no customers; whether somebody was allowed and trained to answer must be shown afterwards',
  until: 'as long as the answers they gave are kept',
});

export const places: readonly Place[] = [employeePlace, workPlace];
