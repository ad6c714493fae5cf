import { voices } from '../comparing/limiting.ts';
import { highest } from './calibrating.ts';
import type { Example, Rules } from './model.ts';
import { dot } from './solving.ts';
import { solveAll } from './trying.ts';
import { type Prepared, withoutRules } from './vectors.ts';

/** A message of the organisation's own stream, labelled or not. */
export type Unlabelled = Omit<Example, 'labels'>;

/** Of a stream at most so many are leant on; each of their writers stands in the manifest. */
const mostLeantOn = 5000;
/** With so many labels the stream tells nothing more. */
const enoughLabels = 2500;
/** The cost of a mistake is small: the rules are often wrong, and only what they keep saying is to be learned. */
const strength = 0.03;
const passes = 8;

/**
 * The messages of the stream from which the words are learned that stand where the rules see praise or blame. Of what
 * is wanted, and how urgent it is, the same was measured to mislead. `stream`: newest first.
 */
export function leansOn(
  rules: Rules,
  { labels, stream }: { labels: number; stream: readonly Unlabelled[] },
): readonly Unlabelled[] {
  if (rules !== 'sentiment' || labels >= enoughLabels) return [];
  return voices(stream, mostLeantOn).toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/**
 * A weight per feature and class, learned from what the rules answer of the messages from number `from` on, by their
 * words alone. So a message without a word that the rules know leans to where its other words are said, and labels
 * need not begin from nothing.
 */
export function leanOf(
  prepared: Prepared,
  { from, width, seed }: { from: number; width: number; seed: number },
): Float32Array[] {
  const { offsets } = prepared;
  const bare = withoutRules(prepared);
  const count = bare.vectors.squares.length;
  const truth = new Uint8Array(count * width);
  for (let at = from; at < count; at++)
    truth[at * width + highest(offsets.subarray(at * width, (at + 1) * width))] = 1;
  const among = Int32Array.from({ length: count - from }, (_, at) => from + at);
  const task = { ...bare, truth, width, seed, rules: 'none', kind: 'single', balance: 0.5 } as const;
  return solveAll({ ...task, lean: [] }, among, { strength, passes });
}

/** What the rules say of the first `count` messages, with what their words lean to. */
export function leaning(
  prepared: Prepared,
  { count, lean }: { count: number; lean: readonly Float32Array[] },
): Float32Array {
  const width = lean.length;
  const offsets = prepared.offsets.slice(0, count * width);
  const { vectors } = withoutRules(prepared);
  for (let at = 0; at < count; at++) {
    lean.forEach((weights, number) => {
      const place = at * width + number;
      offsets[place] = (offsets[place] ?? 0) + dot(vectors, weights, at);
    });
  }
  return offsets;
}
