import type { careful as nl } from '../nl/careful.ts';
import { pluralFor } from '../plural.ts';

const plural = pluralFor('en');

export const careful: typeof nl = {
  title: 'Careful',
  minor: {
    not: 'We treat this customer as an adult.',
    set: 'This is a child',
    is: 'minor',
    means: 'Everything that needs consent is off.',
    back: 'The customer asks for this to be changed, at their own data. Whoever handles privacy then looks whether it can be seen.',
    evidence: 'What tells you so?',
    evidenceHint:
      'The customer can read this. For example: “writes that he is in his first year of secondary school”.',
    setDay: 'Keep when the customer turns 16',
    born: 'Birthday',
    bornHint: 'Only if you saw it. We keep the day on which the customer turns 16; then it ends by itself.',
    until: (day: string) =>
      `On ${day} the customer turns 16. Then it ends by itself, and we ask everything anew.`,
    submit: 'Treat as a child',
  },
  special: {
    title: 'Special categories',
    what: 'About health, belief, origin and the like. We use such messages only to answer them.',
    marked: (n: number) =>
      n === 0
        ? 'No message is marked as such.'
        : `${n} ${plural(n, 'message is', 'messages are')} marked as such.`,
    choose: 'Mark a message',
    is: 'special',
    mark: 'Mark as special',
    clear: 'Not special after all',
  },
  own: {
    ofAge: (day: string) => `You decide yourself since ${day}`,
    ofAgeWhat: 'What you allowed before did not come back by itself. Choose below what you want.',
    title: 'We treat you as a minor',
    what: 'So everything that needs consent is off. Are you 16 or older? Let us know. A colleague looks whether we can see that somewhere, within a month. What you allowed before does not come back by itself.',
    evidence: 'Where can we see that?',
    evidenceHint: 'For example: “I have a contract with you myself”. Do not send a copy of a passport.',
    submit: 'Ask to change this',
  },
};
