import { chooseToLabel, marginOf } from '../src/understanding/learned/choosing.ts';
import { compareModels } from '../src/understanding/learned/comparing.ts';
import { makeFeatures } from '../src/understanding/learned/features.ts';
import { countMessages, type Frequencies, noFrequencies } from '../src/understanding/learned/frequencies.ts';
import { judgeDecisions } from '../src/understanding/learned/judging.ts';
import type { Lesson } from '../src/understanding/learned/lesson.ts';
import { type Example, isUnlearnable, type Model } from '../src/understanding/learned/model.ts';
import { decide, makePredictor } from '../src/understanding/learned/predicting.ts';
import { randomFrom, shuffled } from '../src/understanding/learned/random.ts';
import { trainHead } from '../src/understanding/learned/training.ts';
import type { Labelled, LabelledSet } from './labelled-sets.ts';

const bits = 18;
const looked = 3000;
const firstBatch = 25;

/** After so many corrections, on the test part. */
export interface Corrected {
  readonly accuracy: number;
  readonly macroF1: number;
}

/**
 * How right after so many corrections, chosen as the labelling screen chooses them: a batch at
 * random, then batches of a quarter of what is labelled, three quarters of them the most doubted of 3,000.
 */
export function correctingCurve(set: LabelledSet, stops: readonly number[], seed: number): Corrected[] {
  const pool = new Map(set.train.map((row) => [row.id, row]));
  const frequencies = frequenciesOf(set.train);
  const stream = set.train.map(({ id, text }) => ({ id, personId: null, text }));
  const random = randomFrom(seed);
  const labelled: Labelled[] = [];
  const take = (ids: readonly string[]) => {
    for (const id of ids) {
      const row = pool.get(id);
      if (row && pool.delete(id)) labelled.push(row);
    }
  };
  const some = (count: number) => {
    const rows = [...pool.values()];
    return [...shuffled(rows.length, random)].slice(0, count).flatMap((at) => rows[at] ?? []);
  };
  take(some(firstBatch).map(({ id }) => id));
  return stops.map((stop) => {
    while (labelled.length < stop) {
      const predictor = makePredictor(train(labelled, { frequencies, stream }));
      const candidates = some(looked).map(({ id, text }) => ({
        id,
        text,
        margin: marginOf(predictor, text),
      }));
      const count = Math.min(stop - labelled.length, Math.max(firstBatch, Math.round(labelled.length / 4)));
      take(chooseToLabel(candidates, count, seed + labelled.length).map(({ id }) => id));
    }
    return judged(train(labelled, { frequencies, stream }), set.test);
  });
}

/**
 * Seconds from a correction to the retrained, calibrated, compared model that answers; of the processor, because other
 * work may share the core.
 */
export function timeCorrection(rows: readonly Labelled[]): number {
  const frequencies = frequenciesOf(rows);
  const before = train(rows.slice(1), { frequencies });
  const from = process.threadCpuUsage();
  const next = train(rows, { frequencies, calibrate: true });
  compareModels({ old: before, next }, examplesOf(rows).slice(0, 1000));
  makePredictor(next);
  const { user, system } = process.threadCpuUsage(from);
  return (user + system) / 1e6;
}

function frequenciesOf(rows: readonly Labelled[]): Frequencies {
  return countMessages(
    noFrequencies(bits),
    rows.map(({ text }) => text),
    makeFeatures(bits),
  );
}

export function examplesOf(rows: readonly Labelled[]): Example[] {
  return rows.map(({ id, text, label }) => ({ id, personId: null, text, labels: [label] }));
}

function train(
  rows: readonly Labelled[],
  given: Pick<Lesson, 'frequencies'> & Partial<Pick<Lesson, 'stream' | 'calibrate'>>,
): Model {
  const learned = trainHead({ calibrate: false, ...given, head: 'bench', examples: examplesOf(rows) });
  if (isUnlearnable(learned)) throw new Error(learned.sentence);
  return learned.model;
}

function judged(model: Model, test: readonly Labelled[]): Corrected {
  const predictor = makePredictor(model);
  return judgeDecisions(
    model,
    examplesOf(test),
    test.map(({ text }) => decide(predictor, text)),
  );
}
