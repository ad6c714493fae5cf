import type { RefusalWords } from '../refusals.ts';

export const mailRefusals: Record<string, RefusalWords> = {
  'forbidden.link': {
    title: 'This link does not work (any more)',
    next: 'A link works once, and for a quarter of an hour. Ask for a new one.',
  },
  'forbidden.proof': {
    title: 'This needs a fresh link',
    next: 'Ask for a new link to your data, and do it within ten minutes after that.',
  },
  'sign-in.mine': { title: 'You are not signed in', next: 'Ask for a link to your data.' },
  'invalid.mail-address': {
    title: 'This is no mail address that we can use',
    next: 'Write one address, such as name@example.com.',
  },
  'invalid.mail-subject': { title: 'The subject must fit on one line', next: 'Take the line breaks out.' },
  'conflict.mail-settled': {
    title: 'This mail has been decided about',
    next: 'Load the page again to see how it stands.',
  },
  'not-found.mailing': { title: 'This mailing is not there', next: 'Go back to the list of mailings.' },
  'invalid.mailing-empty': {
    title: 'There is no text yet',
    next: 'Write a subject and a text, in at least one language.',
  },
  'invalid.heard-empty': { title: 'There is nothing yet', next: 'Write what people said and what you did.' },
  'invalid.audience': { title: 'This group does not exist', next: 'Choose another group.' },
  'invalid.audience-purpose': {
    title: 'This group was made for something else',
    next: 'A segment holds for one purpose. Choose a segment with the same purpose as the mailing.',
  },
  'conflict.mailing-state': {
    title: 'This cannot be done with this mailing now',
    next: 'The mailing has moved on in the meantime. Load the page again.',
  },
  'conflict.mailing-untested': {
    title: 'Send a test first',
    next: 'Send the mailing to yourself and see whether it is right.',
  },
  'forbidden.own-approval': {
    title: 'Somebody else must approve this',
    next: 'Whoever worked on the text last does not approve it. Ask a colleague.',
  },
  'conflict.no-mail-server': {
    title: 'No mail server has been set',
    next: 'An administrator sets POLDER_SMTP_URL and POLDER_MAIL_FROM; see the manual.',
  },
};
