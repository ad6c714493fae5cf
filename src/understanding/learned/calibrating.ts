import { type Outcome, score } from './measuring.ts';
import type { Aim, Calibration } from './model.ts';

/** Scores of messages by a model that was not trained on them, row by row, with what they should be. */
export interface HeldOut {
  readonly classes: readonly string[];
  readonly scores: Float32Array;
  /** Per message, per class: 1 when it has the class. */
  readonly truth: Uint8Array;
}

export const never = 2;
/** Fewer held-out decisions than this say nothing about a promise. */
const enough = 50;
/** And fewer than this not even how sure to be. */
const veryFew = 20;
const outsideShare = 0.05;

/** One temperature and two thresholds from held-out scores. */
export function calibrateSingle(heldOut: HeldOut, promised: number): Calibration {
  const { classes } = heldOut;
  const labelled = labelsOf(heldOut);
  const few = labelled.length < enough;
  const fitted = labelled.length < veryFew ? 1 : lowest((t) => surprise(heldOut, labelled, t));
  // Of few it may turn out that they were right by luck: that makes nobody surer.
  const temperature = few ? Math.max(1, fitted) : fitted;
  const outcomes = outcomesOf(heldOut, { labelled, temperature });
  return {
    temperature,
    promised,
    automaticFrom: few ? never : thresholdFor(outcomes, promised),
    inScopeFrom: few ? 0 : scopeThreshold(heldOut),
    givenFrom: new Float32Array(classes.length).fill(0.5),
  };
}

/** For heads that give several labels: a threshold per class (best F1) on probabilities of one temperature. */
export function calibrateSeveral(heldOut: HeldOut, promised: number): Calibration {
  const width = heldOut.classes.length;
  const few = heldOut.scores.length < enough * width;
  const temperature = few ? 1 : lowest((t) => surpriseEach(heldOut, t));
  const givenFrom = Float32Array.from(heldOut.classes, (_, at) =>
    few ? 0.5 : bestCut(heldOut, at, temperature),
  );
  const outcomes: Outcome[] = [];
  heldOut.scores.forEach((value, at) => {
    const confidence = sigmoid(value / temperature);
    if (confidence >= (givenFrom[at % width] ?? 1))
      outcomes.push({ confidence, right: heldOut.truth[at] === 1 });
  });
  return {
    temperature,
    promised,
    automaticFrom: outcomes.length < enough ? never : thresholdFor(outcomes, promised),
    inScopeFrom: few ? 0 : scopeThreshold(heldOut),
    givenFrom,
  };
}

/** How good these held-out decisions are by the head's aim, for choosing between ways of training. */
export function qualityOf(heldOut: HeldOut, { temperature }: Calibration, aim: Aim): number {
  const { classes, truth } = heldOut;
  const labelled = labelsOf(heldOut);
  const isSingle = truth.reduce((sum, has) => sum + has, 0) === labelled.length && !labelled.includes(-1);
  if (!isSingle) return -surpriseEach(heldOut, temperature);
  return score({ labelled, answered: answersOf(heldOut), classes })[aim];
}

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

function labelsOf({ classes, truth }: HeldOut): Int32Array {
  const width = classes.length;
  return Int32Array.from({ length: truth.length / width }, (_, at) =>
    truth.subarray(at * width, (at + 1) * width).indexOf(1),
  );
}

/** Probabilities of one message's classes from its scores. */
export function softmax(scores: Float32Array, temperature: number): Float32Array {
  let most = Number.NEGATIVE_INFINITY;
  for (const value of scores) most = Math.max(most, value);
  let sum = 0;
  const chances = new Float32Array(scores.length);
  for (let at = 0; at < scores.length; at++) {
    const chance = Math.exp(((scores[at] ?? 0) - most) / temperature);
    chances[at] = chance;
    sum += chance;
  }
  for (let at = 0; at < chances.length; at++) chances[at] = (chances[at] ?? 0) / sum;
  return chances;
}

