import type { Catalogue } from '../nl/catalogue.ts';

/** The practice space: talks with customers who do not exist. */
export const practice: Catalogue['practice'] = {
  title: 'Practice',
  lead: 'Answer customers who do not exist. Nothing leaves and nothing counts.',
  begin: 'Begin',
  own: 'What you practised',
  done: 'done',
  nothingLeaves: 'This is practice',
  nothingLeavesWhy: 'Only you read this. After a month it is gone.',
  answer: 'Your answer',
  reply: 'Answer',
  note: 'Note',
  noteMark: 'note',
  you: 'you',
  after: 'What a good answer heeds',
  example: 'It can be done like this, too',
  drop: 'Throw this practice away',
};
