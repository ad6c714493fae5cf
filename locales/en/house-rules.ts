import type { Catalogue } from '../nl/catalogue.ts';
import { pluralFor } from '../plural.ts';

const plural = pluralFor('en');

/** House rules: documents with versions, and who has read them. */
export const houseRules: Catalogue['houseRules'] = {
  title: 'House rules',
  lead: 'How we treat customers. Read them, and say that you did.',
  manageLead: 'Documents with versions. Of each version you see who has read it.',
  waiting: {
    title: (n: number) =>
      plural(
        n,
        'There is # house rule you have not read yet.',
        'There are # house rules you have not read yet.',
      ),
    read: 'Read',
  },
  empty: { title: 'No house rules yet', next: 'As soon as an administrator keeps them, they stand here.' },
  none: {
    title: 'No house rules yet',
    next: 'Begin with one page. An example is ready for you to change.',
  },
  document: 'Document',
  name: 'Title',
  text: 'Text',
  textHint: 'Plain text. An empty line begins a new paragraph.',
  version: 'Version',
  versions: 'Versions',
  versionFrom: (version: number, day: string) => `Version ${version}, from ${day}`,
  comes: (version: number, day: string) => `Version ${version} will hold on ${day}`,
  by: (name: string, day: string) => `${name} on ${day}`,
  holdsFrom: 'Holds from',
  holdsFromHint: 'From that day Polder asks everybody to read it.',
  reviewOn: 'To be reviewed before',
  reviewHint: 'Policy older than a year no longer counts.',
  reviewDue: 'review now',
  state: 'Read',
  toRead: 'to be read',
  readOn: (day: string) => `read on ${day}`,
  acknowledge: 'Read and agreed',
  acknowledged: 'Read',
  of: (n: number, all: number) => `${n} of ${all}`,
  who: 'Who has read it',
  colleague: 'Colleague',
  department: 'Department',
  notYet: 'not yet',
  make: 'New document',
  makeLead: 'Change the example until it is yours.',
  newVersion: 'New version',
  newVersionWhy: 'The old version is kept. Everybody reads the new one again.',
  publish: 'Keep this version',
  end: 'This document holds no more',
  endWhy: 'Nobody has to read it any more. Who had read it stays on record.',
};
