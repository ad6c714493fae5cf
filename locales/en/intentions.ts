import type { Catalogue } from '../nl/catalogue.ts';

export const intentions: Catalogue['intentions'] = {
  title: (organisation: string) => `What ${organisation} does with what you say`,
  lead: 'Where we listen, what for, and what we promise.',
  listen: {
    title: 'Where we listen',
    none: 'We do not listen anywhere yet.',
    audiences: { public: 'public', private: 'you and us only' },
    what: 'We read what is written there to us or about us. We look nobody up and follow nobody.',
  },
  purposes: {
    title: 'What we use data for',
    lead: (counted: boolean, fewest: number) =>
      counted
        ? `With the number of people whose data we used this month. Fewer than ${fewest} we do not name.`
        : 'All that we can use data for.',
    people: (n: string) => `This month: ${n} people.`,
    few: (fewest: number) => `This month: fewer than ${fewest} people.`,
  },
  promises: 'What we promise',
  version: (version: number, day: string) => `Version ${version} of our terms, of ${day}.`,
  heard: {
    title: 'You said, we did',
    none: 'Here will stand what we changed because of what people said.',
    said: 'You said:',
    did: 'We did:',
    people: (n: string) => `from ${n} conversations`,
  },
  mine: 'See your own data and decide for yourself',
  telling: {
    title: 'Said and done',
    lead: 'Tell everybody what happened with what people said.',
    publicPage: 'Look at the public page',
    add: 'New',
    saidNl: 'What people said, in Dutch',
    didNl: 'What we did, in Dutch',
    saidEn: 'What people said',
    didEn: 'What we did',
    noQuote: 'In words of your own. Quote nobody.',
    doneOn: 'Done on',
    conversations: 'Conversations it came from',
    conversationsHint:
      'Paste the addresses. Only from ten conversations on, the number stands on the public page.',
    submit: 'Put on the public page',
    hidden: 'not public',
    hide: 'Take off the page',
    show: 'Put back on the page',
  },
};
