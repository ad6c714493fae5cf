import type { Catalogue } from '../nl/catalogue.ts';
import { pluralFor } from '../plural.ts';

const plural = pluralFor('en');

export const heads = {
  set: 'Set up',
  add: 'Add a question',
  off: 'off',
  waiting: 'waits for classes',
  own: 'A question of your own.',
  training: {
    waiting: (by: string | null) =>
      by === null ? 'Polder is going to learn again …' : `Polder is going to learn again, asked by ${by} …`,
    running: 'Polder is learning again. You can just go on working.',
    noScript: 'This page refreshes by itself.',
    outcomes: {
      swapped: 'Polder has learned again. The new version is in use.',
      refused: 'Polder has learned again. The new version was not better and is not used.',
      withdrawn: 'Too few examples are left. Polder reads with fixed rules again.',
      nothing: 'There is too little to learn from yet. Check more messages first.',
      overtaken: 'Polder was just learning already. See which version is in use now.',
      failed: 'Learning failed. Polder tries again; the old version stays in use.',
    },
    lacks: {
      'one-class': 'All checked messages got the same answer. Check messages that are something else too.',
      'no-examples': 'No message has been checked yet that may be learned from.',
    },
  },
  settings: {
    title: 'Settings',
    nl: 'Name in Dutch',
    en: 'Name in English',
    promised: 'Promised precision',
    promisedWhy:
      'So often must be right what Polder decides without a person. A higher promise means fewer decisions without a person. Holds after the next time of learning, which begins at once.',
    enabled: 'Polder reads this in every message',
    enabledWhy:
      'Off: nothing is learned or predicted any more. All that people said is kept. Where there are fixed rules, they go on reading.',
    save: 'Save',
  },
  classes: {
    title: 'Classes',
    lead: 'What falls under a class counts there as well.',
    none: 'There are no classes yet. Add at least one, then this question appears with every message.',
    fixed: 'These classes are fixed, because figures count on them. You can give them another name.',
    intentOnly: 'You can merge, delete or rename classes. Make a division of your own under topic.',
    change: (name: string) => `Change ${name}`,
    gone: 'Former classes',
    goneInto: (name: string, into: string) => `${name}: merged into ${into}`,
    goneDeleted: (name: string) => `${name}: deleted`,
    counted: (n: number) => plural(n, 'checked once', 'checked # times'),
    pole: 'belongs to the aspect',
  },
  adding: {
    title: 'Add a class',
    aspect: 'Add an aspect',
    aspectWhy: 'An aspect gets a positive and a negative side by itself.',
    nl: 'Name in Dutch',
    en: 'Name in English',
    parent: 'Falls under',
    noParent: 'nothing, stands at the top',
    words: 'Words to know it by',
    wordsWhy:
      'One word or phrase a line, or with commas between. When such a word stands in a message, Polder gives this class even before it has learned. With an asterisk, what begins so counts too: parcel*.',
    submit: 'Add',
  },
  changing: {
    back: 'Back to set-up',
    title: (name: string) => `Class: ${name}`,
    rename: 'Name and place',
    renameWhy: 'The class stays the same: what people said and what Polder learned does not change.',
    save: 'Save',
    merge: 'Merge with another class',
    mergeWhy: (name: string) =>
      `All that was ever called “${name}” is called like the other class from then on: on messages, in what people said and in what Polder answers. This cannot be undone.`,
    into: 'Goes into',
    mergeSubmit: 'Merge',
    remove: 'Delete this class',
    removeWhy: (name: string) =>
      `Polder never answers “${name}” again. What people checked so is kept, but nothing is learned from it any more. What fell under it moves up one place. This cannot be undone.`,
    removeIntent: 'Messages with this intent get “other”.',
    removeSubmit: 'Delete',
    choose: 'Choose …',
  },
  fresh: {
    title: 'Add a question',
    lead: 'What do you want to know of every message? Once set up, Polder reads it in every new message and in the newest 10,000 of the last 91 days, and learns from what colleagues correct.',
    nl: 'Name in Dutch',
    nlHint: 'For example: product',
    en: 'Name in English',
    kind: 'How many answers for each message?',
    kinds: { several: 'none, one or more', single: 'exactly one' },
    rules: 'How does Polder read this before it has learned?',
    rulesOf: {
      words: 'by words to know it by',
      aspects: 'as aspects: each positive or negative',
      mood: 'not; later it also looks at praise and blame',
      none: 'not',
    },
    classes: 'Classes',
    classesWhy: 'One a line. When the class is called otherwise in English, write: rekening = bill.',
    submit: 'Add',
  },
  none: 'none of these',
  outOfScope: 'belongs to none of the classes',
  unsure: 'in doubt',
  byRules: 'by fixed rules',
  nothingFound: 'nothing found',
} satisfies Catalogue['heads'];
