import type { Catalogue } from '../nl/catalogue.ts';

import { pluralFor } from '../plural.ts';

const plural = pluralFor('en');

export const signingIn = {
  title: 'Sign in',
  lead: 'Welcome back to Polder.',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
  account: {
    title: 'Your password and sessions',
    lead: (email) => `You sign in as ${email}.`,
    password: 'Another password',
    current: 'Password of now',
    next: 'New password',
    change: 'Change password',
    passwordWhy: 'Wherever you are signed in now, you are out at once. Here you keep working.',
    everywhere: 'Sign out everywhere',
    signedInAt: (n) => plural(n, 'You are signed in at one place.', 'You are signed in at # places.'),
    everywhereWhy:
      'Do this when a device is lost or when you do not trust something. Here too you sign in again after it.',
    keys: 'Also revoke the keys I made for programs',
  },
  setup: {
    title: 'Set up Polder',
    lead: 'You are making the first administrator. After that you sign in and connect your first channel.',
    organisation: 'Name of your organisation',
    name: 'Your name',
    nameHint: 'This is how colleagues see you.',
    passwordHint: (least: number) => `At least ${least} characters. A sentence you can remember works best.`,
    submit: 'Make administrator',
    noToken: 'This link is not complete',
    noTokenWhy:
      'At the first start Polder writes a link with a one-time code. Open that whole link, as it stands in the start window.',
  },
} satisfies Catalogue['signingIn'];
