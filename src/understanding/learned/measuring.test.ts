import { expect, test } from 'vitest';
import { calibrateSingle, never, thresholdFor } from './calibrating.ts';
import { automatic, calibrationError, score, separation } from './measuring.ts';
import { randomFrom } from './random.ts';

test('accuracy, macro-F1 and macro-recall of a worked example', () => {
  const found = score({ labelled: [0, 0, 0, 1], answered: [0, 0, 1, 1], classes: ['a', 'b', 'c'] });
  expect(found.accuracy).toBe(0.75);
  expect(found.macroRecall).toBeCloseTo((2 / 3 + 1) / 2);
  expect(found.macroF1).toBeCloseTo((0.8 + 2 / 3) / 2);
  expect(found.perClass[1]).toMatchObject({ label: 'b', labelled: 1, precision: 0.5, recall: 1 });
  expect(score({ labelled: [], answered: [], classes: [] })).toMatchObject({ accuracy: 0, macroF1: 0 });
});

test('an unknown label is never right, nor is no answer', () => {
  expect(score({ labelled: [-1, 0], answered: [-1, -1], classes: ['a'] }).accuracy).toBe(0);
});

test('calibration error is how far confidence and truth lie apart', () => {
  const at = (confidence: number, right: boolean) => ({ confidence, right });
  expect(calibrationError([at(0.9, true), at(0.9, false)])).toBeCloseTo(0.4);
  expect(calibrationError([at(1, true)])).toBe(0);
  expect(automatic([at(0.9, true), at(0.5, false)], 0.8)).toEqual({ precision: 1, share: 0.5 });
});

test('separation is the share of pairs in the right order', () => {
  expect(separation([3, 2], [1, 0])).toBe(1);
  expect(separation([1, 2], [1, 2])).toBe(0.5);
  expect(separation([0], [1])).toBe(0);
});

test('a threshold keeps its promise, or is never reached', () => {
  const outcomes = Array.from({ length: 200 }, (_, at) => ({
    confidence: 1 - at / 200,
    right: at < 100 || at % 2 === 0,
  }));
  expect(automatic(outcomes, thresholdFor(outcomes, 0.9)).precision).toBeGreaterThanOrEqual(0.9);
  expect(
    thresholdFor(
      outcomes.map((one) => ({ ...one, right: false })),
      0.9,
    ),
  ).toBe(never);
});

test('one temperature brings overconfident scores back to what they are worth', () => {
  const random = randomFrom(4);
  const labels = Array.from({ length: 600 }, () => (random() < 0.5 ? 0 : 1));
  const scores = labels.flatMap((label) => {
    const isRight = random() < 0.8;
    return (isRight ? label : 1 - label) === 0 ? [9, 0] : [0, 9];
  });
  const truth = Uint8Array.from(labels.flatMap((label) => (label === 0 ? [1, 0] : [0, 1])));
  const { temperature, automaticFrom } = calibrateSingle(
    { classes: ['a', 'b'], scores: Float32Array.from(scores), truth },
    0.9,
  );
  expect(1 / (1 + Math.exp(-9 / temperature))).toBeCloseTo(0.8, 1);
  expect(automaticFrom).toBe(never);
});
