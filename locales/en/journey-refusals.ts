import type { RefusalWords } from '../refusals.ts';

export const journeyRefusals: Record<string, RefusalWords> = {
  'not-found.criterion': {
    title: 'This point does not exist',
    next: 'Go back to the journey and choose one from the list.',
  },
  'not-found.goal': { title: 'This goal does not exist', next: 'Go back to the goals.' },
  'not-found.plan-line': { title: 'This plan line does not exist', next: 'Go back to the plan of the year.' },
  'not-found.round': { title: 'This round does not exist', next: 'Go back to the self-assessment.' },
  'not-found.invitation': {
    title: 'This link is not right',
    next: 'See whether you used the whole link of the mail.',
  },
  'not-found.remark': { title: 'This remark does not exist', next: 'Go back to the remarks.' },
  'invalid.survey': {
    title: 'So many customers cannot be asked',
    next: 'Choose a number from 10 to 100,000.',
  },
  'invalid.goal': {
    title: 'A goal needs a name and a reason',
    next: 'Fill in both, with three letters at least.',
  },
  'invalid.goal-target': {
    title: 'This goal asks no more than there is',
    next: 'Choose a target that is better than the baseline.',
  },
  'conflict.goal-ended': { title: 'This goal has ended', next: 'Set a new goal.' },
  'invalid.plan-line': { title: 'A plan line needs a name, a unit and a year', next: 'Fill in all three.' },
  'invalid.threshold': {
    title: 'These thresholds cannot be',
    next: 'The threshold out never lies on the good side of the threshold in.',
  },
  'invalid.freeze': { title: 'This period cannot be', next: 'Give a beginning, an end and a reason.' },
  'conflict.freeze-long': {
    title: 'That is too long',
    next: 'In half a year four weeks at most can stand still.',
  },
  'invalid.ambition': {
    title: 'This ambition cannot be',
    next: 'Choose a stage that is not below what is proven.',
  },
  'invalid.ambition-review': {
    title: 'The ambition must be looked at again within a year',
    next: 'Choose a day within twelve months.',
  },
  'invalid.decision': { title: 'A decision needs a reason', next: 'Write down what was decided and why.' },
  'invalid.note': { title: 'Something is missing here', next: 'Write down what it is about.' },
  'conflict.round-open': {
    title: 'A round is running already',
    next: 'Close that one first, or invite more colleagues to it.',
  },
  'conflict.round-soon': { title: 'The last round is too fresh', next: 'Wait until half a year has passed.' },
  'conflict.round-closed': {
    title: 'This round is closed',
    next: 'Ask who invited you whether another one is coming.',
  },
  'conflict.answered': {
    title: 'This link was answered already',
    next: 'There is nothing left for you to do.',
  },
};
