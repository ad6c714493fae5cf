import { cut } from '../tokenising.ts';
import { extract, makeFeatures } from './features.ts';
import type { Frequencies } from './frequencies.ts';
import { countMessage } from './frequencies.ts';
import type { Example } from './model.ts';

/** What is left to learn from when persons are taken out, and the ids of the messages that went. */
export function forget(
  examples: readonly Example[],
  personIds: ReadonlySet<string>,
): { kept: readonly Example[]; removed: readonly string[] } {
  const isTheirs = ({ personId }: Example) => personId !== null && personIds.has(personId);
  return {
    kept: examples.filter((example) => !isTheirs(example)),
    removed: examples.filter(isTheirs).map(({ id }) => id),
  };
}

/**
 * The frequencies as if these texts had never been in the stream: exactly the same numbers, because counts are
 * whole. Only for texts that were counted in.
 */
export function withoutTexts(frequencies: Frequencies, texts: Iterable<string>): Frequencies {
  const left = { ...frequencies, counts: frequencies.counts.slice() };
  const features = makeFeatures(frequencies.bits);
  for (const text of texts) {
    extract(cut(text), features);
    countMessage(left, features, -1);
  }
  return left;
}
