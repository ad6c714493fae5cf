import { classScore, mean, type Score, score } from './measuring.ts';
import type { Aim, Example, Model } from './model.ts';
import { decide, makePredictor } from './predicting.ts';

/** One message in ten is never trained on, so that an old and a new model can be compared on it; always the same. */
export function isForValidation(id: string): boolean {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % 10 === 0;
}

/** Below this many messages kept apart, one more or less is chance. */
const enough = 100;

/**
 * Whether a new model may take an old one's place by their shares on so many messages kept apart: not worse, or, while
 * those are few, no more than one message worse. It learned from more, and one message of seven must not stop it.
 */
export function isNotWorse({ old, next }: { old: number; next: number }, messages: number): boolean {
  const chance = messages > 0 && messages < enough ? 1 / messages : 0;
  return next >= old - chance - 1e-9;
}

export interface Comparison {
  readonly old: Score;
  readonly next: Score;
  /** Not worse by the head's aim: the new one may take its place. */
  readonly swap: boolean;
  readonly sentence: string;
}

/** Both models on the same messages. Without messages there is nothing against the new one. */
export function compareModels(
  models: { old: Model; next: Model; aim?: Aim },
  validation: readonly Example[],
): Comparison {
  const old = scoreModel(models.old, validation);
  const next = scoreModel(models.next, validation);
  const aim = models.aim ?? 'accuracy';
  const swap = isNotWorse({ old: old[aim], next: next[aim] }, validation.length);
  const figures = `${percent(next[aim])} against ${percent(old[aim])} on ${validation.length} messages kept apart`;
  return {
    old,
    next,
    swap,
    sentence: swap
      ? `The new model is not worse: ${figures}.`
      : `The old model stays: the new one has ${figures}.`,
  };
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** How often a model is right. For `several` accuracy is the share of messages whose labels are all right. */
export function scoreModel(model: Model, examples: readonly Example[]): Score {
  const predictor = makePredictor(model);
  const classes = [
    ...new Set([
      ...model.classes.filter((name) => name !== null),
      ...examples.flatMap(({ labels }) => labels),
    ]),
  ];
  const decisions = examples.map(({ text }) => decide(predictor, text));
  if (model.kind === 'several') {
    return scoreSeveral(
      examples.map(({ labels }) => labels),
      decisions.map(({ labels }) => labels),
      classes,
    );
  }
  const numbers = new Map(classes.map((name, at) => [name, at]));
  return score({
    labelled: examples.map(({ labels }) => numbers.get(labels[0] ?? '') ?? -1),
    answered: decisions.map(({ label }) => numbers.get(label ?? '') ?? -1),
    classes,
  });
}

export function scoreSeveral(
  labelled: readonly (readonly string[])[],
  answered: readonly (readonly string[])[],
  classes: readonly string[],
): Score {
  const count = (rows: readonly (readonly string[])[], label: string) =>
    rows.filter((row) => row.includes(label)).length;
  const perClass = classes.map((label) =>
    classScore({
      label,
      hits: labelled.filter((row, at) => row.includes(label) && answered[at]?.includes(label)).length,
      wanted: count(labelled, label),
      given: count(answered, label),
    }),
  );
  const met = perClass.filter((one) => one.labelled > 0);
  const same = labelled.filter(
    (row, at) => row.length === answered[at]?.length && row.every((label) => answered[at]?.includes(label)),
  );
  return {
    accuracy: labelled.length === 0 ? 0 : same.length / labelled.length,
    macroF1: mean(met.map(({ f1 }) => f1)),
    macroRecall: mean(met.map(({ recall }) => recall)),
    perClass,
  };
}
