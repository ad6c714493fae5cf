import type { RefusalWords } from '../refusals.ts';

/** Refusals around automatic rules. */
export const rulingRefusals: Record<string, RefusalWords> = {
  'invalid.rules': {
    title: 'A rule is not right',
    next: 'Each rule has a name, at least one action, and names only what is there. ‘Time has passed’ needs how long.',
  },
  'invalid.macro-actions': {
    title: 'What comes along is no longer there',
    next: 'Choose a label, state, colleague or queue that still is.',
  },
  'not-found.question': {
    title: 'This question is no longer there',
    next: 'The link is old, or belongs to another question.',
  },
  'invalid.question': {
    title: 'The question is not right',
    next: 'Look at the hours (0 to 168), the share (1 to 100) and the days (0 to 365).',
  },
  'invalid.score': { title: 'This answer is not possible', next: 'Choose one of the answers.' },
  'not-found.webhook': {
    title: 'This webhook is no longer there',
    next: 'Look in the list at what is there now.',
  },
  'invalid.webhook': {
    title: 'The webhook is not right',
    next: 'Give a name, an address with https outside your own network, and choose kinds that exist.',
  },
  'conflict.webhook-off': { title: 'This webhook is off', next: 'Switch it on first.' },
  'not-found.delivery': { title: 'This message is no longer there', next: 'We keep messages for a month.' },
  'invalid.range': { title: 'The times are not right', next: 'The beginning lies before the end.' },
  'conflict.rules-version': {
    title: 'Somebody changed the rules meanwhile',
    next: 'Look at what stands there now, and make your change again.',
  },
  'conflict.rule-nobody': {
    title: 'Nobody has this conversation',
    next: 'A draft goes to who has the conversation. Assign it first.',
  },
};
