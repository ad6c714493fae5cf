import type { Catalogue } from '../nl/catalogue.ts';

export const signingIn = {
  title: 'Sign in',
  lead: 'Welcome back to Polder.',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
  forgotten: 'Forgotten your password? An administrator of your organisation can give you a new link.',
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
