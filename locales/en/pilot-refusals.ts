import type { RefusalWords } from '../refusals.ts';

/** Refusals around pilots. */
export const pilotRefusals: Record<string, RefusalWords> = {
  'not-found.capability': {
    title: 'This capability does not exist',
    next: 'Go back to what could come next.',
  },
  'not-found.pilot': { title: 'This pilot is not there', next: 'Go to the board and choose a pilot there.' },
  'not-found.template': { title: 'This template is not there', next: 'Choose a template from the list.' },
  'conflict.pilot-state': {
    title: 'This pilot cannot do that now',
    next: 'A pilot lives in fixed steps. Load the page again and see where it is now.',
  },
  'conflict.pilot-not-ready': {
    title: 'The pilot cannot start yet',
    next: 'Below stands what is missing, where you fill it in, and how.',
  },
  'conflict.not-wider': {
    title: 'The next phase is not wider',
    next: 'Scaling up makes the scope larger. What gets different or narrower is a change: do that under “Change the scope”.',
  },
  'conflict.is-scaling': {
    title: 'This makes the scope wider',
    next: 'Making it wider is scaling up. Ask for a decision and choose “Scale up” there.',
  },
  'conflict.no-change': { title: 'Nothing changes', next: 'This scope holds already.' },
  'conflict.change-load': {
    title: 'This department has had enough news this quarter',
    next: 'Two widenings a quarter is the most. Wait for the next quarter, or write down why it must be all the same.',
  },
  'conflict.grant-running': { title: 'This is on already', next: 'Something with this name is running.' },
  'conflict.culture-open': { title: 'A round is running', next: 'Wait until it is closed.' },
  'conflict.culture-closed': { title: 'Answering is over', next: 'No round is running now.' },
  'conflict.culture-answered': { title: 'You have answered', next: 'Everybody answers once a round.' },
  'invalid.culture': { title: 'An answer is missing', next: 'For each statement, choose what fits best.' },
  'invalid.extension': {
    title: 'Not as long as that',
    next: 'A phase can be extended by half of its time at most.',
  },
  'invalid.lesson': {
    title: 'Write down what you learned',
    next: 'One sentence is enough. Then nobody makes the same mistake again.',
  },
  'invalid.figure': {
    title: 'This number cannot be',
    next: 'n is above zero, and a share lies between 0 and 1.',
  },
  'invalid.cost': { title: 'This amount cannot be', next: 'Fill in an amount of zero or more.' },
  'invalid.scope': { title: 'This scope cannot be read', next: 'Look at the fields of the phase.' },
  'invalid.person-name': {
    title: 'A name is wrong',
    next: 'Type the names as they stand under Organisation, with commas between.',
  },
};
