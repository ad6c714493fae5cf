import type { HeldOut } from '../../understanding/learned/calibrating.ts';
import { type Judgement, judgeHeldOut } from '../../understanding/learned/judging.ts';
import type { Model } from '../../understanding/learned/model.ts';
import { type Decision, decisionOf, makePredictor } from '../../understanding/learned/predicting.ts';

/** Decisions of about the same confidence: how sure they were, and how often right. Fractions 0–1. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly confidence: number;
  readonly right: number;
}

/** What a model is worth, by the answers it gave to its own examples while it had not seen them (five folds). */
export interface Figures extends Omit<Judgement, 'perClass'> {
  /** Of the accuracy: 95 % (Wilson). */
  readonly interval: readonly [low: number, high: number];
  readonly perClass: Judgement['perClass'];
  /** Rows: what it is; columns: what was answered, in the order of `classes`. Empty for a head of several labels. */
  readonly confusion: {
    readonly classes: readonly string[];
    readonly counts: readonly (readonly number[])[];
  };
  readonly bins: readonly Bin[];
  /** How often the rules were right on the same messages; null for a head without rules, absent in an older model. */
  readonly byRules?: number | null;
  /**
   * A model that is behind the rules by no more than this share may be so by chance, by the messages that only one of
   * the two has right. Given where learning from the stream was measured to gain; elsewhere 0.
   */
  readonly chance?: number;
  /** On the messages that are never trained on, with the model it was compared with, if any. */
  readonly validation: {
    readonly messages: number;
    readonly accuracy: number;
    readonly before: number | null;
  };
}

type AgainstRules = Pick<Figures, 'accuracy' | 'byRules' | 'chance'>;

/** Whether a first model may take the rules' place, by what neither had seen; without rules it may. */
export function isNoWorseThanRules({ accuracy, byRules, chance = 0 }: AgainstRules): boolean {
  return accuracy >= (byRules ?? 0) - chance;
}

/** Whether a model is believed before the rules when it doubts: right more often, or not less so but by chance. */
export function beatsRules(figures: AgainstRules): boolean {
  const { accuracy, byRules, chance = 0 } = figures;
  if (typeof byRules !== 'number') return false;
  return chance > 0 ? isNoWorseThanRules(figures) : accuracy > byRules;
}

interface Beside {
  readonly validation: Figures['validation'];
  /** Of which of the same messages the rules are right; undefined without rules. */
  readonly rightByRules: readonly boolean[] | undefined;
  readonly leans: boolean;
}

export function figuresOf(
  model: Model,
  heldOut: HeldOut,
  { validation, rightByRules, leans }: Beside,
): Figures {
  const judged = judgeHeldOut(model, heldOut);
  const decisions = decisionsOf(model, heldOut);
  const right = Math.round(judged.accuracy * judged.messages);
  return {
    ...judged,
    interval: wilson(right, judged.messages),
    confusion: model.kind === 'several' ? { classes: [], counts: [] } : confusionOf(heldOut, decisions),
    bins: binsOf(heldOut, decisions),
    byRules: rightByRules?.length ? shareOf(rightByRules) : null,
    chance: leans && rightByRules ? chanceBetween(rightByRules, rightOf(heldOut, decisions)) : 0,
    validation,
  };
}

function decisionsOf(model: Model, { classes, scores }: HeldOut): Decision[] {
  const predictor = makePredictor(model);
  const width = classes.length;
  return Array.from({ length: scores.length / width }, (_, at) =>
    decisionOf(predictor, scores.subarray(at * width, (at + 1) * width)),
  );
}

function rightOf({ classes, truth }: HeldOut, decisions: readonly Decision[]): boolean[] {
  return decisions.map(({ label }, at) => truth[at * classes.length + classes.indexOf(label ?? '')] === 1);
}

function shareOf(right: readonly boolean[]): number {
  return right.filter(Boolean).length / right.length;
}

/** Nineteen times of twenty chance makes a smaller difference than this many standard errors (McNemar 1947). */
const oneSided = 1.64;

function chanceBetween(one: readonly boolean[], other: readonly boolean[]): number {
  return (oneSided * Math.sqrt(one.filter((right, at) => right !== other[at]).length)) / one.length;
}

function confusionOf({ classes, truth }: HeldOut, decisions: readonly Decision[]): Figures['confusion'] {
  const width = classes.length;
  const counts = classes.map(() => new Array<number>(width).fill(0));
  decisions.forEach(({ label }, at) => {
    const row = counts[truth.subarray(at * width, (at + 1) * width).indexOf(1)];
    const column = classes.indexOf(label ?? '');
    if (row && column >= 0) row[column] = (row[column] ?? 0) + 1;
  });
  return { classes, counts };
}

const binCount = 10;

function binsOf(heldOut: HeldOut, decisions: readonly Decision[]): Bin[] {
  const sums = Array.from({ length: binCount }, () => ({ n: 0, confidence: 0, right: 0 }));
  const right = rightOf(heldOut, decisions);
  decisions.forEach(({ confidence }, at) => {
    const bin = sums[Math.min(binCount - 1, Math.floor(confidence * binCount))];
    if (!bin) return;
    bin.n++;
    bin.confidence += confidence;
    bin.right += right[at] ? 1 : 0;
  });
  return sums.flatMap(({ n, confidence, right }, at) =>
    n === 0
      ? []
      : [{ from: at / binCount, to: (at + 1) / binCount, n, confidence: confidence / n, right: right / n }],
  );
}

const z = 1.96;

/** 95 % interval of a share (Wilson 1927). */
export function wilson(k: number, n: number): [low: number, high: number] {
  if (n === 0) return [0, 1];
  const share = k / n;
  const middle = share + z ** 2 / (2 * n);
  const spread = z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  const scale = 1 + z ** 2 / n;
  return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)];
}