/** Mean negative logarithm of the probability given to the truth. */
function surprise({ classes, scores }: HeldOut, labelled: Int32Array, temperature: number): number {
  const width = classes.length;
  let sum = 0;
  labelled.forEach((label, at) => {
    const chances = softmax(scores.subarray(at * width, (at + 1) * width), temperature);
    sum -= Math.log(Math.max(1e-12, chances[label] ?? 1));
  });
  return sum / labelled.length;
}

function surpriseEach({ scores, truth }: HeldOut, temperature: number): number {
  let sum = 0;
  scores.forEach((value, at) => {
    const chance = sigmoid((truth[at] === 1 ? value : -value) / temperature);
    sum -= Math.log(Math.max(1e-12, chance));
  });
  return sum / scores.length;
}

/** Golden section over the logarithm of the temperature, 1/20 to 20. */
function lowest(loss: (temperature: number) => number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = -3;
  let high = 3;
  let left = high - golden * (high - low);
  let right = low + golden * (high - low);
  let [lossLeft, lossRight] = [loss(Math.exp(left)), loss(Math.exp(right))];
  while (high - low > 0.02) {
    if (lossLeft < lossRight) {
      [high, right, lossRight] = [right, left, lossLeft];
      left = high - golden * (high - low);
      lossLeft = loss(Math.exp(left));
    } else {
      [low, left, lossLeft] = [left, right, lossRight];
      right = low + golden * (high - low);
      lossRight = loss(Math.exp(right));
    }
  }
  return Math.exp((low + high) / 2);
}

interface Choosing {
  readonly labelled: Int32Array;
  readonly temperature: number;
}

function answersOf({ classes, scores }: HeldOut): Int32Array {
  const width = classes.length;
  return Int32Array.from({ length: scores.length / width }, (_, at) =>
    highest(scores.subarray(at * width, (at + 1) * width)),
  );
}

/** The number of the class with the highest score. */
export function highest(scores: Float32Array): number {
  let best = 0;
  for (let at = 1; at < scores.length; at++) if ((scores[at] as number) > (scores[best] as number)) best = at;
  return best;
}

function outcomesOf(heldOut: HeldOut, choosing: Choosing): Outcome[] {
  const width = heldOut.classes.length;
  return Array.from(answersOf(heldOut), (answer, at) => ({
    confidence:
      softmax(heldOut.scores.subarray(at * width, (at + 1) * width), choosing.temperature)[answer] ?? 0,
    right: answer === choosing.labelled[at],
  }));
}

/** The lowest confidence from which on decisions are as precise as promised. */
export function thresholdFor(outcomes: readonly Outcome[], promised: number): number {
  const sorted = outcomes.toSorted((one, other) => other.confidence - one.confidence);
  let right = 0;
  let found = never;
  sorted.forEach((outcome, at) => {
    if (outcome.right) right++;
    const isLast = sorted[at + 1]?.confidence !== outcome.confidence;
    if (isLast && at + 1 >= enough / 5 && right / (at + 1) >= promised) found = outcome.confidence;
  });
  return found;
}

/** One in twenty messages that do belong somewhere is the price for noticing those that do not. */
function scopeThreshold({ classes, scores }: HeldOut): number {
  const width = classes.length;
  const best = Float32Array.from({ length: scores.length / width }, (_, at) =>
    sigmoid(Math.max(...scores.subarray(at * width, (at + 1) * width))),
  ).sort();
  return best[Math.floor(best.length * outsideShare)] ?? 0;
}

function bestCut({ classes, scores, truth }: HeldOut, column: number, temperature: number): number {
  const rows: { chance: number; right: boolean }[] = [];
  for (let at = column; at < scores.length; at += classes.length)
    rows.push({ chance: sigmoid((scores[at] ?? 0) / temperature), right: truth[at] === 1 });
  rows.sort((one, other) => other.chance - one.chance);
  const wanted = rows.filter(({ right }) => right).length;
  let hits = 0;
  let best = { f1: 0, cut: 0.5 };
  rows.forEach(({ chance, right }, at) => {
    if (right) hits++;
    const f1 = (2 * hits) / (wanted + at + 1);
    const next = rows[at + 1]?.chance ?? 0;
    if (f1 > best.f1 && next < chance) best = { f1, cut: (chance + next) / 2 };
  });
  return best.cut;
}
