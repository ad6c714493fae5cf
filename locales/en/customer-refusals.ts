import type { RefusalWords } from '../refusals.ts';

/** Refusals around customers. */
export const customerRefusals: Record<string, RefusalWords> = {
  'forbidden.link': {
    title: 'This person does not want to be recognised on other channels',
    next: 'Leave the two as they are. Only the customer can allow this again.',
  },
  'conflict.reason-needed': {
    title: 'Say first why you look',
    next: 'No conversation is open with you or your department. Choose a reason; once a day is enough.',
  },
  'invalid.of-age': {
    title: 'This customer is 16 or older already',
    next: 'See whether the birthday is right, or leave it empty.',
  },
  'invalid.look-words': {
    title: 'Say in a few words why',
    next: '“Something else” alone tells the customer nothing.',
  },
  'not-found.merge': {
    title: 'This merge is not there',
    next: 'Look on the page of the customer which lines there are.',
  },
  'not-found.identity': {
    title: 'This identity is not of this person',
    next: 'Load the page again; two people may just have been parted.',
  },
  'not-found.suggestion': {
    title: 'This suggestion is no longer there',
    next: 'Load the list again.',
  },
  'not-found.record': {
    title: 'This customer number is not of this customer',
    next: 'Load the page again; perhaps two people were just parted.',
  },
  'invalid.contact': {
    title: 'This detail cannot be right',
    next: 'See whether the mail address, the telephone number and the postcode are written well.',
  },
  'conflict.record-theirs': {
    title: 'This is kept in another system',
    next: 'Correct it there. Whoever manages customer systems can choose that it may be done here.',
  },
  'not-found.note': {
    title: 'This note is not there, or not yours',
    next: 'Only who wrote a note can change it or take it away.',
  },
  'not-found.follow-up': {
    title: 'This follow-up is not there',
    next: 'Load the list again.',
  },
  'not-found.employee': {
    title: 'This colleague is not there',
    next: 'Choose a colleague from the list.',
  },
  'not-found.attribute': {
    title: 'This attribute is not there',
    next: 'Look under Own attributes which there are.',
  },
  'invalid.attribute': {
    title: 'This value does not fit the attribute',
    next: 'Write a number in digits, a date as 2026-11-24, or choose from the list.',
  },
  'forbidden.attribute-purpose': {
    title: 'This attribute is for another purpose',
    next: 'Only what is needed to help the customer stands here.',
  },
  'conflict.attribute': {
    title: 'This key is in use already',
    next: 'Choose another key; that of an attribute out of use stays taken as well.',
  },
  'invalid.purpose': {
    title: 'This purpose is not in the privacy contract',
    next: 'Choose a purpose from the list.',
  },
  'invalid.currency': {
    title: 'We do not know this currency',
    next: 'Use three capitals, such as EUR.',
  },
  'not-found.promise': {
    title: 'This promise is not there',
    next: 'Load the page again.',
  },
  'conflict.promise-settled': {
    title: 'This promise has been settled already',
    next: 'Is the outcome wrong? Then record a new promise.',
  },
  'invalid.columns.missing-field': {
    title: 'A column that is needed is missing',
    next: 'Choose for each field that is needed the column in which it stands.',
  },
};
