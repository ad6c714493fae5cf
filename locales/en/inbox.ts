import type { Catalogue } from '../nl/catalogue.ts';

export const inbox = {
  title: 'Inbox',
  empty: {
    title: 'No conversations yet',
    next: 'As soon as a channel is connected or a file is imported, the conversations that wait for an answer stand here.',
  },
} satisfies Catalogue['inbox'];
