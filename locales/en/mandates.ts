import type { Catalogue } from '../nl/catalogue.ts';
import { pluralFor } from '../plural.ts';

const plural = pluralFor('en');

/** The mandate matrix: who may do what, on which channel, about which topic. */
export const mandates: Catalogue['mandates'] = {
  title: 'Mandates',
  lead: 'Who may do what on which channel and about which topic. Without a mandate the roles hold.',
  nobodyYet: 'There is no mandate yet: the roles hold everywhere',
  nobodyYetNext: 'Give a first colleague a mandate below. Only for that colleague something changes.',
  empty: { title: 'Nothing to show', next: 'Choose another filter, or bring in messages first.' },
  department: 'Department',
  colleague: 'Colleague',
  channel: 'Channel',
  topic: 'Topic',
  right: 'Right',
  atLeast: 'May at least',
  on: 'On the day',
  show: 'Show',
  all: 'All',
  anyRight: 'Does not matter',
  everyChannel: 'every channel',
  everyTopic: 'every topic',
  rights: { read: 'read', draft: 'draft', send: 'send', approve: 'approve' },
  role: 'role',
  byRole: 'works by role',
  nothing: 'nothing',
  caption: (day: string) => `What is allowed on ${day}`,
  give: 'Give a mandate',
  giveWhy:
    'Whoever has a mandate may only do what the mandates say. Approving includes sending, sending includes drafting.',
  from: 'From',
  until: 'Until and including',
  when: 'When',
  since: (from: string) => `from ${from}`,
  between: (from: string, until: string) => `${from} until ${until}`,
  by: 'Given by',
  end: 'Ended',
  endNow: 'End',
  given: (n: number) => plural(n, '# mandate', '# mandates'),
  ended: (n: number) => plural(n, '# ended mandate', '# ended mandates'),
  release: 'Let a colleague work by role again',
  releaseWhy: 'The mandates end. The roles decide again what this colleague may do.',
  mayNotSend:
    'Your mandate does not let you answer here. Write a note, or give the conversation to a colleague.',
};
