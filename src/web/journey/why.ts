import type { Catalogue } from '../../platform/words.ts';
import type { WhyView } from './criterion-view.ts';

/** Why a criterion stands as it does, in a sentence. */
export function whyWords({ journey, journeying }: Catalogue, why: WhyView): string {
  const { why: words } = journey;
  const lacking = why.reason === null ? undefined : journeying.lacking[why.reason];
  if (lacking !== undefined && (why.code === 'too-few' || why.code === 'no-value'))
    return words.notYet(lacking);
  if (why.held) {
    const { weeks, needed } = why.held;
    if (why.code === 'reached') return journeying.held.climbing(weeks, needed);
    if (why.code === 'short' || why.code === 'uncertain') return journeying.held.sinking(weeks, needed);
  }
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
      return words.noValue;
    case 'not-applicable':
      return why.absence ? words.absence[why.absence] : words.noValue;
    case 'not-measured':
      return words.noValue;
  }
}
