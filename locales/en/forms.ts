import type { Catalogue } from '../nl/catalogue.ts';

export const forms = {
  optional: 'not required',
  checkFields: 'Not done yet. Check the fields.',
  problems: {
    required: 'Fill this in.',
    email: 'This is not an e-mail address. It looks like name@company.com.',
    tooShort: (least: number) => `This is too short: at least ${least} characters.`,
    tooLong: (most: number) => `This is too long: at most ${most} characters.`,
    choice: 'Choose one of the possibilities.',
    date: 'This is not a date. Write it as 2026-11-24.',
    number: 'This is not a number.',
    other: 'This is not right.',
  },
} satisfies Catalogue['forms'];
