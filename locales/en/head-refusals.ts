import type { RefusalWords } from '../refusals.ts';

export const headRefusals: Record<string, RefusalWords> = {
  'not-found.class': {
    title: 'This class is not there',
    next: 'Perhaps it was just merged or deleted. Go back and see which there are now.',
  },
  'conflict.class-exists': {
    title: 'There is a class with this name already',
    next: 'Choose another name, or use the class that is there.',
  },
  'conflict.class-pole': {
    title: 'This class belongs to an aspect',
    next: 'Change the aspect itself; its positive and negative sides go with it.',
  },
  'conflict.class-needed': {
    title: 'This class cannot go',
    next: 'Messages that fit nothing else must keep a class. Another name is fine.',
  },
  'conflict.head-fixed': {
    title: 'The classes of this question are fixed',
    next: 'Figures count on them. Give them another name, or make a question or topic of your own.',
  },
  'conflict.head-exists': {
    title: 'There is a question with this name already',
    next: 'Choose another name, or set up the question that is there.',
  },
  'invalid.class-parent': {
    title: 'The class cannot fall under that one',
    next: 'A class does not fall under itself or under what falls under it, and no deeper than four layers.',
  },
  'invalid.class-merge': {
    title: 'A class merges with another one only',
    next: 'Choose the class that it goes into.',
  },
  'invalid.head-kind': {
    title: 'A message always has any number of aspects',
    next: 'Choose “none, one or more” answers for each message.',
  },
  'too-large.classes': {
    title: 'That is too many classes',
    next: 'A question has at most 300 classes. Merge some first.',
  },
  'too-large.heads': {
    title: 'There are 30 questions already',
    next: 'Every question is asked of every message. Use one that is there.',
  },
};
