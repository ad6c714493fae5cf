import type { HeldOut } from './calibrating.ts';
import { rulesFor } from './cold.ts';
import { rarityOf, weightsByRarity } from './frequencies.ts';
import { gridOf } from './grid.ts';
import { leaning, leanOf, leansOn, type Unlabelled } from './leaning.ts';
import { classesIn, type Lesson, refusal, usable } from './lesson.ts';
import { inOrder } from './manifest.ts';
import type { Example, Model, Unlearnable } from './model.ts';
import type { Vectors } from './solving.ts';
import { type Given, solveAll, type Task, tryOut, untried } from './trying.ts';
import { type Lens, prepare, withoutRules } from './vectors.ts';

/** From this many labels the text may say more than the rules do. */
const enoughToDoubt = 500;

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
  const given = { lesson, examples, classes };
  const [look, ...others] = looks(lesson, given);
  const stream = leansOn(look.rules, { labels: examples.length, stream: lesson.stream ?? [] });
  const first = taskFor(given, { look, stream });
  const trial =
    lesson.calibrate === false
      ? untried(first, classes)
      : tryOut([first, ...others.map((other) => lookAgain(first, other))], given);
  const { task } = trial;
  const all = Int32Array.from(examples, (_, at) => at);
  const weights = solveAll(task, all, trial);
  const model: Model = {
    head: lesson.head,
    kind,
    rules: task.rules,
    classes,
    trained: classes,
    seed: task.seed,
    when: lesson.when ?? '1970-01-01T00:00:00Z',
    counts: { examples: examples.length, perClass: countPerClass(task), stream: lesson.frequencies.messages },
    bits: lesson.frequencies.bits,
    rarity: rarityOf(lesson.frequencies),
    ...rounded(withLean(weights, task.lean), task.rowOf),
    calibration: trial.calibration,
    manifest: manifestOf(task.lean.length > 0 ? [...examples, ...stream] : examples),
  };
  return { model, heldOut: trial.heldOut, examples };
}

/** Who and what was learned from, labelled or only leant on. */
function manifestOf(messages: readonly Unlabelled[]): Model['manifest'] {
  return {
    messages: inOrder(messages.map(({ id }) => id)),
    persons: inOrder(messages.flatMap(({ personId }) => personId ?? [])),
  };
}

type Look = Pick<Task, 'rules' | 'balance'>;

/**
 * In which ways to look: with the rules that answer in the classes' words and, when there are many labels, without;
 * and for macro-F1 with rare classes counted half way or wholly.
 */
function looks({ head, kind, rules, aim = 'accuracy' }: Lesson, given: Given): [Look, ...Look[]] {
  const fitting = rules ?? (kind === 'several' ? 'none' : rulesFor(head, given.classes));
  const balance = aim === 'macroRecall' ? 1 : 0.5;
  const found: [Look, ...Look[]] = [{ rules: fitting, balance }];
  if (given.examples.length < enoughToDoubt) return found;
  if (fitting !== 'none' && rules === undefined) found.push({ rules: 'none', balance });
  if (aim === 'macroF1') found.push({ rules: fitting, balance: 1 });
  return found;
}

function taskFor(
  { lesson, examples, classes }: Given,
  { look: { rules, balance }, stream }: { look: Look; stream: readonly Unlabelled[] },
): Task {
  const { frequencies, kind = 'single', seed = 1 } = lesson;
  const count = examples.length;
  const lens: Lens = {
    bits: frequencies.bits,
    rules,
    classes,
    rarity: rarityOf(frequencies),
    byRarity: weightsByRarity(frequencies.messages),
  };
  const prepared = prepare(
    [...examples, ...stream].map(({ text }) => text),
    lens,
  );
  const lean = stream.length > 0 ? leanOf(prepared, { from: count, width: classes.length, seed }) : [];
  return {
    vectors: firstOf(prepared.vectors, count),
    rowOf: prepared.rowOf,
    offsets: lean.length > 0 ? leaning(prepared, { count, lean }) : prepared.offsets,
    lean,
    rules,
    truth: truthOf(examples, classes),
    width: classes.length,
    seed,
    kind,
    balance,
  };
}

/** The same messages in another way; only what differs is made anew. */
function lookAgain(task: Task, look: Look): Task {
  const bare = look.rules === 'none' && task.rules !== 'none';
  return { ...task, ...look, ...(bare ? { ...withoutRules(task), lean: [] } : {}) };
}

function firstOf(vectors: Vectors, count: number): Vectors {
  const { starts, squares } = vectors;
  return { ...vectors, starts: starts.subarray(0, count + 1), squares: squares.subarray(0, count) };
}

/** Learning only corrected what the words lean to, so the two are one. */
function withLean(columns: readonly Float32Array[], lean: readonly Float32Array[]): readonly Float32Array[] {
  if (lean.length === 0) return columns;
  return columns.map((column, number) => column.map((weight, row) => weight + (lean[number]?.[row] ?? 0)));
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
      const steps = Math.round((columns[at]?.[row] ?? 0) / (grids[at] ?? 1)) || 0;
      weights[rows * width + at] = steps * (grids[at] ?? 1);
      if (steps !== 0) isEmpty = false;
    }
    if (!isEmpty) kept[feature] = rows++;
  });
  const bias = Float32Array.from(columns, (column) => column[height] ?? 0);
  return { weights: weights.slice(0, rows * width), bias, rowOf: kept };
}
