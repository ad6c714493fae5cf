import { describe, expect, test } from 'vitest';
import { learn, topicModel, topics } from '../fixtures/lessons.ts';
import { chooseToLabel, marginOf } from './choosing.ts';
import { compareModels, isForValidation, isNotWorse } from './comparing.ts';
import { contradictions } from './lesson.ts';
import type { Example } from './model.ts';
import { decide, makePredictor } from './predicting.ts';
import { changeExamples, changeModel } from './reclassing.ts';

const said = (text: string, label: string): Example => ({ id: text, personId: null, text, labels: [label] });

describe('a correction', () => {
  test('that contradicts another is told', () => {
    expect(contradictions([...topics, said('de meter  staat STIL', 'bill')])).toMatchObject([
      { labels: ['meter', 'bill'] },
    ]);
    expect(contradictions(topics)).toEqual([]);
  });
});

describe('a new model', () => {
  const model = topicModel();

  test('takes the place of the old one only when it is not worse', () => {
    const worse = { ...model, weights: model.weights.map((weight) => -weight) };
    expect(compareModels({ old: model, next: model }, topics)).toMatchObject({ swap: true });
    const found = compareModels({ old: model, next: worse }, topics);
    expect(found).toMatchObject({ swap: false, old: { accuracy: 1 } });
    expect(found.sentence).toContain('The old model stays');
  });

  test('is compared on about one message in ten, always the same', () => {
    const ids = Array.from({ length: 5000 }, (_, at) => String(at)).filter(isForValidation);
    expect(ids.length / 5000).toBeGreaterThan(0.08);
    expect(ids.length / 5000).toBeLessThan(0.12);
    expect(ids.filter(isForValidation)).toEqual(ids);
  });
});

describe('a class', () => {
  const model = learn({
    head: 'topic',
    calibrate: false,
    examples: [...topics, said('Storing in de straat', 'outage'), said('Geen stroom, storing', 'outage')],
  }).model;
  const labelOf = (one: typeof model, text: string) => decide(makePredictor(one), text);

  test('that is renamed answers by its new name', () => {
    expect(labelOf(changeModel(model, { from: 'bill', to: 'invoice' }), 'Mijn factuur').label).toBe(
      'invoice',
    );
  });

  test('that is merged answers with the other, and their probabilities add up', () => {
    const apart = labelOf(model, 'Mijn factuur').confidence;
    const merged = labelOf(changeModel(model, { from: 'bill', to: 'meter' }), 'Mijn factuur');
    expect(merged.label).toBe('meter');
    expect(merged.confidence).toBeGreaterThan(apart);
  });

  test('that is deleted is never answered: a person decides', () => {
    expect(labelOf(changeModel(model, { from: 'bill', to: null }), 'Mijn factuur')).toMatchObject({
      label: null,
      labels: [],
      automatic: false,
    });
  });

  test('changes the examples for the next training as well', () => {
    expect(changeExamples(topics, { from: 'bill', to: null }).length).toBe(4);
    expect(
      changeExamples(topics, { from: 'bill', to: 'meter' }).every(({ labels }) => labels[0] === 'meter'),
    ).toBe(true);
    const both = { ...said('beide', 'meter'), labels: ['meter', 'bill'] };
    expect(changeExamples([both], { from: 'bill', to: 'meter' })[0]?.labels).toEqual(['meter']);
    expect(changeExamples([both], { from: 'bill', to: null })[0]?.labels).toEqual(['meter']);
  });
});

describe('what to label first', () => {
  const candidates = Array.from({ length: 40 }, (_, at) => ({
    id: String(at),
    text: `bericht ${at % 30}`,
    margin: at / 40,
  }));

  test('is what the model doubts for three quarters, each text once, the same for the same seed', () => {
    const chosen = chooseToLabel(candidates, 12, 5);
    expect(chosen.length).toBe(12);
    expect(new Set(chosen.map(({ text }) => text)).size).toBe(12);
    expect(chosen.filter(({ margin }) => margin < 9 / 40).length).toBeGreaterThanOrEqual(9);
    expect(chosen.some(({ margin }) => margin >= 9 / 40)).toBe(true);
    expect(chooseToLabel(candidates, 12, 5)).toEqual(chosen);
    expect(chooseToLabel(candidates.slice(0, 3), 12, 5).length).toBe(3);
  });

  test('doubts a message about both more than one about one', () => {
    const predictor = makePredictor(topicModel());
    expect(marginOf(predictor, 'De meter en de rekening')).toBeLessThan(
      marginOf(predictor, 'Mijn factuur is te hoog'),
    );
  });
});

test('one message more or less is chance while few are kept apart, and is not once there are a hundred', () => {
  expect(isNotWorse({ old: 6 / 7, next: 5 / 7 }, 7)).toBe(true);
  expect(isNotWorse({ old: 6 / 7, next: 4 / 7 }, 7)).toBe(false);
  expect(isNotWorse({ old: 0.9, next: 0.9 }, 100)).toBe(true);
  expect(isNotWorse({ old: 0.9, next: 0.89 }, 100)).toBe(false);
  expect(isNotWorse({ old: 0, next: 0 }, 0)).toBe(true);
});
