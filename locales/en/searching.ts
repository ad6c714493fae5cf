import type { Catalogue } from '../nl/catalogue.ts';
import { pluralFor } from '../plural.ts';

const plural = pluralFor('en');

export const searching: Catalogue['searching'] = {
  title: 'Search conversations',
  lead: 'In everything customers wrote, what we answered and what colleagues noted. Also what is done.',
  label: 'Search conversations',
  placeholder: 'Words, name or number',
  hint: 'Words also find their other forms. Put words in quotes when they must stand side by side, and a minus before what must not be there.',
  submit: 'Search',
  found: (n: number, more: boolean) =>
    more ? `${n} or more conversations` : plural(n, '# conversation', '# conversations'),
  none: {
    title: 'Nothing found',
    next: 'Try fewer words, another spelling, or search without filters. Who asked for restriction is not found.',
  },
  begin: {
    title: 'What are you looking for?',
    next: 'For example: invoice twice, a name, a customer number or an order.',
  },
  narrow: 'Narrow down',
  clear: 'Without filters',
  any: 'all',
  channel: 'Channel',
  queue: 'Queue',
  labelled: 'Label',
  state: 'How it stands',
  states: { open: 'not done yet', snoozed: 'set aside', done: 'done' },
  from: 'From',
  until: 'Until',
  colleague: 'Colleague',
  colleagueHint: 'Wrote it, or had the conversation.',
  me: 'me',
  byName: 'by name',
  kinds: { in: 'customer', reply: 'answer', post: 'own post', note: 'note' },
  saved: {
    label: 'Saved searches',
    open: 'Keep this search',
    name: 'Name',
    submit: 'Keep',
    end: (name: string) => `Remove search ${name}`,
  },
};
