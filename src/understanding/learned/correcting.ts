import { makeFeatures } from './features.ts';
import type { Example, Model } from './model.ts';
import { type Entries, entriesOf, lensOf } from './vectors.ts';

/** Nearly equal texts get the same signature. */
export type SignatureOf = (text: string) => string;

/** Until something finer is given: the same letters and digits in the same order. */
export function plainSignature(text: string): string {
  return text
    .toLowerCase()
    .replace(/https?:\S+|@\w+|[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What colleagues said of a message, to be right at once about it and about its near copies. The last word counts. */
export function answersKnown(
  examples: readonly Example[],
  signatureOf: SignatureOf = plainSignature,
): ReadonlyMap<string, readonly string[]> {
  return new Map(examples.map(({ text, labels }) => [signatureOf(text), labels]));
}

/** Texts that were labelled in more than one way. All are learned from: the model then doubts, as colleagues do. */
export function contradictions(
  examples: readonly Example[],
): { text: string; ids: string[]; labels: string[] }[] {
  const groups = Map.groupBy(examples, ({ text }) => plainSignature(text));
  return [...groups.values()].flatMap((group) => {
    const labels = [...new Set(group.map((one) => [...one.labels].sort().join(' + ')))];
    return labels.length > 1 ? [{ text: group[0]?.text ?? '', ids: group.map(({ id }) => id), labels }] : [];
  });
}

const stepLimit = 0.1;

/**
 * A small step towards one corrected message (passive-aggressive, at most 0.1), until the next retraining: it
 * helps that message and its like without turning other answers round. The old model is left as it is.
 */
export function gentleStep(model: Model, example: Example): Model {
  const entries = entriesOf(example.text, lensOf(model), makeFeatures(model.bits));
  const next = roomFor(model, entries.features);
  const scores = scoresFor(next, entries);
  const square = entries.values.reduce((sum, value) => sum + value * value, 1);
  for (const { column, side, loss } of mistakes(model, example, scores)) {
    const step = side * Math.min(stepLimit, loss / square);
    next.bias[column] = (next.bias[column] ?? 0) + step;
    entries.features.forEach((feature, at) => {
      const place = (next.rowOf[feature] ?? 0) * model.classes.length + column;
      next.weights[place] = (next.weights[place] ?? 0) + step * (entries.values[at] ?? 0);
    });
  }
  return next;
}

interface Mistake {
  readonly column: number;
  readonly side: 1 | -1;
  readonly loss: number;
}

/** One label: the right class up, its strongest rival down. Several: each class by itself. */
function mistakes({ kind, classes }: Model, { labels }: Example, scores: Float32Array): Mistake[] {
  const isRight = (column: number) => labels.includes(classes[column] ?? '');
  const columns = [...scores.keys()];
  if (kind === 'several') {
    return columns.flatMap((column) => {
      const side = isRight(column) ? 1 : -1;
      const loss = 1 - side * (scores[column] ?? 0);
      return loss > 0 ? [{ column, side, loss } as const] : [];
    });
  }
  const best = (among: number[]) =>
    among.reduce((one, other) => ((scores[other] ?? 0) > (scores[one] ?? 0) ? other : one));
  const [right, wrong] = [columns.filter(isRight), columns.filter((column) => !isRight(column))];
  if (right.length === 0 || wrong.length === 0) return [];
  const [up, down] = [best(right), best(wrong)];
  const loss = (1 - (scores[up] ?? 0) + (scores[down] ?? 0)) / 2;
  return loss > 0
    ? [
        { column: up, side: 1, loss },
        { column: down, side: -1, loss },
      ]
    : [];
}

/** A copy with a row for every feature, also for words that the model had not met. */
function roomFor(model: Model, features: readonly number[]): Model {
  const rowOf = model.rowOf.slice();
  const width = model.classes.length;
  let rows = model.weights.length / width;
  for (const feature of features) if (rowOf[feature] === 0) rowOf[feature] = rows++;
  const weights = new Float32Array(rows * width);
  weights.set(model.weights);
  return { ...model, rowOf, weights, bias: model.bias.slice() };
}

function scoresFor({ bias, rowOf, weights }: Model, { features, values, offsets }: Entries): Float32Array {
  return bias.map((start, column) => {
    let sum = start + (offsets[column] ?? 0);
    features.forEach((feature, at) => {
      sum += (values[at] ?? 0) * (weights[(rowOf[feature] ?? 0) * bias.length + column] ?? 0);
    });
    return sum;
  });
}
