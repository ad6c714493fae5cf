import type { RefusalWords } from '../refusals.ts';

/** Refusals to guests of the organisation's own site. */
export const talkingRefusals: Record<string, RefusalWords> = {
  'not-found.talk': { title: 'You cannot write here', next: 'Look on the site of the organisation.' },
  'not-found.proof': {
    title: 'This link does not work (any more)',
    next: 'Ask for a new one in the conversation.',
  },
  'conflict.address-proven': {
    title: 'You are already recognised by another mail address',
    next: 'Begin a new conversation in another browser to use this address.',
  },
  'conflict.talk-off': { title: 'You cannot write here now', next: 'Please try again later.' },
  'forbidden.origin': {
    title: 'This window does not belong on this site',
    next: 'The administrator can add the site to the channel.',
  },
  'forbidden.guest': { title: 'This conversation was not found', next: 'Begin a new conversation.' },
  'invalid.line': { title: 'This message could not be read', next: 'Please try again.' },
  'invalid.line-empty': { title: 'There is nothing yet', next: 'Write your question.' },
  'too-large.file': { title: 'This file is too large', next: 'Send a smaller file, up to 5 MB.' },
  'too-many.lines': { title: 'This goes too fast', next: 'Wait a few minutes and try again.' },
};
