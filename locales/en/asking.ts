import type { Catalogue } from '../nl/catalogue.ts';
import { pluralFor } from '../plural.ts';

const plural = pluralFor('en');

/** What we ask customers when a conversation is finished. */
export const asking: Catalogue['asking'] = {
  title: 'Question afterwards',
  lead: 'One short question by mail when a conversation is closed. Only to those who agree that we measure how satisfied they themselves are.',
  off: 'The question leaves once a pilot or a decision switches on ‘feedback’. You can arrange it already.',
  queue: 'Queue',
  kind: 'Which question',
  kinds: { csat: 'satisfaction, 1 to 5', ces: 'ease, 1 to 7' },
  delay: 'Hours after closing',
  share: 'Of a hundred we ask',
  quiet: 'Not again within, days',
  active: 'Ask this',
  isOff: 'nothing',
  keep: 'Keep',
  summary: (kind: string, share: number) => `${kind}, ${share} of 100`,
  last: 'The last 30 days',
  none: 'Nothing was asked yet.',
  recent: 'The last answers',
  asked: 'Asked',
  answered: 'Answers',
  content: 'Content',
  mean: 'Mean',
  dropped: 'Not asked',
  why: {
    share: (n: number) => plural(n, '# fell outside the share', '# fell outside the share'),
    recent: (n: number) => plural(n, '# was asked shortly before', '# were asked shortly before'),
    permission: (n: number) => plural(n, '# gives no permission', '# give no permission'),
    address: (n: number) => plural(n, '# has no confirmed address', '# have no confirmed address'),
    reopened: (n: number) => plural(n, '# opened again', '# opened again'),
    off: (n: number) => plural(n, '# because it was off', '# because it was off'),
  },
  page: {
    title: 'Your opinion',
    csat: (name: string) => `How satisfied are you with how ${name} helped you?`,
    ces: (name: string) => `${name} made it easy to handle my issue.`,
    csatSteps: {
      1: 'very dissatisfied',
      2: 'dissatisfied',
      3: 'neither satisfied nor dissatisfied',
      4: 'satisfied',
      5: 'very satisfied',
    },
    cesSteps: {
      1: 'strongly disagree',
      2: 'disagree',
      3: 'somewhat disagree',
      4: 'neither agree nor disagree',
      5: 'somewhat agree',
      6: 'agree',
      7: 'strongly agree',
    },
    remark: 'Would you like to add something?',
    remarkHint: 'Our colleagues read this with your conversation.',
    send: 'Send',
    change: 'Change my answer',
    thanks: 'Thank you',
    thanksWhy: (day: string) => `Your answer is kept. You can change it until ${day}.`,
    private: 'You need not sign in. Only this link gives your answer.',
    choose: 'Choose an answer.',
  },
  here: {
    title: 'What the customer thought',
    waiting: (kind: string, at: string) => `A question about ${kind} leaves on ${at}`,
    asked: (kind: string) => `Asked about ${kind}, no answer yet`,
    score: (kind: string, score: number, most: number) => `${kind}: ${score} of ${most}`,
    short: { csat: 'satisfaction', ces: 'ease' },
  },
  remarkBy: 'What the customer thought',
  remark: {
    csat: (score: number, text: string) => `Satisfaction ${score} of 5. The customer added:\n\n${text}`,
    ces: (score: number, text: string) => `Ease ${score} of 7. The customer added:\n\n${text}`,
  },
  mail: {
    subject: (name: string) => `How did ${name} help you?`,
    text: (link: string, stop: string) =>
      `You asked us something and that is settled now. We would like to know how it went. It is one question.\n\n${link}\n\nNo more of these questions? You stop them here:\n${stop}\n`,
  },
};
