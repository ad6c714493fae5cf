import { explain } from '../../understanding/learned/explaining.ts';
import type { Model } from '../../understanding/learned/model.ts';
import { type Decision, decide, makePredictor } from '../../understanding/learned/predicting.ts';

/** What a trained head says of a text, beside what the rules understand of it. */
export interface SecondOpinion extends Decision {
  readonly head: string;
  /** The words that spoke most for the label, as written. */
  readonly because: readonly string[];
}

const mostWords = 6;

/** Reads with one model, again and again. */
export function secondOpinion(model: Model): (text: string) => SecondOpinion {
  const predictor = makePredictor(model);
  return (text) => {
    const decision = decide(predictor, text);
    const spoke = decision.label === null ? [] : explain(predictor, text, decision.label).words;
    const because = [...new Set(spoke.filter(({ weight }) => weight > 0).map(({ word }) => word))];
    return { head: model.head, ...decision, because: because.slice(0, mostWords) };
  };
}
