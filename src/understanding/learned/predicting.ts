import { type Answers, answersTo } from '../reading.ts';
import { cut, tokenise } from '../tokenising.ts';
import type { Tokens } from '../tokens.ts';
import { highest, sigmoid, softmax } from './calibrating.ts';
import { denseOf, offsetsOf } from './cold.ts';
import { type Bag, extract, type Features, makeFeatures } from './features.ts';
import { weightsByRarity } from './frequencies.ts';
import type { Model } from './model.ts';
import { damped } from './weighing.ts';

/** A message as a head sees it. Without `read` a head that starts from rules reads the text itself. */
export interface Sight {
  readonly tokens: Tokens;
  readonly read?: Answers | undefined;
}

/** A model with the arrays it works in; not for two threads at once. */
export interface Predictor {
  readonly model: Model;
  readonly features: Features;
  readonly byRarity: Float32Array;
  /** Per slot: row (from bit 8) and rarity, in one place because memory is what takes the time. */
  readonly known: Int32Array;
  readonly width: number;
  /** Some classes share a name. */
  readonly isMerged: boolean;
  readonly rows: Int32Array;
  readonly values: Float64Array;
  count: number;
  readonly sums: Float64Array;
  readonly scores: Float32Array;
  /** For one word at a time; made when something is explained for the first time, because it is ten megabytes. */
  own: Features | undefined;
}

export interface Decision {
  /** The best class; null when it was deleted since. */
  readonly label: string | null;
  /** For `several`: all that are given. For `single`: the label, or nothing. */
  readonly labels: readonly string[];
  /** Probability that `label` is right, 0–1. */
  readonly confidence: number;
  /** As sure as the head's promise asks, and in scope. Otherwise a person decides. */
  readonly automatic: boolean;
  /** Belongs to none of the classes, as far as can be seen. */
  readonly outOfScope: boolean;
}

export function makePredictor(model: Model): Predictor {
  const size = 1 << model.bits;
  const width = model.classes.length;
  return {
    model,
    features: makeFeatures(model.bits),
    byRarity: weightsByRarity(model.counts.stream),
    known: Int32Array.from(model.rarity, (rarity, slot) => ((model.rowOf[slot] ?? 0) << 8) | rarity),
    width,
    isMerged: new Set(model.classes).size < width,
    rows: new Int32Array(size + 4),
    values: new Float64Array(size + 4),
    count: 0,
    sums: new Float64Array(width),
    scores: new Float32Array(width),
    own: undefined,
  };
}

/** The decision about one text. Any string is allowed; an empty one gets the most usual class, unsure. */
export function decide(predictor: Predictor, text: string): Decision {
  if (predictor.model.rules === 'none')
    return decisionOf(predictor, scoresOf(predictor, { tokens: cut(text) }));
  const read = answersTo(text);
  return decisionOf(predictor, scoresOf(predictor, { tokens: tokenise(text), read }));
}

/** One score per class, valid until the next call. */
export function scoresOf(predictor: Predictor, { tokens, read }: Sight): Float32Array {
  const { model, features, scores } = predictor;
  extract(tokens, features);
  scores.set(model.bias);
  addBag(predictor, features.words);
  addBag(predictor, features.groups);
  if (read !== undefined && model.rules !== 'none')
    addRules(predictor, denseOf(model.rules, tokens, read), read);
  return scores;
}

/** Adds a bag of features, brought to length 1. */
function addBag(predictor: Predictor, bag: Bag): void {
  const { sums, scores } = predictor;
  const square = gather(predictor, bag);
  if (square === 0) return;
  sums.fill(0);
  addRows(predictor);
  const scale = 1 / Math.sqrt(square);
  for (let at = 0; at < sums.length; at++) scores[at] = (scores[at] as number) + (sums[at] as number) * scale;
}

/**
 * Collects the rows of the features that the model knows; gives the squared length of the bag, all included.
 * Rows are added four at a time, which is what makes seventy classes quick, so the last four are filled up with
 * row 0, which is empty.
 */
function gather(predictor: Predictor, { slots, times, count }: Bag): number {
  const { known, byRarity, rows, values, width } = predictor;
  let square = 0;
  let found = 0;
  for (let at = 0; at < count; at++) {
    const entry = known[slots[at] as number] as number;
    const value = damped(times[at] as number) * (byRarity[entry & 0xff] as number);
    square += value * value;
    if (entry < 0x100) continue;
    rows[found] = (entry >>> 8) * width;
    values[found++] = value;
  }
  for (; found % 4 !== 0; found++) {
    rows[found] = 0;
    values[found] = 0;
  }
  predictor.count = found;
  return square;
}

