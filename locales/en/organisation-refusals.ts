import type { RefusalWords } from '../refusals.ts';

/** Refusals around colleagues, departments, calendars, mandates, rules and training. */
export const organisationRefusals: Record<string, RefusalWords> = {
  'not-found.department': {
    title: 'This department is not there',
    next: 'Look among the departments what it is called now.',
  },
  'not-found.calendar': { title: 'This calendar is not there', next: 'Choose one of the calendars.' },
  'not-found.queue': { title: 'This queue is not there', next: 'Choose another queue.' },
  'conflict.department-name': {
    title: 'There is a department with this name already',
    next: 'A name that a department had before counts too. Choose another name.',
  },
  'conflict.department-in-use': {
    title: 'This department is still in use',
    next: 'Give its colleagues and queues another department first.',
  },
  'conflict.last-administrator': {
    title: 'This is the last administrator',
    next: 'Make another colleague administrator of the whole organisation first.',
  },
  'conflict.signs-in-already': {
    title: 'This colleague can sign in already',
    next: 'An invitation is not needed.',
  },
  'conflict.not-signing-in': {
    title: 'This colleague cannot sign in yet',
    next: 'Make a new invitation.',
  },
  'forbidden.password-link': {
    title: 'This link works no more',
    next: 'It was used, is older than half an hour, or there is a newer one. Ask for a new one.',
  },
  'conflict.calendar-name': {
    title: 'There is a calendar with this name already',
    next: 'Choose another name.',
  },
  'invalid.own-password': {
    title: 'Your password of now is not right',
    next: 'Fill in the password with which you sign in now.',
  },
  'forbidden.invitation': {
    title: 'This invitation works no more',
    next: 'It was used already, or is older than a week. Ask an administrator for a new one.',
  },
  'invalid.calendar-past': {
    title: 'Hours of the past do not change',
    next: 'Choose today or a later day.',
  },
  'forbidden.mandate': {
    title: 'Your mandate does not allow this',
    next: 'Write a note, or give the conversation to a colleague who may answer here.',
  },
  'invalid.mandate-dates': {
    title: 'The last day lies before the first',
    next: 'Choose a later last day, or leave it empty.',
  },
  'not-found.rule': {
    title: 'This house rule is not there',
    next: 'It holds no more, or not yet. Look among the house rules.',
  },
  'conflict.rule-changed': {
    title: 'There is a newer version',
    next: 'Read the version that holds now.',
  },
  'invalid.rule-dates': {
    title: 'These days cannot be',
    next: 'Let the version hold from today or later, and choose a later day to review it.',
  },
  'invalid.decision-tree': {
    title: 'A colleague could get stuck',
    next: 'See that every way ends in an advice.',
  },
  'not-found.course': {
    title: 'This course is not there',
    next: 'It is not given any more. Look at training.',
  },
  'conflict.course-changed': {
    title: 'There is a newer version',
    next: 'Load the page again and take the test that holds now.',
  },
  'invalid.course-languages': {
    title: 'The languages do not ask the same',
    next: 'Give both languages as many questions and answers, with the same ones right.',
  },
  'invalid.capacity': {
    title: 'That many conversations at once cannot be',
    next: 'Give a whole number from 1 to 500, or leave it empty.',
  },
};
