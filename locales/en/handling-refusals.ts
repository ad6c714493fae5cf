import type { RefusalWords } from '../refusals.ts';

export const handlingRefusals: Record<string, RefusalWords> = {
  'invalid.snooze-time': {
    title: 'That moment is not possible',
    next: 'Choose a moment that is still to come, within a year.',
  },
  'invalid.name': { title: 'This name is not possible', next: 'Give a name of 1 to 60 characters.' },
  'invalid.label-depth': {
    title: 'It cannot go deeper',
    next: 'A label stands at most two levels under another. Choose one that stands higher.',
  },
  'invalid.split-empty': {
    title: 'There is nothing to make a conversation of',
    next: 'Choose at least one message of the customer or of us. Notes alone are not enough.',
  },
  'conflict.split-whole': {
    title: 'Then nothing would stay',
    next: 'Leave at least one message in this conversation.',
  },
  'conflict.name-taken': { title: 'This name is there already', next: 'Choose another name.' },
  'conflict.conversation-merged': {
    title: 'This conversation was merged with another',
    next: 'Open the other conversation. The messages stand there now.',
  },
  'conflict.merge-same': {
    title: 'This is the same conversation',
    next: 'Choose another conversation to merge it with.',
  },
  'conflict.merge-person': {
    title: 'These conversations are of different people',
    next: 'Are they the same after all? Then merge the persons first.',
  },
  'conflict.merge-account': {
    title: 'These conversations come in on different accounts',
    next: 'An answer would not arrive where it belongs. Leave them beside each other.',
  },
  'conflict.act-undone': {
    title: 'This was taken back already',
    next: 'Load the page again and see how it stands now.',
  },
  'conflict.act-overtaken': {
    title: 'Something changed again after it',
    next: 'First take back what came after, or change it by hand.',
  },
  'not-found.act': { title: 'This act is not there', next: 'Load the page again and see how it stands now.' },
  'not-found.label': {
    title: 'This label is not there',
    next: 'Maybe it is not used any more. Choose another.',
  },
  'not-found.substate': {
    title: 'This name is not there',
    next: 'Maybe it is not used any more. Choose another.',
  },
  'not-found.piece': {
    title: 'This order is not there',
    next: 'Choose an order, invoice or delivery of this customer.',
  },
  'conflict.not-public': {
    title: 'This conversation is private already',
    next: 'Just answer: only the customer reads it.',
  },
  'conflict.private-already': {
    title: 'This conversation goes on in private already',
    next: 'Load the page again. Where it goes on stands at the top.',
  },
  'conflict.private-nowhere': {
    title: 'We get no private messages on this network',
    next: 'Connect an account for private messages first, or give the customer another address.',
  },
  'conflict.searches-many': {
    title: 'You keep as many searches as a list can show',
    next: 'Take one away first.',
  },
  'conflict.view-no-team': { title: 'You belong to no department', next: 'Keep the view for yourself only.' },
  'not-found.view': { title: 'This view is not there any more', next: 'Load the page again.' },
};
