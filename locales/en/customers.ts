import type { Catalogue } from '../nl/catalogue.ts';
import { pluralFor } from '../plural.ts';

const plural = pluralFor('en');

export const customers = {
  title: 'Customers',
  lead: 'Everybody who wrote to us, newest first.',
  empty: {
    title: 'No customers yet',
    next: 'Everybody who writes a message gets a page of their own here: what was said, what the customer allows and what we did with the data.',
  },
  search: {
    label: 'Search by name or account name',
    submit: 'Search',
    clear: 'Show everybody',
    none: (asked: string) => `Nobody found for “${asked}”`,
    noneNext:
      'Search for a part of the name or of the account name. Those who had the use of their data restricted are not in the list.',
    found: (asked: string) => `Found for “${asked}”.`,
  },
  list: {
    caption: 'People',
    name: 'Name',
    networks: 'Channels',
    identities: 'Identities',
    since: 'Known since',
  },
  unnamed: 'Name not known',
  back: 'All customers',
  since: (day: string) => `Known since ${day}`,
  relations: {
    unknown: 'relation not known',
    customer: 'customer',
    prospect: 'prospect',
    partner: 'partner',
    influencer: 'influencer',
  },
  timeline: {
    title: 'Conversations',
    none: 'No conversations that you may see.',
    newest: (n: number) => `These are the newest ${n} conversations.`,
    messages: (n: number) => plural(n, '# message', '# messages'),
    replies: (n: number) => plural(n, '# answer', '# answers'),
    noReply: 'no answer',
    state: { new: 'new', open: 'open', waiting: 'waits for the customer', done: 'closed' },
  },
  identities: {
    title: 'Identities',
    why: 'This is how we know this person, per channel. Polder never guesses that two accounts are one human.',
    network: 'Channel',
    handle: 'Account name',
    proof: 'Proof',
    noHandle: 'none',
    proofs: {
      unseen: 'not checked',
      claimed: 'says so',
      verified: 'checked',
      confirmed: 'confirmed by the customer',
    },
  },
  contract: {
    title: 'What the customer allows',
    why: 'The sentences are those of the privacy contract, as the customer reads them.',
    purposes: {
      service: 'Answering',
      listen: 'Listening',
      security: 'Security',
      train: 'Learning from messages',
    },
    states: {
      allowed: 'allowed',
      ask: 'ask first',
      unknown: 'not asked yet',
      denied: 'not allowed',
      objected: 'objection made',
      restricted: 'restricted',
    },
    basis: {
      contract: 'legal basis: contract',
      legitimate_interest: 'legal basis: legitimate interest',
      consent: 'legal basis: consent',
    },
    sinceStart: (day: string) => `since ${day}, without a choice of the customer`,
    sinceDecision: (day: string) => `since ${day}`,
    evidence: 'Recorded as:',
    version: (version: number) => `Privacy contract, version ${version}`,
    lift: 'Only the customer can allow this again.',
  },
  objection: {
    open: 'Record an objection',
    purpose: 'What does the customer object to?',
    evidence: 'How did the objection come in?',
    evidenceHint: 'Write down what the customer said, where and when. The customer can read this.',
    why: 'The objection works at once. You cannot take it back, only the customer can.',
    submit: 'Record objection',
    all: 'There is an objection already to every purpose where that is possible.',
  },
  ledger: {
    title: 'What we did with this data',
    caption: 'Every use stands here, also that you opened this page. The customer reads it like this too.',
    when: 'When',
    what: 'What',
    why: 'Why',
    department: 'Department',
    noDepartment: 'no department',
    system: 'Polder itself',
    key: 'a connection',
    lists:
      'Lists, such as the inbox, are counted once a day per colleague. They do not stand here one by one.',
    newest: (n: number) => `These are the newest ${n}.`,
  },
} satisfies Catalogue['customers'];
