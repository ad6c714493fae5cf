import type { Catalogue } from '../nl/catalogue.ts';
import { pluralFor } from '../plural.ts';

const plural = pluralFor('en');

export const kit = {
  requestId: 'Number of this request',
  backToStart: 'Go to the start page',
  loading: 'Loading',
  pages: { label: 'Browse', next: 'Next', previous: 'Previous', first: 'To the beginning' },
  tableOf: (caption: string) => `Table: ${caption}`,
  twin: { show: 'Show as table' },
  figure: {
    tooLittle: (n: number) => `too little data (n=${n})`,
    unknown: 'not assessable',
    interval: (low: string, high: string) => `from ${low} to ${high}`,
    intervalWhy: 'In 19 of 20 cases the true number lies between these.',
    basedOn: (n: number) => plural(n, 'from # observation', 'from # observations'),
    asOf: (age: string) => `as of ${age}`,
    rows: 'See the rows',
    threshold: (value: string) => `threshold ${value}`,
  },
  criterion: { met: 'met', notMet: 'not met', unknown: 'not assessable' },
  confidence: { label: 'confidence', high: 'high', medium: 'medium', low: 'low' },
  duration: {
    seconds: (n: number) => plural(n, '# second', '# seconds'),
    minutes: (n: number) => plural(n, '# minute', '# minutes'),
    hours: (n: number) => plural(n, '# hour', '# hours'),
    days: (n: number) => plural(n, '# day', '# days'),
    less: 'less than a second',
  },
  now: 'just now',
} satisfies Catalogue['kit'];
