import { expect, test } from 'vitest';
import { rankOf } from './burst-examples.ts';
import { type Rising, topicsOf } from './burst-topics.ts';

function rising(name: string, z: number, ids: readonly number[]): Rising {
  const examples = ids.toSorted((one, other) => rankOf(one) - rankOf(other)).slice(0, 32);
  return { name, z, hash: z, messages: ids.length, expected: 0.1, authors: 9, examples };
}

const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);
const namesOf = (all: readonly Rising[]) => topicsOf(all).map((topic) => topic.map(({ name }) => name));

test('terms that stand in the same messages are one topic, the most surprising first', () => {
  expect(namesOf([rising('lelystad', 9, ids(0, 40)), rising('storing', 12, ids(5, 45))])).toEqual([
    ['storing', 'lelystad'],
  ]);
});

test('terms in other messages are two topics', () => {
  expect(namesOf([rising('lelystad', 9, ids(0, 40)), rising('factuur', 12, ids(40, 80))])).toEqual([
    ['factuur'],
    ['lelystad'],
  ]);
});

test('a common word does not tie two topics together', () => {
  const topics = namesOf([
    rising('brand', 20, ids(0, 30)),
    rising('staking', 18, ids(30, 60)),
    rising('vandaag', 8, ids(0, 60)),
  ]);
  expect(topics).toHaveLength(2);
});

test('a pair goes with its word, however few of the word’s messages hold it', () => {
  expect(
    namesOf([rising('storing', 30, ids(0, 5000)), rising('storing gisteren', 9, ids(4990, 5000))]),
  ).toEqual([['storing', 'storing gisteren']]);
});

test('of two terms that are heard very often the messages that both would keep are compared', () => {
  expect(namesOf([rising('storing', 30, ids(0, 400)), rising('lelystad', 20, ids(0, 90))])).toHaveLength(1);
  expect(namesOf([rising('storing', 30, ids(0, 400)), rising('factuur', 20, ids(400, 490))])).toHaveLength(2);
});
