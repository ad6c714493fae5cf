import { understand } from '../reading.ts';
import { tokenise } from '../tokenising.ts';
import { written } from '../tokens.ts';
import { denseOf, offsetsOf } from './cold.ts';
import { type Bag, extract, extractToken, type Features, makeFeatures } from './features.ts';
import type { Predictor } from './predicting.ts';
import { damped, scaleOf } from './weighing.ts';

/** How much one word of a message spoke for a class, in the model's score. */
export interface Because {
  /** Exactly as it stands in the text. */
  readonly word: string;
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

export interface Explanation {
  readonly label: string;
  /** Every word, the weightiest first. */
  readonly words: readonly Because[];
  /** What the rules of the cold start and what they noticed add. */
  readonly rules: number;
  /** What the class gets without any word. */
  readonly bias: number;
}

/**
 * Why a model gives (or would give) this label: per word the sum of value × weight of its own feature, its pairs
 * and its character groups. Recomputed from the text, so no dictionary is kept. A pair counts for both its words.
 */
export function explain({ model, byRarity }: Predictor, text: string, label: string): Explanation {
  const column = model.classes.indexOf(label);
  const read = model.rules === 'none' || column < 0 ? undefined : understand(text);
  const tokens = tokenise(text);
  const whole = makeFeatures(model.bits);
  const own = makeFeatures(model.bits);
  extract(tokens, whole);
  const rarities = { rarity: model.rarity, byRarity };
  const view = {
    model,
    byRarity,
    column,
    whole,
    scales: [scaleOf(whole.words, rarities), scaleOf(whole.groups, rarities)],
  };
  const words: Because[] = [];
  for (let at = 0; at < tokens.count; at++) {
    const word = written(tokens, at);
    if (word.trim() === '') continue;
    extractToken(tokens, at, own);
    words.push({ word, from: tokens.start[at] ?? 0, to: tokens.end[at] ?? 0, weight: weightOf(own, view) });
  }
  words.sort((one, other) => other.weight - one.weight);
  return {
    label,
    words,
    rules: read
      ? rulesWeight(
          view,
          denseOf(model.rules, tokens, read),
          offsetsOf(model.rules, model.trained, read)[column] ?? 0,
        )
      : 0,
    bias: model.bias[column] ?? 0,
  };
}

interface View extends Pick<Predictor, 'model' | 'byRarity'> {
  readonly column: number;
  readonly whole: Features;
  readonly scales: readonly number[];
}

function weightOf(own: Features, view: View): number {
  const [words = 0, groups = 0] = view.scales;
  return (
    words * bagWeight(own.words, view.whole.words, view) +
    groups * bagWeight(own.groups, view.whole.groups, view)
  );
}

/** A feature that several words share is divided among them. */
function bagWeight(own: Bag, whole: Bag, { model, byRarity, column }: View): number {
  const width = model.classes.length;
  let sum = 0;
  for (let at = 0; at < own.count; at++) {
    const slot = own.slots[at] ?? 0;
    const row = model.rowOf[slot] ?? 0;
    if (row === 0) continue;
    const all = timesIn(whole, slot);
    const value = damped(all) * (byRarity[model.rarity[slot] ?? 0] ?? 0);
    sum +=
      value *
      (model.weights[row * width + column] ?? 0) *
      Math.min(1, (own.times[at] ?? 0) / Math.max(1, all));
  }
  return sum;
}

function timesIn(bag: Bag, slot: number): number {
  for (let spot = slot & bag.reach; ; spot = (spot + 1) & bag.reach) {
    const at = bag.place[spot] ?? 0;
    if (at >= bag.count || bag.where[at] !== spot) return 0;
    if (bag.slots[at] === slot) return bag.times[at] ?? 0;
  }
}

function rulesWeight({ model, column }: View, dense: Float32Array, offset: number): number {
  let sum = offset;
  dense.forEach((value, at) => {
    const row = model.rowOf[(1 << model.bits) + at] ?? 0;
    sum += value * (model.weights[row * model.classes.length + column] ?? 0);
  });
  return sum;
}
