import type { Catalogue } from '../nl/catalogue.ts';

export const channelCosts: Catalogue['channelCosts'] = {
  title: 'Costs',
  perDay: 'Used today',
  perMonth: 'Used this month',
  of: (spent: string, most: string) => `${spent} of ${most}`,
  units: (n: string) => `${n} units`,
  usedUp:
    'The budget is used up. This channel reads and writes nothing until the next period, or until you allow more.',
  prices: 'What the network charges',
  acts: {
    post: 'reading a post',
    writer: 'who wrote it',
    own: 'looking at one of our own',
    write: 'an answer',
    writeLink: 'an answer with a link',
    list: 'asking once',
    reply: 'an answer',
  },
};