function addRows({ model: { weights }, rows, values, sums, count }: Predictor): void {
  const width = sums.length;
  for (let at = 0; at < count; at += 4) {
    const a = rows[at] as number;
    const b = rows[at + 1] as number;
    const c = rows[at + 2] as number;
    const d = rows[at + 3] as number;
    const p = values[at] as number;
    const q = values[at + 1] as number;
    const r = values[at + 2] as number;
    const s = values[at + 3] as number;
    for (let place = 0; place < width; place++) {
      sums[place] =
        (sums[place] as number) +
        p * (weights[a + place] as number) +
        q * (weights[b + place] as number) +
        r * (weights[c + place] as number) +
        s * (weights[d + place] as number);
    }
  }
}

function addRules({ model, scores }: Predictor, dense: Float32Array, read: Answers): void {
  const width = scores.length;
  const offsets = offsetsOf(model.rules, model.trained, read);
  for (let number = 0; number < width; number++) {
    let sum = offsets[number] ?? 0;
    for (let at = 0; at < dense.length; at++) {
      const row = model.rowOf[(1 << model.bits) + at] ?? 0;
      sum += (dense[at] ?? 0) * (model.weights[row * width + number] ?? 0);
    }
    scores[number] = (scores[number] ?? 0) + sum;
  }
}

/** Turns scores into a decision; classes that were merged count together. */
export function decisionOf(predictor: Predictor, scores: Float32Array): Decision {
  return predictor.model.kind === 'single' ? oneOf(predictor, scores) : severalOf(predictor.model, scores);
}

/** Probability per class, in the order of the model's classes. */
export function probabilities({ model }: Predictor, scores: Float32Array): Float32Array {
  const { temperature } = model.calibration;
  if (model.kind === 'single') return softmax(scores, temperature);
  return scores.map((value) => sigmoid(value / temperature));
}

function oneOf({ model, isMerged }: Predictor, scores: Float32Array): Decision {
  const { classes, calibration } = model;
  const { temperature, automaticFrom, inScopeFrom } = calibration;
  const best = highest(scores);
  const label = isMerged ? heaviest(model, scores) : (classes[best] ?? null);
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at++) most = Math.max(most, scores[at] as number);
  let all = 0;
  let own = 0;
  for (let at = 0; at < scores.length; at++) {
    const chance = Math.exp(((scores[at] as number) - most) / temperature);
    all += chance;
    if (classes[at] === label) own += chance;
  }
  const confidence = own / all;
  const outOfScope = sigmoid(most) < inScopeFrom;
  return {
    label,
    labels: label === null ? [] : [label],
    confidence,
    automatic: label !== null && !outOfScope && confidence >= automaticFrom,
    outOfScope,
  };
}

/** The name whose classes weigh most together. */
function heaviest({ classes, calibration }: Model, scores: Float32Array): string | null {
  const chances = softmax(scores, calibration.temperature);
  const sums = new Map<string | null, number>();
  classes.forEach((name, at) => {
    sums.set(name, (sums.get(name) ?? 0) + (chances[at] ?? 0));
  });
  return [...sums].reduce((one, other) => (other[1] > one[1] ? other : one))[0];
}

function severalOf({ classes, calibration }: Model, scores: Float32Array): Decision {
  const { temperature, givenFrom, automaticFrom, inScopeFrom } = calibration;
  const given = new Map<string, number>();
  let best: { label: string | null; confidence: number } = { label: null, confidence: 0 };
  scores.forEach((value, at) => {
    const label = classes[at] ?? null;
    const confidence = sigmoid(value / temperature);
    if (confidence > best.confidence) best = { label, confidence };
    if (label !== null && confidence >= (givenFrom[at] ?? 1))
      given.set(label, Math.max(confidence, given.get(label) ?? 0));
  });
  const sure = [...given.values()].every((confidence) => confidence >= automaticFrom);
  const outOfScope = given.size === 0 && sigmoid(Math.max(...scores)) < inScopeFrom;
  return { ...best, labels: [...given.keys()], automatic: given.size > 0 && sure, outOfScope };
}
