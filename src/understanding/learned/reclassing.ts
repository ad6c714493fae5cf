import type { Example, Model } from './model.ts';

/** A class gets another name; a name that exists already merges the two; null deletes the class. */
export interface ClassChange {
  readonly from: string;
  readonly to: string | null;
}

/**
 * The model under changed classes, at once and until it is trained anew: merged classes answer together, a deleted
 * class is never answered (what it would have taken goes to a person). A name it does not know changes nothing.
 */
export function changeModel(model: Model, { from, to }: ClassChange): Model {
  return { ...model, classes: model.classes.map((name) => (name === from ? to : name)) };
}

/** The labelled messages under changed classes, for the next training. Messages of a deleted class are let go. */
export function changeExamples(examples: readonly Example[], { from, to }: ClassChange): Example[] {
  return examples.flatMap((example) => {
    if (!example.labels.includes(from)) return [example];
    const labels = [...new Set(example.labels.flatMap((label) => (label === from ? (to ?? []) : label)))];
    return labels.length === 0 ? [] : [{ ...example, labels }];
  });
}
