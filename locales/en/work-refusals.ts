import type { RefusalWords } from '../refusals.ts';

/** Refusals around people, conversations and what is allowed. */
export const workRefusals: Record<string, RefusalWords> = {
  'not-found.person': {
    title: 'This person is not here',
    next: 'The person does not exist, was erased, or you may not see this person.',
  },
  'not-found.employee': {
    title: 'This colleague is not here',
    next: 'Perhaps this colleague no longer works here. Choose another.',
  },
  'not-found.indicator': {
    title: 'This number does not exist',
    next: 'Go back to the journey and choose a number there.',
  },
  'not-found.messages': {
    title: 'There are no messages yet',
    next: 'First import a file with messages. Then there is something to measure.',
  },
  'conflict.promise': {
    title: 'The answer still holds a promise of the software',
    next: 'Take the promise out, or tick the box: then you stand behind it.',
  },
  'not-found.language-model': {
    title: 'There is no language model',
    next: 'Write the answer yourself. The administrator can switch a language model on.',
  },
  'not-found.organisation': {
    title: 'Polder has not been set up yet',
    next: 'Open the one-time link from Polder’s start window.',
  },
  'forbidden.purpose': {
    title: 'The customer does not allow this',
    next: 'This purpose is not permitted in the privacy contract. See at the customer what is.',
  },
  'forbidden.capability': {
    title: 'This is not switched on yet',
    next: 'A pilot switches it on, for an agreed scope. Here and now falls outside it.',
  },
  'forbidden.loosening': {
    title: 'Widening is not possible here',
    next: 'Only the customer can allow more than before.',
  },
  'forbidden.cross-site': {
    title: 'This request came from another site',
    next: 'Open Polder itself and try there.',
  },
  'forbidden.setup-link': {
    title: 'This link no longer works',
    next: 'The link works once. Has the first administrator been made? Then sign in.',
  },
  'not-found.message': {
    title: 'This message is not there',
    next: 'It does not exist, or it belongs to a department that you may not see.',
  },
  'not-found.head': {
    title: 'Polder does not read this in messages',
    next: 'See under Understanding what it does read.',
  },
  'not-found.model': { title: 'This version is not there', next: 'Choose a version from the list.' },
  'conflict.model-gone': {
    title: 'This version cannot be put back any more',
    next: 'It was thrown away: a customer who objected was in it, or it was too old. Learn again.',
  },
  'invalid.model': {
    title: 'This version cannot be read',
    next: 'The version in use stays in use. Choose another, or learn again.',
  },
  'invalid.label': { title: 'This class is not there', next: 'Choose a class from the list.' },
  'conflict.version': {
    title: 'Something has just been added',
    next: 'First read what is new. What you wrote is still there.',
  },
  'conflict.conversation-done': {
    title: 'This conversation is already closed',
    next: 'Reopen the conversation if something still has to be done.',
  },
  'conflict.employee-email': {
    title: 'A colleague with this e-mail address exists',
    next: 'Choose another address, or look the colleague up.',
  },
  'invalid.text-empty': { title: 'There is nothing yet', next: 'Write something first.' },
  'invalid.text-long': { title: 'This text is too long', next: 'Make it shorter.' },
  'invalid.cursor': { title: 'This place in the list no longer exists', next: 'Start again at the top.' },
  'invalid.date': { title: 'This is not a date', next: 'Write it as 2026-11-24.' },
  'invalid.timezone': { title: 'This time zone does not exist', next: 'Write it as Europe/Amsterdam.' },
  'invalid.objection': {
    title: 'No objection is possible to this purpose',
    next: 'Without it the service cannot work, or the law asks for it.',
  },
  'too-large.body': { title: 'This is too large to send', next: 'Make the text shorter.' },
  'too-many.sign-in': { title: 'Tried too often', next: 'Wait five minutes and then try again.' },
};
