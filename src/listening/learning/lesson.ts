import { limited } from '../../understanding/comparing/limiting.ts';
import {
  compareModels,
  isForValidation,
  isNotWorse,
  scoreModel,
} from '../../understanding/learned/comparing.ts';
import { makeFeatures } from '../../understanding/learned/features.ts';
import { countMessages, noFrequencies } from '../../understanding/learned/frequencies.ts';
import type { Lesson } from '../../understanding/learned/lesson.ts';
import { type Example, isUnlearnable, type Model, type Rules } from '../../understanding/learned/model.ts';
import { isUnreadable } from '../../understanding/learned/model-file.ts';
import { trainHead } from '../../understanding/learned/training.ts';
import type { HeadRules } from '../heads/head.ts';
import { inClassesOfNow } from '../heads/model-now.ts';
import { rightByRules } from '../heads/ruling.ts';
import { type Figures, figuresOf, isNoWorseThanRules } from './figures.ts';
import { packModel, unpackModel } from './packing.ts';
import type { Trained, TrainingTask } from './training.ts';

/** From this many classes a smaller table is as good, and quicker. */
const manyClasses = 20;

/** Trains a head and compares it with the model, or the rules, that answer now. Runs in the training thread. */
export function trainTask(task: TrainingTask): Trained {
  const classes = task.head.classes.map(({ key }) => key);
  const known = limited(
    task.examples.filter(({ labels }) => labels.every((label) => classes.includes(label))),
  );
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
  const current = currentOf(task);
  // Against the rules by all messages, each judged by a model that had not seen it: a tenth of few would prove nothing.
  const compared = compare(task, { current, next: model }, validation);
  const figures = figuresOf(model, heldOut, {
    validation: compared,
    rightByRules: rightByRules(task.head, learned.examples),
    leans: leans(task.head),
  });
  const { before, accuracy } = compared;
  return {
    learned: true,
    file: packModel(model),
    figures,
    examples: model.counts.examples,
    persons: model.manifest.persons,
    notWorse: current
      ? isNotWorse({ old: before ?? 0, next: accuracy }, compared.messages)
      : isNoWorseThanRules(figures),
  };
}

/** Rules that look for words are none to start from; where praise and blame are told apart, the mood of a message is. */
const starting: Readonly<Partial<Record<HeadRules, Rules>>> = {
  none: 'none',
  mood: 'mood',
  words: 'none',
  aspects: 'mood',
  relation: 'mood',
};

/** Only of the mood the rules, read over the whole stream, were measured to teach more than they mislead. */
function leans({ rules }: TrainingTask['head']): boolean {
  return rules === 'sentiment';
}

function lessonOf({ head, stream, when }: TrainingTask, examples: readonly Example[]): Lesson {
  const bits = head.classes.length > manyClasses ? 17 : 18;
  const rules = starting[head.rules];
  return {
    head: head.key,
    kind: head.kind,
    examples,
    frequencies: countMessages(
      noFrequencies(bits),
      stream.map(({ text }) => text),
      makeFeatures(bits),
    ),
    stream: leans(head) ? stream : [],
    promised: head.promised,
    when,
    // The other rules are tried against none, once there are enough labels to doubt them.
    ...(rules ? { rules } : {}),
  };
}

/** One class only: a model would answer it always. */
function tooLittle({ head }: TrainingTask, examples: readonly Example[]): string | undefined {
  const seen = new Set(examples.flatMap(({ labels }) => labels));
  if (seen.size === 0) return 'no-examples';
  return head.kind === 'single' && seen.size < 2 ? 'one-class' : undefined;
}

/** In the classes of now. One that cannot be read answers nothing, so anything is better. */
function currentOf({ current, head }: TrainingTask): Model | undefined {
  const model = current === null ? undefined : unpackModel(current);
  return model === undefined || isUnreadable(model) ? undefined : inClassesOfNow(model, head.gone);
}

/** On the messages that are never trained on. */
function compare(
  { head }: TrainingTask,
  { current, next }: { current: Model | undefined; next: Model },
  validation: readonly Example[],
): Figures['validation'] {
  const messages = validation.length;
  if (!current) {
    const { accuracy } = scoreModel(next, validation);
    const right = rightByRules(head, validation);
    return { messages, accuracy, before: right?.length ? right.filter(Boolean).length / messages : null };
  }
  const compared = compareModels({ old: current, next }, validation);
  return { messages, accuracy: compared.next.accuracy, before: compared.old.accuracy };
}
