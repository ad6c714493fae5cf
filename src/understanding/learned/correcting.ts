import { agreement, bandKeys, type Signature, signatureOf } from '../comparing/duplicates.ts';
import { makeFeatures } from './features.ts';
import type { Example, Model } from './model.ts';
import { type Entries, entriesOf, lensOf } from './vectors.ts';

/** A higher bar than for showing two messages as one: a single "not" may turn a label round. */
const sameEnough = 0.8;

interface Known {
  readonly signature: Signature;
  readonly labels: readonly string[];
}

/** What colleagues said of messages, to be right at once about them and about their near copies. */
export interface Answers {
  readonly byBand: ReadonlyMap<number, readonly Known[]>;
}

/** In the order in which they were labelled: the last word about a message counts. */
export function answersOf(examples: readonly Example[]): Answers {
  const byBand = new Map<number, Known[]>();
  for (const { text, labels } of examples) {
    const signature = signatureOf(text);
    for (const band of bandKeys(signature)) {
      const known = byBand.get(band) ?? [];
      known.push({ signature, labels });
      byBand.set(band, known);
    }
  }
  return { byBand };
}

/** The labels of the message that says the same as this text, if a colleague labelled one. */
export function findAnswer({ byBand }: Answers, text: string): readonly string[] | undefined {
  const signature = signatureOf(text);
  let best: { agreement: number; labels: readonly string[] } | undefined;
  for (const band of bandKeys(signature)) {
    for (const known of byBand.get(band) ?? []) {
      const found = agreement(signature, known.signature);
      if (found >= sameEnough && found >= (best?.agreement ?? 0))
        best = { agreement: found, labels: known.labels };
    }
  }
  return best?.labels;
}

/** Texts that were labelled in more than one way. All are learned from: the model then doubts, as colleagues do. */
export function contradictions(
  examples: readonly Example[],
): { text: string; ids: string[]; labels: string[] }[] {
  const groups = Map.groupBy(examples, ({ text }) => text.replace(/\s+/g, ' ').trim().toLowerCase());
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
