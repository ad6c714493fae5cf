import type { Catalogue } from '../nl/catalogue.ts';

export const wishes = {
  title: 'What the customer asks about their own data',
  kinds: {
    'stop-offers': 'No more offers.',
    'forget-me': 'Wants to be forgotten.',
    'what-do-you-know': 'Wants to know what we know.',
    'no-software': 'No software that reads along.',
    'no-training': 'No learning from the messages.',
    'no-phone': 'No calls.',
  },
  outcomes: {
    done: 'This holds already: Polder wrote it down at once.',
    already: 'This held already.',
    asked: 'For this a colleague must find out who it is.',
  },
  prepared: 'An answer stands ready. Read it before you send it.',
  thanks: 'Thank you for your message.',
  answers: {
    'stop-offers': 'You get no more offers from us. That holds from now on.',
    'forget-me':
      'You want us to erase your data. Sign in at My data, so that we know it is you, and we do it within a month.',
    'what-do-you-know':
      'You want to know what we keep about you. Sign in at My data: everything is there, and you can take it with you.',
    'no-software': 'Our software prepares no more answers to you. That holds from now on.',
    'no-training': 'Our software no longer learns from your messages, and forgets what it learned from you.',
    'no-phone': 'We no longer call you. That holds from now on.',
  },
} satisfies Catalogue['wishes'];
