import type { RefusalWords } from '../refusals.ts';

/** Refusals around target groups and customer systems. */
export const segmentRefusals: Record<string, RefusalWords> = {
  'not-found.segment': {
    title: 'This target group is not there',
    next: 'It does not exist, or is used no more. Look among all target groups.',
  },
  'conflict.segment-name': {
    title: 'There is a target group of this name',
    next: 'Choose another name.',
  },
  'conflict.segment-purpose': {
    title: 'This was asked for another purpose',
    next: 'People gave this for one purpose; beyond it, it must not count. Take the condition away or choose that purpose.',
  },
  'conflict.segment-broken': {
    title: 'This target group no longer holds',
    next: 'It asks about something that is no longer kept. Open it and take that condition away.',
  },
  'invalid.segment-rule': {
    title: 'Say what somebody must meet',
    next: 'A target group has at least one condition, and at most twelve.',
  },
  'invalid.segment-condition': {
    title: 'A condition is not filled in well',
    next: 'Look at each condition whether everything is filled in and numbers and days are right.',
  },
  'invalid.segment-any-not': {
    title: '“Not” is not possible here',
    next: 'With “at least one” nearly everybody would be in. Choose “whoever meets all”.',
  },
  'not-found.backoffice': {
    title: 'This customer system is not there',
    next: 'It does not exist, or the connection was ended.',
  },
  'conflict.backoffice-untried': {
    title: 'Try it first',
    next: 'Only once the system has answered can it be switched on.',
  },
  'conflict.secret-shut': {
    title: 'The password can no longer be read',
    next: 'The key is not the one with which it was kept. Enter the password anew.',
  },
};
