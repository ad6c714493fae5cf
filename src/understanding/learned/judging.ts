import type { HeldOut } from './calibrating.ts';
import { scoreSeveral } from './comparing.ts';
import { automatic, calibrationError, type Outcome, type Score, score } from './measuring.ts';
import type { Example, Model } from './model.ts';
import { type Decision, decisionOf, makePredictor } from './predicting.ts';

/** What a head is worth on labelled messages. All fractions 0–1. */
export interface Judgement extends Score {
  readonly messages: number;
  /** How far confidence and being right lie apart. */
  readonly ece: number;
  /** At the promised precision: which share is decided without a person, and how right that is. */
  readonly automatic: { readonly precision: number; readonly share: number };
}

/** Judges decisions about labelled messages. */
export function judgeDecisions(
  model: Model,
  examples: readonly Example[],
  decisions: readonly Decision[],
): Judgement {
  const labels = examples.map((example) => example.labels);
  const classes = [...new Set([...model.classes.filter((name) => name !== null), ...labels.flat()])];
  const numbers = new Map(classes.map((name, at) => [name, at]));
  const judged =
    model.kind === 'several'
      ? scoreSeveral(
          labels,
          decisions.map((one) => one.labels),
          classes,
        )
      : score({
          labelled: labels.map((own) => numbers.get(own[0] ?? '') ?? -1),
          answered: decisions.map(({ label }) => numbers.get(label ?? '') ?? -1),
          classes,
        });
  const outcomes = decisions.map(
    ({ label, confidence }, at): Outcome => ({
      confidence,
      right: label !== null && (labels[at]?.includes(label) ?? false),
    }),
  );
  const made = outcomes.filter((_, at) => decisions[at]?.automatic);
  return {
    messages: examples.length,
    ...judged,
    ece: calibrationError(outcomes),
    automatic: { ...automatic(made, 0), share: examples.length === 0 ? 0 : made.length / examples.length },
  };
}

/** Judges a head by the scores its examples got from models that had not seen them. */
export function judgeHeldOut(model: Model, { classes, scores, truth }: HeldOut): Judgement {
  const predictor = makePredictor(model);
  const width = classes.length;
  const places = Array.from({ length: scores.length / width }, (_, at) => at * width);
  const examples = places.map(
    (from): Example => ({
      id: '',
      personId: null,
      text: '',
      labels: classes.filter((_, column) => truth[from + column] === 1),
    }),
  );
  const decisions = places.map((from) => decisionOf(predictor, scores.subarray(from, from + width)));
  return judgeDecisions(model, examples, decisions);
}
