import { mostExamples, rankOf } from './burst-examples.ts';

/** More terms at once are no topics but another stream; comparing all with all must stay short. */
const mostTerms = 512;
const shared = 0.5;

/** A term that is heard far more than expected in the bucket that closes. */
export interface Rising {
  hash: number;
  name: string;
  messages: number;
  expected: number;
  /** How surprising, in standard deviations. */
  z: number;
  authors: number;
  /** Ids of messages, by rank: all of them, or the ones with the least rank. */
  examples: number[];
}

/** The first leads. */
export type Topic = [Rising, ...Rising[]];

/**
 * Rising terms that stand in mostly the same messages, together; the most surprising term leads. A term joins the
 * first leader it fits, and never by way of a third term: "flight" would tie everything together. Only a pair
 * goes where a word of it went, because it rises with that word.
 */
export function topicsOf(rising: readonly Rising[]): Topic[] {
  const heard = rising.toSorted(bySurprise).slice(0, mostTerms);
  const words = new Set(heard.map(({ name }) => name));
  const isTied = ({ name }: Rising) => partsOf(name).some((word) => words.has(word));
  const topics: Topic[] = [];
  for (const term of heard.filter((one) => !isTied(one))) {
    const topic = topics.find(([leader]) => shareOf(leader, term) >= shared);
    if (topic === undefined) topics.push([term]);
    else topic.push(term);
  }
  for (const pair of heard.filter(isTied)) {
    const parts = partsOf(pair.name);
    topics.find((topic) => topic.some(({ name }) => parts.includes(name)))?.push(pair);
  }
  for (const topic of topics) topic.sort(bySurprise);
  return topics.sort(([one], [other]) => bySurprise(one, other));
}

function bySurprise(one: Rising, other: Rising): number {
  return other.z - one.z || one.hash - other.hash;
}

/** The words of a pair; none of a word. */
function partsOf(name: string): string[] {
  return name.includes(' ') ? name.split(' ') : [];
}

/**
 * Share of the rarer term's messages that hold the commoner one too, estimated on the examples: those that
 * the commoner term would have kept as well.
 */
function shareOf(one: Rising, other: Rising): number {
  const [rarer, commoner] = one.messages <= other.messages ? [one, other] : [other, one];
  const kept = new Set(commoner.examples);
  const bound = commoner.examples.length < mostExamples ? undefined : commoner.examples.at(-1);
  const comparable = rarer.examples.filter((id) => bound === undefined || rankOf(id) <= rankOf(bound));
  if (comparable.length < 2) return 0;
  return comparable.filter((id) => kept.has(id)).length / comparable.length;
}
