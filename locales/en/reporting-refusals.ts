import type { RefusalWords } from '../refusals.ts';

/** Refusals around reports, the quality sample and screens on the wall. */
export const reportingRefusals: Record<string, RefusalWords> = {
  'invalid.period': {
    title: 'This period is not right',
    next: 'Choose a beginning that lies before the end, and no more than a year.',
  },
  'forbidden.colleagues': {
    title: 'Figures of one colleague are not shown here',
    next: 'That needs the works council to agree, and then it is for yourself or for whoever steers the journey.',
  },
  'conflict.looked-already': {
    title: 'You have looked at this answer already',
    next: 'Choose another answer.',
  },
  'conflict.looked-twice': {
    title: 'Two colleagues have looked at this answer already',
    next: 'Choose another answer.',
  },
  'conflict.agreed': { title: 'A judgement has been agreed here already', next: 'See what it says.' },
  'forbidden.own-answer': {
    title: 'You do not judge your own answer',
    next: 'Leave this one to a colleague.',
  },
  'forbidden.not-looked': {
    title: 'Only the two who looked and see it differently talk about it',
    next: 'Look at an answer yourself first.',
  },
  'conflict.answer-gone': {
    title: 'This answer can no longer be read',
    next: 'It is gone, or the customer had its use stopped. Skip it.',
  },
  'not-found.answer': { title: 'This answer is not there', next: 'Go back to the sample.' },
  'not-found.round': { title: 'This sample is not there', next: 'See in the list what there is.' },
  'invalid.text': {
    title: 'Write something, no more than 2000 characters',
    next: 'Make the text shorter or write one.',
  },
  'not-found.display': {
    title: 'This screen is no longer there',
    next: 'Make a new screen or look in the list.',
  },
  'invalid.display': { title: 'This screen has no name', next: 'Give it a name of at most 60 characters.' },
};
