import type { Catalogue } from '../../platform/words.ts';
import type { WhyView } from './criterion-view.ts';
import { lackOf } from './lacking.ts';

/** Why a criterion stands as it does, in a sentence. */
export function whyWords({ journey, measures }: Catalogue, why: WhyView): string {
  const { why: words } = journey;
  switch (why.code) {
    case 'reached':
      return words.reached;
    case 'short':
      return words.short;
    case 'uncertain':
      return words.uncertain;
    case 'expired':
      return words.expired;
    case 'too-few':
      return why.n === 0 ? words.nothing : words.tooFew(why.n, why.least);
    case 'no-value':
      return why.reason === 'no-department' ? words.noDepartment : words.noValue;
    case 'not-applicable':
      return why.absence ? words.absence[why.absence] : words.noValue;
    case 'not-measured':
      return words.notYet(measures.lacking[lackOf(why.indicator)]);
  }
}
