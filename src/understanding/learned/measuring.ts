/** What was right, as fractions 0–1. `pairs` are (labelled, answered) class numbers. */
export interface Score {
  readonly accuracy: number;
  readonly macroF1: number;
  readonly macroRecall: number;
  readonly perClass: readonly ClassScore[];
}

export interface ClassScore {
  readonly label: string;
  readonly labelled: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Answers {
  /** Per message the number of its class; -1 a class that the head does not know. */
  readonly labelled: ArrayLike<number>;
  /** Per message the class answered; -1 none. */
  readonly answered: ArrayLike<number>;
  readonly classes: readonly string[];
}

/** Classes without a labelled message count for no mean. */
export function score({ labelled, answered, classes }: Answers): Score {
  const hits = new Float64Array(classes.length);
  const wanted = new Float64Array(classes.length);
  const given = new Float64Array(classes.length);
  let right = 0;
  for (let at = 0; at < labelled.length; at++) {
    const label = labelled[at] ?? -1;
    const answer = answered[at] ?? -1;
    if (label >= 0) wanted[label] = (wanted[label] ?? 0) + 1;
    if (answer >= 0) given[answer] = (given[answer] ?? 0) + 1;
    if (label !== answer || label < 0) continue;
    hits[label] = (hits[label] ?? 0) + 1;
    right++;
  }
  const perClass = classes.map((label, at) =>
    classScore({ label, hits: hits[at] ?? 0, wanted: wanted[at] ?? 0, given: given[at] ?? 0 }),
  );
  const met = perClass.filter((one) => one.labelled > 0);
  return {
    accuracy: labelled.length === 0 ? 0 : right / labelled.length,
    macroF1: mean(met.map(({ f1 }) => f1)),
    macroRecall: mean(met.map(({ recall }) => recall)),
    perClass,
  };
}

export function classScore(found: {
  label: string;
  hits: number;
  wanted: number;
  given: number;
}): ClassScore {
  const { label, hits, wanted, given } = found;
  return {
    label,
    labelled: wanted,
    precision: given === 0 ? 0 : hits / given,
    recall: wanted === 0 ? 0 : hits / wanted,
    f1: wanted + given === 0 ? 0 : (2 * hits) / (wanted + given),
  };
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A decision's confidence, and whether it was right. */
export interface Outcome {
  readonly confidence: number;
  readonly right: boolean;
}

const bins = 15;

/** Expected calibration error: how far confidence and accuracy lie apart, over 15 equal bins, weighted by size. */
export function calibrationError(outcomes: readonly Outcome[]): number {
  const sums = Array.from({ length: bins }, () => ({ confidence: 0, right: 0 }));
  for (const { confidence, right } of outcomes) {
    const bin = sums[Math.min(bins - 1, Math.floor(confidence * bins))];
    if (bin === undefined) continue;
    bin.confidence += confidence;
    bin.right += right ? 1 : 0;
  }
  const apart = sums.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0);
  return outcomes.length === 0 ? 0 : apart / outcomes.length;
}

/** How right the decisions are that are made without a person, and which share of all that is. */
export function automatic(outcomes: readonly Outcome[], from: number): { precision: number; share: number } {
  const made = outcomes.filter(({ confidence }) => confidence >= from);
  return {
    precision: made.length === 0 ? 0 : made.filter(({ right }) => right).length / made.length,
    share: outcomes.length === 0 ? 0 : made.length / outcomes.length,
  };
}

/** The chance that a message of `inside` scores above one of `outside` (area under the ROC curve). */
export function separation(inside: readonly number[], outside: readonly number[]): number {
  const all = [
    ...inside.map((value) => ({ value, isInside: true })),
    ...outside.map((value) => ({ value, isInside: false })),
  ].sort((one, other) => one.value - other.value);
  let below = 0;
  let sum = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to++;
    const tied = all.slice(from, to);
    const outsiders = tied.filter(({ isInside }) => !isInside).length;
    sum += (tied.length - outsiders) * (below + outsiders / 2);
    below += outsiders;
    from = to;
  }
  return inside.length * outside.length === 0 ? 0 : sum / (inside.length * outside.length);
}
