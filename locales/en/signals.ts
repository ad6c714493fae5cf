import type { Catalogue } from '../nl/catalogue.ts';
import { pluralFor } from '../plural.ts';

const plural = pluralFor('en');
const messages = (n: number) => plural(n, '# message', '# messages');
const people = (n: number) => plural(n, '# person', '# people');

export const signals: Catalogue['signals'] = {
  title: 'Signals',
  lead: 'Topics that many people suddenly write about. Polder looks every minute, per channel and per language.',
  toWords: 'Compare groups',
  rising: {
    label: 'What is rising now',
    title: 'Rising now',
    unnamed: 'a topic without words that may be shown',
    size: (n, persons, hours) =>
      `${messages(n)} of ${people(persons)} in ${plural(hours, '# hour', '# hours')}`,
    messages: 'Show the messages',
    dismiss: 'Seen',
    dismissLabel: (terms) => `Seen: ${terms} need not stand above the inbox any more`,
    all: 'All signals',
  },
  empty: {
    title: 'Nothing has risen yet',
    next: 'As soon as many people suddenly write about the same thing, it stands here and above the inbox. A handful of messages, or one person who writes a lot, is no signal.',
  },
  list: {
    caption: 'Topics that rose, the newest first',
    terms: 'About',
    when: 'Began',
    where: 'Where',
    size: 'Messages',
    persons: 'People',
    expected: 'Expected',
    state: 'State',
    everywhere: 'all channels',
    withheld: 'words not shown: they look like a name',
    now: 'now',
    past: 'past',
    dismissed: (by, at) => `seen by ${by}, ${at}`,
    dismissedBySystem: (at) => `seen, ${at}`,
    compare: 'Compare',
    compareLabel: (terms) => `Compare the words in messages about ${terms} with the other messages`,
  },
  howTitle: 'When is something a signal?',
  how: 'A word or pair of words stands in at least 6 messages of at least 5 people within an hour, at least three times as often as expected, and so far above it that chance does not explain it. Names, telephone numbers and addresses are not shown.',
  alike: {
    others: (n, more) =>
      more
        ? `${n} others or more wrote nearly the same`
        : plural(n, '# other wrote nearly the same', '# others wrote nearly the same'),
    fold: (n, more) => `${more ? `${n}+` : n} × nearly the same`,
    foldLabel: (n, more) => `${more ? `${n}+` : n} × nearly the same: show the conversations`,
    title: 'Nearly the same',
    topic: (terms) => `About ${terms}`,
    back: 'Back to the inbox',
    empty: {
      title: 'No conversations that you may see',
      next: 'The messages lie with another department, or are gone.',
    },
    together: {
      close: (n, more) => (more ? `Close the first ${n}` : plural(n, 'Close #', 'Close all #')),
      question: (n) => plural(n, 'Why close this conversation?', 'Why close these # conversations?'),
      which: 'Only what nobody has taken up yet. You can undo it.',
      closed: (n) => plural(n, '# conversation closed', '# conversations closed'),
      undo: 'Undo',
    },
    states: { new: 'open', open: 'open', waiting: 'waiting for customer', snoozed: 'snoozed', done: 'done' },
  },
  words: {
    title: 'What does one group say that the other does not?',
    lead: 'Choose two groups of messages. You see the words that stand far more often in one than in the other.',
    back: 'Back to signals',
    one: 'Group A',
    other: 'Group B',
    account: 'Channel',
    from: 'From',
    until: 'Up to and including',
    language: 'Language',
    sentiment: 'Sentiment',
    intent: 'Intent',
    topic: 'Topic',
    relation: 'Who writes',
    signal: 'Signal',
    alike: 'Nearly the same',
    any: 'all',
    relations: {
      unknown: 'unknown',
      customer: 'customer',
      prospect: 'prospect',
      partner: 'partner',
      influencer: 'influencer',
    },
    submit: 'Compare',
    swap: 'Swap A and B',
    otherGroups: 'Compare other groups',
    start: {
      title: 'Choose what to compare',
      next: 'For instance angry messages beside all messages, or this month beside the last. What falls in both groups counts for the smaller one only.',
    },
    size: (n, persons, isSample) =>
      `${messages(n)} of ${people(persons)}${isSample ? ' (the newest; there are more)' : ''}`,
    tooSmall: {
      title: 'This group is too small to show',
      next: 'Of fewer than 10 people we show nothing: you could see who wrote what. Choose a longer period or fewer conditions.',
    },
    more: 'A says more than B',
    fewer: 'B says more than A',
    nothing: 'No word stands so much more often in one group that it cannot be chance.',
    picture:
      'Words that set the groups apart: to the right A, to the left B; the longer the bar, the more often',
    term: 'Word',
    group: 'Group',
    times: 'How often',
    timesOf: (times) => `${times} ×`,
    timesAtLeast: (times) => `at least ${times} ×`,
    chance: 'By chance',
    chanceUnder: (odds) => `1 in ${odds} or less`,
    here: 'In the group',
    there: 'In the other',
    persons: 'People',
    examples: 'Examples',
    example: (n) => `example ${n}`,
    caption: 'Words that stand more often in one group than in the other',
    privacy: 'Words of fewer than 5 people, and words that look like a name or an address, are left out.',
  },
};
