import type { RefusalWords } from '../refusals.ts';

/** Refusals around writing, sending and approving. */
export const composingRefusals: Record<string, RefusalWords> = {
  'conflict.draft': {
    title: 'Another window holds another version',
    next: 'Load the page again. First copy what you wrote here.',
  },
  'conflict.claimed': {
    title: 'A colleague is writing here too',
    next: 'See whether you still need to answer. If so, tick the box and send again.',
  },
  'conflict.answered': {
    title: 'There is an answer already',
    next: 'Read it first. Does yours belong to it? Tick the box and send again.',
  },
  'conflict.answer-pending': {
    title: 'An answer is on its way already',
    next: 'A colleague just answered. Does yours belong to it? Tick the box and send again.',
  },
  'conflict.needs-approval': {
    title: 'A second colleague looks at this first',
    next: 'Hand the answer in for approval.',
  },
  'conflict.house-rule': {
    title: 'Look at your answer once more',
    next: 'It holds something that the house rules are about.',
  },
  'conflict.sent': {
    title: 'This answer has left',
    next: 'Write the customer a new message if something is wrong.',
  },
  'conflict.stale': {
    title: 'The customer wrote something',
    next: 'Read that first, and see whether the answer still holds.',
  },
  'conflict.decided': { title: 'This has been decided', next: 'Load the page again to see what happened.' },
  'forbidden.public-in-private': {
    title: 'This conversation is private',
    next: 'What a customer said in private is not answered in public.',
  },
  'forbidden.own-approval': {
    title: 'This is your own answer',
    next: 'Somebody else looks at it. That is why it is called a second pair of eyes.',
  },
  'forbidden.approval': {
    title: 'You may not decide about this',
    next: 'Ask who has the mandate for these answers.',
  },
  'forbidden.other-reply': {
    title: 'This is an answer of a colleague',
    next: 'Only who wrote or approved it can take it back.',
  },
  'not-found.reply': { title: 'This answer is not there', next: 'Perhaps it was sent or taken back.' },
  'not-found.heard': { title: 'This change is not there', next: 'Perhaps it was hidden. Choose another.' },
  'not-found.conflict': { title: 'This has been talked about', next: 'Load the page again.' },
  'not-found.macro': { title: 'This text is not there', next: 'Perhaps it was taken away. Choose another.' },
  'invalid.text-open': {
    title: 'Your answer still has an empty place',
    next: 'Fill in what stands between double braces, or take it out.',
  },
  'invalid.text-network': {
    title: 'This is too long for this channel',
    next: 'Make it shorter. The counter below the field counts along.',
  },
  'invalid.reason-empty': { title: 'There is no reason', next: 'Write why. Your colleague learns from it.' },
  'invalid.share': { title: 'This share cannot be', next: 'Choose a number from 1 to 100.' },
  'invalid.macro-team': {
    title: 'You belong to no department',
    next: 'Choose for whom the text is: only you, or everybody.',
  },
  'invalid.macro-empty': { title: 'The text is empty', next: 'Write the text in at least one language.' },
};
