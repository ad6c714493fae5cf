import { packModel } from '../listening/learning/packing.ts';
import { systemClock } from '../platform/clock.ts';
import { Refusal } from '../platform/refusal.ts';
import { makeFeatures } from '../understanding/learned/features.ts';
import { bitsFor, countMessages, noFrequencies } from '../understanding/learned/frequencies.ts';
import { judgeHeldOut } from '../understanding/learned/judging.ts';
import { contradictions, type Lesson } from '../understanding/learned/lesson.ts';
import { isUnlearnable } from '../understanding/learned/model.ts';
import { trainHead } from '../understanding/learned/training.ts';
import { type LabelledFile, readLabelled } from './learn/labelled-file.ts';
import { saveModel } from './learn/model-store.ts';
import { readPlainArguments } from './plain-arguments.ts';

const usage =
  'polder learn FILE --head NAME --text COL --label COL [--out FILE] [--id COL] [--person COL] [--several] [--aim accuracy|macroF1|macroRecall] [--promise 0.9] [--seed 1]';
const options = {
  head: { type: 'string' },
  text: { type: 'string' },
  label: { type: 'string' },
  out: { type: 'string' },
  id: { type: 'string' },
  person: { type: 'string' },
  several: { type: 'boolean' },
  aim: { type: 'string' },
  promise: { type: 'string' },
  seed: { type: 'string' },
} as const;

const aims = ['accuracy', 'macroF1', 'macroRecall'] as const;

/** `polder learn`: trains a head on a labelled file and prints how right it is on messages it had not seen. */
export async function run([file, ...args]: string[]): Promise<number> {
  const values = readPlainArguments(args, { usage, options });
  const { head, text, label, id, person, several = false } = values;
  if (!file || file.startsWith('-') || !head || !text || !label) {
    throw new Refusal('usage', {
      problem: 'Name the file, the head, and the columns of text and label.',
      usage,
    });
  }
  const labelled = await readLabelled(file, { text, label, id, person, several });
  const learned = trainHead({ ...lessonOf(head, labelled, values), kind: several ? 'several' : 'single' });
  if (isUnlearnable(learned)) {
    throw new Refusal(`invalid.learning.${learned.reason}`, { sentence: learned.sentence });
  }
  const { model, heldOut } = learned;
  const bytes = values.out ? await saveModel(values.out, model) : packModel(model).length;
  const report = {
    head,
    kind: model.kind,
    rules: model.rules,
    labelled: model.counts.examples,
    stream: model.counts.stream,
    rejected: labelled.rejected,
    contradicting: contradictions(labelled.examples).length,
    classes: model.classes,
    ...(heldOut ? judgeHeldOut(model, heldOut) : {}),
    model: { file: values.out ?? null, bytes },
  };
  process.stdout.write(`${JSON.stringify(report)}\n`);
  return 0;
}

function lessonOf(
  head: string,
  { examples, texts }: LabelledFile,
  { aim, promise, seed }: { aim?: string; promise?: string; seed?: string },
): Lesson {
  const wanted = aims.find((one) => one === (aim ?? 'accuracy'));
  const promised = Number(promise ?? 0.9);
  const number = Number(seed ?? 1);
  if (!wanted || !(promised > 0 && promised <= 1) || !Number.isSafeInteger(number)) {
    throw new Refusal('usage', { problem: 'The aim, the promise (0–1) or the seed cannot be used.', usage });
  }
  const classes = new Set(examples.flatMap(({ labels }) => labels));
  const bits = bitsFor(texts.length, classes.size);
  const frequencies = countMessages(noFrequencies(bits), texts, makeFeatures(bits));
  const when = systemClock.now().toString({ smallestUnit: 'second' });
  return { head, examples, frequencies, aim: wanted, promised, seed: number, when };
}
