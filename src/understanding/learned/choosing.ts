import { answersTo } from '../reading.ts';
import { tokenise } from '../tokenising.ts';
import { type Predictor, probabilities, scoresOf } from './predicting.ts';
import { randomFrom, shuffled } from './random.ts';

/** How far apart a model sees its best two answers, 0 (cannot choose) to 1. */
export function marginOf(predictor: Predictor, text: string): number {
  const read = predictor.model.rules === 'none' ? undefined : answersTo(text);
  const chances = probabilities(predictor, scoresOf(predictor, { tokens: tokenise(text), read }));
  if (predictor.model.kind === 'several')
    return Math.min(...chances.map((chance) => Math.abs(2 * chance - 1)));
  let [best, second] = [0, 0];
  for (const chance of chances) {
    if (chance > best) [best, second] = [chance, best];
    else if (chance > second) second = chance;
  }
  return best - second;
}

export interface Candidate {
  readonly id: string;
  readonly text: string;
  readonly margin: number;
}

/**
 * Which messages to have labelled first: three quarters those the model doubts most, one quarter at random, so
 * that what it is wrongly sure of is seen too. Equal texts are asked once. Mixed, so that nobody sees which is which.
 */
export function chooseToLabel(candidates: readonly Candidate[], count: number, seed: number): Candidate[] {
  const texts = new Set<string>();
  const different = candidates.filter(({ text }) => !texts.has(text) && texts.add(text));
  const doubted = different
    .toSorted((one, other) => one.margin - other.margin)
    .slice(0, Math.ceil((count * 3) / 4));
  const taken = new Set(doubted.map(({ id }) => id));
  const rest = different.filter(({ id }) => !taken.has(id));
  const random = randomFrom(seed);
  const drawn = [...shuffled(rest.length, random)]
    .slice(0, count - doubted.length)
    .flatMap((at) => rest[at] ?? []);
  const chosen = [...doubted, ...drawn];
  return [...shuffled(chosen.length, random)].flatMap((at) => chosen[at] ?? []);
}
