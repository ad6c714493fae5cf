import { compareModels, isForValidation, scoreModel } from '../../understanding/learned/comparing.ts';
import { makeFeatures } from '../../understanding/learned/features.ts';
import { countMessages, noFrequencies } from '../../understanding/learned/frequencies.ts';
import type { Lesson } from '../../understanding/learned/lesson.ts';
import { type Example, isUnlearnable, type Model } from '../../understanding/learned/model.ts';
import { isUnreadable } from '../../understanding/learned/model-file.ts';
import { trainHead } from '../../understanding/learned/training.ts';
import { type Figures, figuresOf } from './figures.ts';
import { packModel, unpackModel } from './packing.ts';
import type { Trained, TrainingTask } from './training.ts';

/** From this many classes a smaller table is as good, and quicker. */
const manyClasses = 20;

/** Trains a head and compares it with the model that answers now. Runs in the training thread. */
export function trainTask(task: TrainingTask): Trained {
  const classes = task.head.classes.map(({ key }) => key);
  const known = task.examples.filter(({ labels }) => labels.every((label) => classes.includes(label)));
  const [validation, lessons] = [
    known.filter(({ id }) => isForValidation(id)),
    known.filter(({ id }) => !isForValidation(id)),
  ];
  const refused = tooLittle(task, lessons);
  if (refused) return { learned: false, why: refused };
  const learned = trainHead({ ...lessonOf(task, lessons), classes });
  if (isUnlearnable(learned)) return { learned: false, why: learned.reason };
  const { model, heldOut } = learned;
  if (!heldOut) return { learned: false, why: 'no-examples' };
  const compared = compare(task.current, model, validation);
  return {
    learned: true,
    file: packModel(model),
    figures: figuresOf(model, heldOut, compared.figures),
    examples: model.counts.examples,
    persons: model.manifest.persons,
    notWorse: compared.notWorse,
  };
}

function lessonOf({ head, stream, when }: TrainingTask, examples: readonly Example[]): Lesson {
  const bits = head.classes.length > manyClasses ? 17 : 18;
  return {
    head: head.key,
    kind: head.kind,
    examples,
    frequencies: countMessages(noFrequencies(bits), stream, makeFeatures(bits)),
    promised: head.promised,
    when,
    // The other rules are tried against none, once there are enough labels to doubt them.
    ...(head.rules === 'none' || head.rules === 'mood' ? { rules: head.rules } : {}),
  };
}

/** One class only: a model would answer it always. */
function tooLittle({ head }: TrainingTask, examples: readonly Example[]): string | undefined {
  const seen = new Set(examples.flatMap(({ labels }) => labels));
  if (seen.size === 0) return 'no-examples';
  return head.kind === 'single' && seen.size < 2 ? 'one-class' : undefined;
}

function compare(
  file: Uint8Array | null,
  next: Model,
  validation: readonly Example[],
): { notWorse: boolean; figures: Figures['validation'] } {
  const current = file === null ? undefined : unpackModel(file);
  const messages = validation.length;
  // A model that cannot be read answers nothing, so anything is better.
  if (current === undefined || isUnreadable(current)) {
    const { accuracy } = scoreModel(next, validation);
    return { notWorse: true, figures: { messages, accuracy, before: null } };
  }
  const compared = compareModels({ old: current, next }, validation);
  return {
    notWorse: compared.swap,
    figures: { messages, accuracy: compared.next.accuracy, before: compared.old.accuracy },
  };
}
