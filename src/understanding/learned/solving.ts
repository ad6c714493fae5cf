import { randomFrom, shuffle } from './random.ts';

/** Messages as sparse rows: message i has the features `rows[starts[i]..starts[i + 1]]` with `values`. */
export interface Vectors {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float32Array;
  /** Squared length of each message, its bias feature of 1 included. */
  readonly squares: Float32Array;
  readonly width: number;
}

/** One class against the rest. */
export interface Problem {
  /** Which messages take part. */
  readonly among: Int32Array;
  /** Per message: 1 when it has the class, else -1. */
  readonly sides: Int8Array;
  /** Per message: how much a mistake in it costs. */
  readonly costs: Float32Array;
  /** Per message: the score that the rules give, which training only corrects. */
  readonly offsets: Float32Array;
  readonly seed: number;
  readonly passes?: number | undefined;
}

/** How often every message is visited, until the weights no longer move much. */
const allPasses = 12;
const newtonSteps = 8;
const closeEnough = 1e-2;
/** A change smaller than this share of the cost is not worth writing the weights. */
const negligible = 2e-3;

/**
 * Logistic regression with an L2 penalty by coordinate descent in the dual (Yu, Huang and Lin 2011): visits the
 * messages in a shuffled order and solves each one's multiplier by Newton steps. Gives a weight per feature and,
 * last, the bias. The same seed gives the same weights.
 */
export function solve(vectors: Vectors, problem: Problem): Float32Array {
  const weights = new Float32Array(vectors.width + 1);
  const multipliers = new Float64Array(vectors.squares.length);
  const order = problem.among.slice();
  const random = randomFrom(problem.seed);
  const { passes = allPasses } = problem;
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random);
    for (let turn = 0; turn < order.length; turn++)
      visit(vectors, problem, { weights, multipliers, at: order[turn] ?? 0 });
  }
  return weights;
}

interface Visit {
  readonly weights: Float32Array;
  readonly multipliers: Float64Array;
  readonly at: number;
}

function visit(vectors: Vectors, problem: Problem, { weights, multipliers, at }: Visit): void {
  const side = problem.sides[at] ?? 0;
  const cost = problem.costs[at] ?? 0;
  const margin = side * (dot(vectors, weights, at) + (problem.offsets[at] ?? 0));
  const before = multipliers[at] ?? 0;
  const next = newton({ square: vectors.squares[at] ?? 0, margin, before, cost });
  const change = next - before;
  if (Math.abs(change) < negligible * cost) return;
  multipliers[at] = next;
  addTo(vectors, { weights, at, by: change * side });
}

/** The score of one message. Four sums side by side: one alone would wait for itself at every step. */
export function dot({ starts, rows, values, width }: Vectors, weights: Float32Array, at: number): number {
  let [first, second, third, fourth] = [weights[width] as number, 0, 0, 0];
  const end = starts[at + 1] as number;
  let entry = starts[at] as number;
  for (; entry + 3 < end; entry += 4) {
    first += (values[entry] as number) * (weights[rows[entry] as number] as number);
    second += (values[entry + 1] as number) * (weights[rows[entry + 1] as number] as number);
    third += (values[entry + 2] as number) * (weights[rows[entry + 2] as number] as number);
    fourth += (values[entry + 3] as number) * (weights[rows[entry + 3] as number] as number);
  }
  for (; entry < end; entry++)
    first += (values[entry] as number) * (weights[rows[entry] as number] as number);
  return first + second + (third + fourth);
}

function addTo(
  { starts, rows, values, width }: Vectors,
  step: { weights: Float32Array; at: number; by: number },
): void {
  const { weights, at, by } = step;
  const end = starts[at + 1] as number;
  for (let entry = starts[at] as number; entry < end; entry++) {
    const row = rows[entry] as number;
    weights[row] = (weights[row] as number) + by * (values[entry] as number);
  }
  weights[width] = (weights[width] as number) + by;
}

interface Single {
  /** Squared length of the message. */
  readonly square: number;
  readonly margin: number;
  readonly before: number;
  readonly cost: number;
}

/**
 * The multiplier z of one message: the root of t + square·(z - before) + margin with z = cost / (1 + e^-t).
 * In t the slope is at least 1, and the root lies between the two bounds, so Newton with bisection cannot fail.
 * Most messages are where they should be after a few passes, and cost one logarithm.
 */
function newton({ square, margin, before, cost }: Single): number {
  let low = -margin - square * (cost - before);
  let high = -margin + square * before;
  let t = (low + high) / 2;
  if (before > 0) {
    const standing = Math.log(before / (cost - before));
    const miss = standing + margin;
    if (Math.abs(miss) < closeEnough) return before;
    const next = standing - miss / (1 + square * before * (1 - before / cost));
    if (next > low && next < high) t = next;
  }
  let z = before;
  for (let step = 0; step < newtonSteps; step++) {
    const share = 1 / (1 + Math.exp(-t));
    z = cost * share;
    const miss = t + square * (z - before) + margin;
    if (Math.abs(miss) < closeEnough) break;
    if (miss > 0) high = t;
    else low = t;
    const next = t - miss / (1 + square * z * (1 - share));
    t = next > low && next < high ? next : (low + high) / 2;
  }
  return z;
}
