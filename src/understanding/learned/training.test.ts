import { describe, expect, test } from 'vitest';
import { frequenciesOf, learn, topics, webcareExamples } from '../fixtures/lessons.ts';
import { understand } from '../reading.ts';
import { forget, withoutTexts } from './forgetting.ts';
import { gridOf } from './grid.ts';
import { presentIn } from './manifest.ts';
import type { Example, Model } from './model.ts';
import { decide, makePredictor } from './predicting.ts';
import { randomFrom } from './random.ts';
import { trainHead } from './training.ts';

const examples = webcareExamples('sentiment').slice(0, 200);

function accuracyOf(model: Model): number {
  const predictor = makePredictor(model);
  return (
    examples.filter(({ text, labels }) => decide(predictor, text).label === labels[0]).length /
    examples.length
  );
}

describe('a head that learns', () => {
  test('is the same for the same seed, whatever the order of its examples', () => {
    const one = learn({ head: 'sentiment', examples, seed: 7, calibrate: false });
    const other = learn({ head: 'sentiment', examples: examples.toReversed(), seed: 7, calibrate: false });
    expect(other.model).toEqual(one.model);
    expect(learn({ head: 'sentiment', examples, seed: 8, calibrate: false }).model.weights).not.toEqual(
      one.model.weights,
    );
  });

  test('forgets a person as if they had never written: weight by weight', () => {
    const persons = new Set(['Waterkracht']);
    const stream = frequenciesOf(examples.map(({ text }) => text));
    const { kept, removed } = forget(examples, persons);
    const theirs = examples.filter(({ personId }) => personId === 'Waterkracht');
    expect(removed).toEqual(theirs.map(({ id }) => id));
    const after = learn({
      head: 'sentiment',
      examples: kept,
      frequencies: withoutTexts(
        stream,
        theirs.map(({ text }) => text),
      ),
    });
    const never = learn({
      head: 'sentiment',
      examples: examples.filter(({ personId }) => personId !== 'Waterkracht'),
    });
    expect(after.model).toEqual(never.model);
    const asked = { messages: [...removed], persons: [...persons] };
    expect(presentIn(after.model, asked)).toEqual({ messages: [], persons: [] });
    expect(presentIn(learn({ head: 'sentiment', examples, calibrate: false }).model, asked).persons).toEqual([
      'Waterkracht',
    ]);
  });

  test('loses at most 0.2 point by keeping one byte per weight', () => {
    const intents = webcareExamples('intent');
    const { model } = learn({ head: 'intent', examples: intents, calibrate: false });
    const width = model.classes.length;
    const column = (at: number) => model.weights.filter((_, place) => place % width === at);
    const grids = Array.from({ length: width }, (_, at) => gridOf(column(at)));
    const random = randomFrom(3);
    const rightOf = (one: Model) => {
      const predictor = makePredictor(one);
      return intents.filter(({ text, labels }) => decide(predictor, text).label === labels[0]).length / 320;
    };
    // What rounding took away lies within half a step; it is put back by chance, five times.
    const exact = Array.from({ length: 5 }, () =>
      rightOf({
        ...model,
        weights: model.weights.map(
          (weight, place) => weight + (grids[place % width] ?? 0) * (random() - 0.5),
        ),
      }),
    );
    const mean = exact.reduce((sum, share) => sum + share, 0) / exact.length;
    expect(Math.abs(mean - rightOf(model))).toBeLessThanOrEqual(0.002);
  });

  test('starts from the rules and gets better than they are', () => {
    const { model } = learn({ head: 'sentiment', examples, calibrate: false });
    const byRules = examples.filter(({ text, labels }) => understand(text).sentiment.label === labels[0]);
    expect(model.rules).toBe('sentiment');
    expect(accuracyOf(model)).toBeGreaterThan(byRules.length / examples.length + 0.05);
  });

  test('is judged by scores of messages that had not been seen', () => {
    const { model, heldOut } = learn({ head: 'sentiment', examples });
    expect(heldOut?.scores.length).toBe(examples.length * model.classes.length);
    expect(model.calibration.automaticFrom).toBeGreaterThan(0.5);
  });
});

describe('labels that are few, or of one kind, or contradict', () => {
  const lesson = (some: readonly Example[]) => ({
    head: 'topic',
    examples: some,
    frequencies: frequenciesOf([]),
  });

  test('no label and one class are refused with a sentence', () => {
    expect(trainHead(lesson([]))).toMatchObject({ reason: 'no-examples' });
    const one = trainHead(lesson(topics.filter(({ labels }) => labels[0] === 'meter')));
    expect(one).toMatchObject({ reason: 'one-class', sentence: expect.stringContaining('"meter"') });
    expect(trainHead({ ...lesson(topics), classes: ['meter', 'other'] })).toMatchObject({
      reason: 'unknown-class',
    });
  });

  test('three labels make a model that never decides alone', () => {
    const { model } = learn({ head: 'topic', examples: [0, 1, 4].flatMap((at) => topics[at] ?? []) });
    const decision = decide(makePredictor(model), 'Mijn factuur');
    expect(decision.label).toBe('bill');
    expect(decision.automatic).toBe(false);
  });

  test('the last label of a message counts', () => {
    const relabelled = [
      ...topics,
      ...topics.slice(0, 4).map((example) => ({ ...example, labels: ['bill'] })),
    ];
    expect(trainHead(lesson(relabelled))).toMatchObject({ reason: 'one-class' });
  });

  test('equal texts with two labels leave the model in doubt', () => {
    const doubled = topics.map((example) => ({
      ...example,
      id: `${example.id}b`,
      labels: [example.labels[0] === 'bill' ? 'meter' : 'bill'],
    }));
    const { model } = learn({ head: 'topic', examples: [...topics, ...doubled], calibrate: false });
    expect(decide(makePredictor(model), 'De meter staat stil').confidence).toBeCloseTo(0.5, 1);
  });
});

describe('a head that gives several labels', () => {
  const both = topics.map(
    (example): Example =>
      example.id === '1'
        ? { ...example, text: 'Mijn meterstand en mijn factuur kloppen niet', labels: ['meter', 'bill'] }
        : example,
  );

  test('gives both, one, or none', () => {
    const { model } = learn({
      head: 'topic',
      kind: 'several',
      examples: often([...both, ...none]),
      calibrate: false,
    });
    const predictor = makePredictor(model);
    expect([...decide(predictor, 'Mijn meterstand en mijn factuur kloppen niet').labels].sort()).toEqual([
      'bill',
      'meter',
    ]);
    expect(decide(predictor, 'Twee keer een rekening gehad').labels).toEqual(['bill']);
    expect(decide(predictor, 'Fijn weekend allemaal').labels).toEqual([]);
  });

  const often = (some: readonly Example[]) =>
    [...Array(20).keys()].flatMap((time) =>
      some.map((example) => ({ ...example, id: `${example.id}-${time}` })),
    );
  const none: Example[] = ['Fijn weekend allemaal', 'Goedemorgen samen', 'Leuk dat jullie er zijn'].map(
    (text, at) => ({
      id: `n${at}`,
      personId: null,
      text,
      labels: [],
    }),
  );
});
