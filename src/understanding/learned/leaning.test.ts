import { describe, expect, test } from 'vitest';
import { chatter, frequenciesOf, learn } from '../fixtures/lessons.ts';
import { understand } from '../reading.ts';
import { tokenise } from '../tokenising.ts';
import type { Unlabelled } from './leaning.ts';
import { presentIn } from './manifest.ts';
import type { Example, Model, Rules } from './model.ts';
import { makePredictor, probabilities, scoresOf } from './predicting.ts';

const moods = ['positive', 'neutral', 'negative'];
const sour = ['Schandalige', 'Waardeloze', 'Slechte', 'Vreselijke'];
const sweet = ['Geweldige', 'Fijne', 'Prachtige', 'Heerlijke'];
const persons = Array.from({ length: 250 }, (_, at) => `customer-${at}`);

/** People curse the counter and praise the canteen; the rules know the curses and the praise, not the places. */
const stream: readonly Unlabelled[] = Array.from({ length: 1000 }, (_, at) => {
  const mood = at % 2 === 0 ? sour : sweet;
  const place = at % 2 === 0 ? 'balie' : 'kantine';
  return {
    id: String(at),
    personId: persons[at % persons.length] ?? null,
    text: `${mood[Math.floor(at / 2) % 4]} ${place}, ${chatter(at)}`,
  };
});
const examples: readonly Example[] = [
  { id: 'a', personId: 'Ravi', text: 'Fijne dag gehad', labels: ['positive'] },
  { id: 'b', personId: 'Ravi', text: 'De monteur komt om tien uur', labels: ['neutral'] },
  { id: 'c', personId: 'Yara', text: 'Slechte zaak', labels: ['negative'] },
];
const frequencies = frequenciesOf(stream.map(({ text }) => text));
const lesson = { head: 'sentiment', classes: moods, examples, frequencies };
const atTheCounter = 'Weer naar de balie';

function chances(model: Model): (text: string) => Readonly<Record<string, number>> {
  const predictor = makePredictor(model);
  return (text) => {
    const read = understand(text);
    const found = probabilities(predictor, scoresOf(predictor, { tokens: tokenise(text), read }));
    return Object.fromEntries(moods.map((mood, at) => [mood, found[at] ?? 0]));
  };
}

describe('what the rules say of the stream', () => {
  test('tells what the words beside theirs stand for, before anybody labelled one of them', () => {
    expect(understand(atTheCounter).sentiment.label).toBe('neutral');
    const without = chances(learn(lesson).model);
    const leaning = chances(learn({ ...lesson, stream }).model);
    const [counter, canteen, elsewhere] = [atTheCounter, 'Weer naar de kantine', 'Weer naar de kelder'];
    // Where the rules see nothing, nothing tells the places apart; the stream does.
    for (const place of [counter, canteen, elsewhere]) {
      const { negative = 0, positive = 0 } = without(place);
      expect(Math.abs(negative - positive)).toBeLessThan(0.1);
    }
    expect(leaning(counter).negative).toBeGreaterThan(1.2 * (leaning(elsewhere).negative ?? 1));
    expect(leaning(canteen).positive).toBeGreaterThan(1.2 * (leaning(elsewhere).positive ?? 1));
    expect(leaning(counter).positive).toBeLessThan(leaning(elsewhere).positive ?? 0);
    expect(leaning(canteen).negative).toBeLessThan(leaning(elsewhere).negative ?? 0);
  });

  test('is not asked of heads where it would mislead, nor when colleagues said enough', () => {
    const intents = { head: 'intent', examples: examples.map((one) => ({ ...one, labels: ['other'] })) };
    const bare = { ...intents, classes: ['other', 'complaint'], frequencies };
    expect(learn({ ...bare, stream }).model).toEqual(learn(bare).model);
    const none: Rules = 'none';
    expect(learn({ ...lesson, rules: none, stream }).model).toEqual(learn({ ...lesson, rules: none }).model);
    const many = Array.from({ length: 2500 }, (_, at) => ({
      id: `m${at}`,
      personId: null,
      text: `bericht ${at}`,
      labels: [moods[at % 3] ?? ''],
    }));
    const plenty = { ...lesson, examples: many, calibrate: false };
    expect(learn({ ...plenty, stream }).model).toEqual(learn(plenty).model);
  });

  test('gives the same model in whatever order the stream comes', () => {
    const reversed = learn({ ...lesson, stream: stream.toReversed() }).model;
    expect(reversed).toEqual(learn({ ...lesson, stream }).model);
  });

  test('forgets a person, weight for weight, and the manifest names everybody in it', () => {
    const model = (among: readonly Unlabelled[]) =>
      learn({ ...lesson, frequencies: frequenciesOf(among.map(({ text }) => text)), stream: among }).model;
    const everybody = model(stream);
    const rest = stream.filter(({ personId }) => personId !== 'customer-1');
    const after = model(rest);
    expect(everybody.manifest.persons).toEqual([...persons, 'Ravi', 'Yara'].sort());
    expect(presentIn(everybody, { messages: ['1', 'a'], persons: ['customer-1'] })).toEqual({
      messages: ['1', 'a'],
      persons: ['customer-1'],
    });
    expect(presentIn(after, { messages: ['1'], persons: ['customer-1'] })).toEqual({
      messages: [],
      persons: [],
    });
    expect(after).toEqual(model(rest.map((one) => ({ ...one }))));
    expect(after.weights).not.toEqual(everybody.weights);
    expect(learn(lesson).model.manifest.persons).toEqual(['Ravi', 'Yara']);
  });
});
