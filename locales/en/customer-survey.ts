import type { customerSurvey as nl } from '../nl/customer-survey.ts';

export const customerSurvey: typeof nl = {
  title: 'What customers say',
  lead: 'Once in half a year we ask customers four things about the relation. We keep who answered, not what.',
  empty: {
    title: 'Customers were not asked yet',
    next: 'Whoever steers the journey opens a round here.',
  },
  off: 'Asking customers is off. A pilot with ‘Customer surveys’ switches it on; until then no mail leaves.',
  open: 'Open a round',
  openLead:
    'We ask only customers who wrote to us this year, who let us measure, whose address is proven, and who were not asked lately. The lot decides.',
  wanted: 'How many customers at most',
  wantedHint: 'A verdict needs a hundred answers.',
  closesOn: 'Last day',
  close: 'Close the round',
  running: (day) => `Open until and including ${day}`,
  closed: (day) => `Closed on ${day}`,
  drawing: 'Within a minute the lot decides who is asked.',
  state: (answered, asked) => `${answered} of ${asked} customers answered.`,
  waiting: (n) =>
    n === 1 ? '1 customer still waits for the mail.' : `${n} customers still wait for the mail.`,
  leftOut: 'Not asked',
  why: {
    permission: 'no permission to measure',
    address: 'no proven address',
    recent: 'asked something lately',
    beyond: 'not drawn',
  },
  tooFew: 'There are too few answers to show anything yet: ten at least.',
  item: 'Statement',
  agree: 'Agree',
  of: 'With an opinion',
  between: (low, high) => `between ${low} and ${high}`,
  both: 'Known and trusted: agree with the first two',
  counts: 'Counts for stage 5 from a hundred answers on, for 200 days.',
  dataCounts:
    'The last statement counts only when the number of chosen privacy contracts cannot be measured.',
  mail: {
    subject: (organisation) => `Four questions from ${organisation}`,
    text: (organisation, link, stop) =>
      `How are things between you and ${organisation}? We ask you four short questions. It takes one minute.\n\n${link}\n\nWe keep that you answered, not what you answered. We ask you this twice a year at most.\n\nNever again? You can arrange that here: ${stop}`,
  },
  page: {
    title: 'How are things between you and us?',
    lead: (organisation) =>
      `Four questions from ${organisation}. Choose for each sentence what you think of it. You may skip sentences.`,
    steps: {
      '1': 'fully disagree',
      '2': 'disagree',
      '3': 'neither agree nor disagree',
      '4': 'agree',
      '5': 'fully agree',
      unknown: 'I do not know',
    },
    send: 'Send',
    private: 'Your name does not stand with your answer. Nobody can see what you answered.',
    thanks: 'Thank you',
    thanksWhy: 'Your answer is kept without your name. You can close this page.',
    nothing: 'Choose an answer for at least one sentence.',
  },
};
