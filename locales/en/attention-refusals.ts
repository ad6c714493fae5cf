import type { RefusalWords } from '../refusals.ts';

export const attentionRefusals: Record<string, RefusalWords> = {
  'conflict.mention-no-right': {
    title: 'A colleague you call may not read this conversation',
    next: 'Take away the @ before that name, or ask the other department something.',
  },
  'invalid.quiet-time': { title: 'This is no time', next: 'Give a time, such as 20:00.' },
  'invalid.push-address': {
    title: 'This browser cannot be reached',
    next: 'Polder does not know its service for notifications. Try another browser.',
  },
  'conflict.too-many-devices': {
    title: 'You have ten devices already',
    next: 'Remove one that you no longer use.',
  },
  'invalid.search-empty': {
    title: 'There is nothing to keep',
    next: 'Search for something first.',
  },
  'not-found.search': {
    title: 'This search is not there',
    next: 'Perhaps somebody took it away.',
  },
};
