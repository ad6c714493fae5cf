import type { Catalogue } from '../nl/catalogue.ts';

export const customers = {
  title: 'Customers',
  empty: {
    title: 'No customers yet',
    next: 'Everybody who writes a message gets a page here: what was said, what the customer allows and who has looked.',
  },
} satisfies Catalogue['customers'];
