import { understand } from '../reading.ts';
import { tokenise } from '../tokenising.ts';
import { type Tokens, written } from '../tokens.ts';
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
  /** What the class gets without any word: its share of all messages, and what the rules of the cold start say. */
  readonly rest: number;
}

/**
 * Why a model gives (or would give) this label: per word the sum of value × weight of its own feature, its pairs
 * and its character groups; what several words share is divided among them. `rest` and all words add up to the
 * score. Recomputed from the text, so no dictionary is kept.
 */
export function explain(predictor: Predictor, text: string, label: string): Explanation {
  const { model, byRarity } = predictor;
  const column = model.classes.indexOf(label);
  const read = model.rules === 'none' || column < 0 ? undefined : understand(text);
  const tokens = tokenise(text);
  predictor.own ??= makeFeatures(model.bits);
  const { own } = predictor;
  const view: View = { model, byRarity, column, ...wholeOf(tokens, predictor.features, own) };
  let rest = model.bias[column] ?? 0;
  if (read) {
    const offset = offsetsOf(model.rules, model.trained, read)[column] ?? 0;
    rest += rulesWeight(view, denseOf(model.rules, tokens, read), offset);
  }
  const scales = [
    scaleOf(view.whole.words, { ...view.model, byRarity }),
    scaleOf(view.whole.groups, { ...view.model, byRarity }),
  ];
  const words: Because[] = [];
  for (let at = 0; at < tokens.count; at++) {
    extractToken(tokens, at, own);
    const weight =
      (scales[0] ?? 0) * bagWeight(own.words, 'words', view) +
      (scales[1] ?? 0) * bagWeight(own.groups, 'groups', view);
    const word = written(tokens, at);
    if (word.trim() === '') rest += weight;
    else words.push({ word, from: tokens.start[at] ?? 0, to: tokens.end[at] ?? 0, weight });
  }
  words.sort((one, other) => other.weight - one.weight);
  return { label, words, rest };
}

/** The features of the whole message, and how often the tokens name each: a pair is named by both its words. */
function wholeOf(tokens: Tokens, whole: Features, own: Features): Pick<View, 'whole' | 'named'> {
  const named = { words: new Map<number, number>(), groups: new Map<number, number>() };
  for (let at = 0; at < tokens.count; at++) {
    extractToken(tokens, at, own);
    for (const kind of ['words', 'groups'] as const) {
      const { slots, times, count } = own[kind];
      for (let entry = 0; entry < count; entry++) {
        const slot = slots[entry] ?? 0;
        named[kind].set(slot, (named[kind].get(slot) ?? 0) + (times[entry] ?? 0));
      }
    }
  }
  extract(tokens, whole);
  return { whole, named };
}

interface View extends Pick<Predictor, 'model' | 'byRarity'> {
  readonly column: number;
  readonly whole: Features;
  readonly named: Readonly<Record<'words' | 'groups', ReadonlyMap<number, number>>>;
}

function bagWeight(
  own: Bag,
  kind: 'words' | 'groups',
  { model, byRarity, column, whole, named }: View,
): number {
  const width = model.classes.length;
  let sum = 0;
  for (let at = 0; at < own.count; at++) {
    const slot = own.slots[at] ?? 0;
    const row = model.rowOf[slot] ?? 0;
    if (row === 0) continue;
    const value = damped(timesIn(whole[kind], slot)) * (byRarity[model.rarity[slot] ?? 0] ?? 0);
    const share = (own.times[at] ?? 0) / (named[kind].get(slot) ?? 1);
    sum += value * (model.weights[row * width + column] ?? 0) * share;
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
