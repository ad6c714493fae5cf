import type { RefusalWords } from '../refusals.ts';

/** Refusals around queues, routing, norms, hand-overs and practice. */
export const routingRefusals: Record<string, RefusalWords> = {
  'conflict.queue-name': { title: 'There is a queue with this name already', next: 'Choose another name.' },
  'conflict.queue-default': { title: 'This queue cannot go', next: 'What fits no rule comes here.' },
  'invalid.routing-rules': {
    title: 'A rule is not right',
    next: 'Each rule has a name and a queue that is there.',
  },
  'invalid.norms': {
    title: 'A norm is not right',
    next: 'Each norm has a name and at least one time, and only queues that are there.',
  },
  'invalid.reason-missing': { title: 'The reason is missing', next: 'Write in a few words why.' },
  'invalid.reason-long': { title: 'The reason is too long', next: 'Keep it to 500 characters.' },
  'not-found.rule': { title: 'This rule is no more', next: 'Look in the list for what stands there now.' },
  'conflict.at-capacity': {
    title: 'You hold as many as you can',
    next: 'First answer or close some of what you have.',
  },
  'conflict.handed-over': {
    title: 'This department has a question about this conversation already',
    next: 'Ask on at the question that is there.',
  },
  'conflict.hand-over-ended': {
    title: 'This question has ended already',
    next: 'Ask a new one when something is still needed.',
  },
  'not-found.hand-over': {
    title: 'This question is not there',
    next: 'It does not exist, or it was asked of another department.',
  },
  'not-found.practice': { title: 'This practice is not there', next: 'Choose one of the cases.' },
};
