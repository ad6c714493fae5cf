import { calibrateSeveral, calibrateSingle, type HeldOut, qualityOf } from './calibrating.ts';
import { rulesFor } from './cold.ts';
import { type Frequencies, rarityOf, weightsByRarity } from './frequencies.ts';
import { gridOf } from './grid.ts';
import { inOrder } from './manifest.ts';
import type { Aim, Calibration, Example, Kind, Model, Rules, Unlearnable } from './model.ts';
import { randomFrom, shuffled } from './random.ts';
import { type Problem, solve, type Vectors } from './solving.ts';
import { type Lens, prepare } from './vectors.ts';

/** What a head learns from. */
export interface Lesson {
  readonly head: string;
  readonly examples: readonly Example[];
  /** Of the organisation's unlabelled stream; decides the size of the table as well. */
  readonly frequencies: Frequencies;
  readonly kind?: Kind;
  readonly aim?: Aim;
  /** Names the order of the classes, and classes that have no example yet. */
  readonly classes?: readonly string[];
  readonly seed?: number;
  /** ISO instant of the training, for the model's header. */
  readonly when?: string;
  /** Precision promised of automatic decisions. */
  readonly promised?: number;
  /** Without held-out scores nothing is calibrated, but training is six times as fast. */
  readonly calibrate?: boolean;
  /** Without it: the rules that answer in the words of the classes, if any do. */
  readonly rules?: Rules;
}

const folds = 5;
const mostClasses = 1000;
const fewClasses = 20;
const strengths = [1, 0.3, 0.1] as const;

/** The model, and the scores of its examples by models that had not seen them (fractions come from these). */
export interface Learned {
  readonly model: Model;
  readonly heldOut: HeldOut | undefined;
  readonly examples: readonly Example[];
}

/** Trains a head from scratch. Deterministic: the same examples, frequencies and seed give the same model. */
export function trainHead(lesson: Lesson): Learned | Unlearnable {
  const kind = lesson.kind ?? 'single';
  const examples = usable(lesson.examples, kind);
  const classes = lesson.classes ?? classesIn(examples);
  const refused = refusal(examples, classes);
  if (refused) return refused;
  const lens = lensFor(lesson, classes);
  const { vectors, rowOf, offsets } = prepare(
    examples.map(({ text }) => text),
    lens,
  );
  const truth = truthOf(examples, classes);
  const task: Task = {
    vectors,
    offsets,
    truth,
    width: classes.length,
    seed: lesson.seed ?? 1,
    kind,
    balance: (lesson.aim ?? 'accuracy') === 'accuracy' ? 0.5 : 1,
  };
  const trial =
    lesson.calibrate === false ? untried(task, classes) : tryOut(task, { lesson, examples, classes });
  const all = Int32Array.from(examples, (_, at) => at);
  const weights = solveAll(task, all, trial.strength);
  const model: Model = {
    head: lesson.head,
    kind,
    rules: lens.rules,
    classes,
    trained: classes,
    seed: task.seed,
    when: lesson.when ?? '1970-01-01T00:00:00Z',
    counts: { examples: examples.length, perClass: countPerClass(task), stream: lesson.frequencies.messages },
    bits: lens.bits,
    rarity: lens.rarity,
    ...rounded(weights, rowOf),
    calibration: trial.calibration,
    manifest: {
      messages: inOrder(examples.map(({ id }) => id)),
      persons: inOrder(examples.flatMap(({ personId }) => personId ?? [])),
    },
  };
  return { model, heldOut: trial.heldOut, examples };
}

function lensFor({ head, kind, rules, frequencies }: Lesson, classes: readonly string[]): Lens {
  return {
    bits: frequencies.bits,
    rules: rules ?? (kind === 'several' ? 'none' : rulesFor(head, classes)),
    classes,
    rarity: rarityOf(frequencies),
    byRarity: weightsByRarity(frequencies.messages),
  };
}

