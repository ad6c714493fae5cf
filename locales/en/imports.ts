import type { Catalogue } from '../nl/catalogue.ts';

export const imports = {
  title: 'Import',
  empty: {
    title: 'Nothing imported yet',
    next: 'Choose a CSV or JSON Lines file with messages. Polder first shows which columns it recognises.',
  },
} satisfies Catalogue['imports'];
