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
  'conflict.calendar-name': {
    title: 'There is a calendar with this name already',
    next: 'Choose another name.',
  },
  'forbidden.invitation': {
    title: 'This invitation works no more',
    next: 'It was used already, or is older than a week. Ask an administrator for a new one.',
  },
  'invalid.calendar-past': {
    title: 'Hours of the past do not change',
    next: 'Choose today or a later day.',
  },
};