/** The last label of a message counts; the order of the examples never does. */
function usable(examples: readonly Example[], kind: Kind): Example[] {
  const latest = new Map<string, Example>();
  for (const example of examples) {
    if (kind === 'single' && example.labels.length !== 1) continue;
    latest.set(example.id, example);
  }
  return [...latest.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

function classesIn(examples: readonly Example[]): string[] {
  return [...new Set(examples.flatMap(({ labels }) => labels))].sort();
}

function refusal(examples: readonly Example[], classes: readonly string[]): Unlearnable | undefined {
  if (examples.length === 0)
    return { reason: 'no-examples', sentence: 'There is no labelled message to learn from.' };
  if (classes.length < 2)
    return {
      reason: 'one-class',
      sentence: `All labelled messages are "${classes[0] ?? ''}"; label some that are something else.`,
    };
  if (classes.length > mostClasses)
    return {
      reason: 'too-many-classes',
      sentence: `A head has at most ${mostClasses} classes; this has ${classes.length}.`,
    };
  const unknown = examples.flatMap(({ labels }) => labels).find((label) => !classes.includes(label));
  if (unknown === undefined) return undefined;
  return { reason: 'unknown-class', sentence: `"${unknown}" is not a class of this head.` };
}

interface Task {
  readonly vectors: Vectors;
  readonly offsets: Float32Array;
  readonly truth: Uint8Array;
  readonly width: number;
  readonly seed: number;
  readonly kind: Kind;
  /** 0.5: half way to counting every class alike; 1: wholly. */
  readonly balance: number;
}

function truthOf(examples: readonly Example[], classes: readonly string[]): Uint8Array {
  const numbers = new Map(classes.map((name, at) => [name, at]));
  const truth = new Uint8Array(examples.length * classes.length);
  examples.forEach(({ labels }, at) => {
    for (const label of labels) truth[at * classes.length + (numbers.get(label) ?? 0)] = 1;
  });
  return truth;
}

function countPerClass({ truth, width }: Task): number[] {
  const counts = new Array<number>(width).fill(0);
  truth.forEach((has, at) => {
    counts[at % width] = (counts[at % width] ?? 0) + has;
  });
  return counts;
}

interface Trial {
  readonly heldOut: HeldOut | undefined;
  readonly calibration: Calibration;
  /** By how much the cost of mistakes is multiplied. */
  readonly strength: number;
}

function untried({ kind }: Task, classes: readonly string[]): Trial {
  const nothing = { classes, scores: new Float32Array(0), truth: new Uint8Array(0) };
  const calibration = kind === 'single' ? calibrateSingle(nothing, 0.9) : calibrateSeveral(nothing, 0.9);
  return { heldOut: undefined, calibration, strength: 1 };
}

interface Given {
  readonly lesson: Lesson;
  readonly examples: readonly Example[];
  readonly classes: readonly string[];
}

/** Noisy labels ask for a lower cost; with few classes there is time to see whether these do. */
function tryOut(task: Task, given: Given): Trial {
  let best = tryStrength(task, given, strengths[0]);
  if (task.width > fewClasses) return best;
  for (const strength of strengths.slice(1)) {
    const next = tryStrength(task, given, strength);
    if (next.quality <= best.quality) break;
    best = next;
  }
  return best;
}

function tryStrength(task: Task, given: Given, strength: number): Trial & { quality: number } {
  const { lesson, examples, classes } = given;
  const aim = lesson.aim ?? 'accuracy';
  const promised = lesson.promised ?? 0.9;
  const heldOut = holdOut(task, { examples, classes, strength });
  const calibration =
    task.kind === 'single' ? calibrateSingle(heldOut, promised) : calibrateSeveral(heldOut, promised);
  return { heldOut, calibration, strength, quality: qualityOf(heldOut, calibration, aim) };
}

/** One class against the rest, for every class. */
function solveAll(task: Task, among: Int32Array, strength: number): Float32Array[] {
  const costs = costsOf(task, among, strength);
  return Array.from({ length: task.width }, (_, at) =>
    solve(task.vectors, problemOf(task, { among, costs, at })),
  );
}

function problemOf(task: Task, one: { among: Int32Array; costs: Float32Array; at: number }): Problem {
  const { truth, width, offsets } = task;
  const column = <T extends Int8Array | Float32Array>(into: T, value: (place: number) => number): T => {
    for (let at = 0; at < into.length; at++) into[at] = value(at * width + one.at);
    return into;
  };
  const length = truth.length / width;
  return {
    among: one.among,
    costs: one.costs,
    sides: column(new Int8Array(length), (place) => (truth[place] === 1 ? 1 : -1)),
    offsets: column(new Float32Array(length), (place) => offsets[place] ?? 0),
    seed: task.seed,
  };
}

/**
 * The cost of a mistake grows with the number of labels (few labels: believe the rules), and a message of a rare
 * class costs more: by the square root of how rare, or wholly when the head is to be good at every class.
 */
function costsOf({ truth, width, kind, balance }: Task, among: Int32Array, strength: number): Float32Array {
  const cost = strength * Math.min(10, Math.max(0.3, among.length / 100));
  const costs = new Float32Array(truth.length / width).fill(cost);
  if (kind === 'several') return costs;
  const label = Int32Array.from(costs, (_, at) => truth.subarray(at * width, (at + 1) * width).indexOf(1));
  const counts = new Float64Array(width);
  for (const at of among) counts[label[at] ?? 0] = (counts[label[at] ?? 0] ?? 0) + 1;
  for (const at of among) {
    const usual = among.length / width;
    costs[at] = cost * (usual / (counts[label[at] ?? 0] ?? 1)) ** balance;
  }
  return costs;
}

/** Scores of all messages by models of the other four fifths. The same text always falls in the same fifth. */
function holdOut(
  task: Task,
  given: { examples: readonly Example[]; classes: readonly string[]; strength: number },
): HeldOut {
  const { examples, classes, strength } = given;
  const { width, vectors, offsets, truth } = task;
  const scores = new Float32Array(examples.length * width);
  const foldOf = foldsOf(task, examples);
  for (let fold = 0; fold < folds; fold++) {
    const weights = solveAll(
      task,
      Int32Array.from(foldOf.keys()).filter((at) => foldOf[at] !== fold),
      strength,
    );
    foldOf.forEach((own, at) => {
      if (own !== fold) return;
      weights.forEach((column, number) => {
        scores[at * width + number] = scoreOf(vectors, column, at) + (offsets[at * width + number] ?? 0);
      });
    });
  }
  return { classes, scores, truth };
}

/** Every class is spread evenly over the fifths. */
function foldsOf({ seed, truth, width }: Task, examples: readonly Example[]): Uint8Array {
  const foldOf = new Uint8Array(examples.length);
  const ofText = new Map<string, number>();
  const label = (at: number) => truth.subarray(at * width, (at + 1) * width).indexOf(1);
  const order = [...shuffled(examples.length, randomFrom(seed))].sort(
    (one, other) => label(one) - label(other),
  );
  order.forEach((at, place) => {
    const text = examples[at]?.text ?? '';
    const fold = ofText.get(text) ?? place % folds;
    ofText.set(text, fold);
    foldOf[at] = fold;
  });
  return foldOf;
}

function scoreOf({ starts, rows, values, width }: Vectors, weights: Float32Array, at: number): number {
  let sum = weights[width] ?? 0;
  const end = starts[at + 1] ?? 0;
  for (let entry = starts[at] ?? 0; entry < end; entry++)
    sum += (values[entry] ?? 0) * (weights[rows[entry] ?? 0] ?? 0);
  return sum;
}

/** Weights on the grid of the model file (a byte each, one scale per class), without the rows that became empty. */
function rounded(
  columns: readonly Float32Array[],
  rowOf: Int32Array,
): Pick<Model, 'rowOf' | 'weights' | 'bias'> {
  const width = columns.length;
  const height = (columns[0]?.length ?? 1) - 1;
  const grids = columns.map((column) => gridOf(column.subarray(0, height)));
  const weights = new Float32Array(height * width);
  const kept = new Int32Array(rowOf.length);
  let rows = 1;
  rowOf.forEach((row, feature) => {
    if (row === 0) return;
    let isEmpty = true;
    for (let at = 0; at < width; at++) {
      const steps = Math.round((columns[at]?.[row] ?? 0) / (grids[at] ?? 1));
      weights[rows * width + at] = steps * (grids[at] ?? 1);
      if (steps !== 0) isEmpty = false;
    }
    if (!isEmpty) kept[feature] = rows++;
  });
  const bias = Float32Array.from(columns, (column) => column[height] ?? 0);
  return { weights: weights.slice(0, rows * width), bias, rowOf: kept };
}
