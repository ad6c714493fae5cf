import { calibrateSeveral, calibrateSingle, type HeldOut, qualityOf } from './calibrating.ts';
import type { Lesson } from './lesson.ts';
import type { Calibration, Example, Kind, Rules } from './model.ts';
import { randomFrom, shuffled } from './random.ts';
import { dot, type Problem, solve, type Vectors } from './solving.ts';

const fewFolds = 5;
/** Of many messages two thirds teach nearly as much as four fifths, in half the time. */
const foldsOfMany = 3;
const fewClasses = 20;
const strengths = [1, 0.3, 0.1] as const;
/** A gain smaller than this is no reason to look in another way. */
const withinChance = 0.005;

/** All that a head's weights are made from. */
export interface Task {
  readonly vectors: Vectors;
  readonly offsets: Float32Array;
  /** Feature to row of `vectors`. */
  readonly rowOf: Int32Array;
  /** Per class what the words of a message lean to before anything is labelled, counted in `offsets`; empty: nothing. */
  readonly lean: readonly Float32Array[];
  readonly rules: Rules;
  readonly truth: Uint8Array;
  readonly width: number;
  readonly seed: number;
  readonly kind: Kind;
  /** 0.5: half way to counting every class alike; 1: wholly. */
  readonly balance: number;
}

export interface Trial {
  readonly task: Task;
  readonly heldOut: HeldOut | undefined;
  readonly calibration: Calibration;
  /** By how much the cost of mistakes is multiplied. */
  readonly strength: number;
}

export function untried(task: Task, classes: readonly string[]): Trial {
  const nothing = { classes, scores: new Float32Array(0), truth: new Uint8Array(0) };
  const calibration = task.kind === 'single' ? calibrateSingle(nothing, 0.9) : calibrateSeveral(nothing, 0.9);
  return { task, heldOut: undefined, calibration, strength: 1 };
}

export interface Given {
  readonly lesson: Lesson;
  readonly examples: readonly Example[];
  readonly classes: readonly string[];
}

/**
 * Looks with which of the tasks, and at which cost of a mistake, unseen messages come out best: noisy labels ask for
 * a lower cost, and many labels may do better without the rules. Many classes leave no time to try.
 */
export function tryOut([first, ...others]: readonly [Task, ...Task[]], given: Given): Trial {
  const start = tryStrength(first, given, strengths[0]);
  if (first.width > fewClasses) return start;
  const climbed = climb(start, given);
  let best = climbed;
  for (const other of others) {
    const next = tryStrength(other, given, best.strength);
    if (next.quality > best.quality + withinChance) best = next;
  }
  return best === climbed ? best : climb(best, given);
}

type Tried = Trial & { quality: number };

/** Lowers the cost as long as that helps. */
function climb(start: Tried, given: Given): Tried {
  let best = start;
  for (const strength of strengths.filter((one) => one < start.strength)) {
    const next = tryStrength(best.task, given, strength);
    if (next.quality <= best.quality) break;
    best = next;
  }
  return best;
}

function tryStrength(task: Task, given: Given, strength: number): Tried {
  const { lesson, examples, classes } = given;
  const aim = lesson.aim ?? 'accuracy';
  const promised = lesson.promised ?? 0.9;
  const heldOut = holdOut(task, { examples, classes, strength });
  const calibration =
    task.kind === 'single' ? calibrateSingle(heldOut, promised) : calibrateSeveral(heldOut, promised);
  return { task, heldOut, calibration, strength, quality: qualityOf(heldOut, calibration, aim) };
}

/** With many messages a trial need not go to the end: it only compares ways, and calibrates. */
const manyMessages = 5000;
const trialPasses = 6;

interface Effort {
  readonly strength: number;
  readonly passes?: number | undefined;
}

/** One class against the rest, for every class. */
export function solveAll(task: Task, among: Int32Array, { strength, passes }: Effort): Float32Array[] {
  const costs = costsOf(task, among, strength);
  const { width, kind, offsets, vectors } = task;
  const columns = kind === 'single' && width === 2 && offsets.length === 0 ? 1 : width;
  const solved = Array.from({ length: columns }, (_, at) =>
    solve(vectors, problemOf(task, { among, costs, at, passes })),
  );
  // Of two classes without rules the second is the first turned round, to the last bit.
  return columns < width ? [...solved, ...solved.map((column) => column.map((weight) => -weight))] : solved;
}

function problemOf(task: Task, one: Pick<Problem, 'among' | 'costs' | 'passes'> & { at: number }): Problem {
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
    passes: one.passes,
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

/** Scores of all messages by models of the other parts. The same text always falls in the same part. */
function holdOut(
  task: Task,
  given: { examples: readonly Example[]; classes: readonly string[]; strength: number },
): HeldOut {
  const { examples, classes, strength } = given;
  const { width, vectors, offsets, truth } = task;
  const scores = new Float32Array(examples.length * width);
  const many = examples.length > manyMessages;
  const passes = many ? trialPasses : undefined;
  const folds = many && width <= fewClasses ? foldsOfMany : fewFolds;
  const foldOf = foldsOf(task, { examples, folds });
  for (let fold = 0; fold < folds; fold++) {
    const among = Int32Array.from(foldOf.keys()).filter((at) => foldOf[at] !== fold);
    const weights = solveAll(task, among, { strength, passes });
    foldOf.forEach((own, at) => {
      if (own !== fold) return;
      weights.forEach((column, number) => {
        scores[at * width + number] = dot(vectors, column, at) + (offsets[at * width + number] ?? 0);
      });
    });
  }
  return { classes, scores, truth };
}

/** Every class is spread evenly over the parts. */
function foldsOf(
  { seed, truth, width }: Task,
  { examples, folds }: { examples: readonly Example[]; folds: number },
): Uint8Array {
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
