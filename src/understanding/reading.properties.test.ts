import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { understand } from './reading.ts';
import type { Understanding } from './understanding.ts';

type Reader = (text: string) => Understanding;

const pieces = fc.constantFrom(
  'niet ',
  'Belachelijk! ',
  'factuur ',
  'WK-123456 ',
  'bestelling ',
  '😡',
  '❤️',
  '\ud83d',
  '\udc00',
  '\n',
  'Groet, Henk',
  ':-)',
  '@polder ',
  '#storing ',
  '06-12345678 ',
  'İ',
  'gas ',
  'ruik ',
  '1234 AB ',
  'NL91ABNA0417164300 ',
  'very good ',
  'https://a.example ',
  'ß',
  'klant 9 ',
);
const texts = fc.oneof(
  fc.string({ unit: 'binary', size: 'max', maxLength: 1000 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { size: 'max', maxLength: 1000 })
    .map((units) => String.fromCharCode(...units)),
  fc.array(pieces, { size: 'max', maxLength: 200 }).map((parts) => parts.join('')),
);

const properties: Record<string, (read: Reader) => fc.IProperty<[string]>> = {
  'the score stays between -1 and 1': (read) =>
    fc.property(texts, (text) => Math.abs(read(text).sentiment.score) <= 1),
  'the same text is read the same way twice': (read) =>
    fc.property(texts, (text) => {
      const [first, second] = [read(text), read(text)];
      return JSON.stringify(first) === JSON.stringify(second);
    }),
  'the words that made it so stand in the text': (read) =>
    fc.property(texts, (text) =>
      read(text).because.every(({ words }) => words.every((word) => text.includes(word))),
    ),
  'there are at most eight keywords': (read) => fc.property(texts, (text) => read(text).keywords.length <= 8),
  'what was found stands in the text literally': (read) =>
    fc.property(texts, (text) => {
      const { references, personal } = read(text);
      return [...references, ...personal].every(({ value }) => value !== '' && text.includes(value));
    }),
};

/** A mistake may take many more tries than it takes to trust what is right. */
const holds = (property: fc.IProperty<[string]>, runs = 150) =>
  !fc.check(property, { numRuns: runs, endOnFailure: true }).failed;

describe.each(Object.entries(properties))('%s', (_, propertyOf) => {
  test('for every string, and it never throws', () => {
    expect(holds(propertyOf(understand))).toBe(true);
  });
});

const count = counter();
const mutants: [name: string, property: string, read: Reader][] = [
  [
    'scores are not squashed',
    'the score stays between -1 and 1',
    (text) =>
      changed(text, (read) => ({ sentiment: { ...read.sentiment, score: read.sentiment.score * 3 } })),
  ],
  [
    'scores count words',
    'the score stays between -1 and 1',
    (text) => changed(text, () => ({ sentiment: { label: 'positive', score: text.split(' ').length } })),
  ],
  [
    'state leaks between texts',
    'the same text is read the same way twice',
    (text) => changed(text, () => ({ keywords: [count()] })),
  ],
  [
    'reasons are lower-cased',
    'the words that made it so stand in the text',
    (text) =>
      changed(text, (read) => ({
        because: read.because.map(({ head, words }) => ({
          head,
          words: words.map((word) => word.toLowerCase()),
        })),
      })),
  ],
  [
    'reasons are trimmed to nothing known',
    'the words that made it so stand in the text',
    (text) => changed(text, () => ({ because: [{ head: 'intent', words: [`${text}!`] }] })),
  ],
  [
    'keywords are not cut',
    'there are at most eight keywords',
    (text) => changed(text, () => ({ keywords: text.split(/\s+/) })),
  ],
  [
    'values lose their signs',
    'what was found stands in the text literally',
    (text) =>
      changed(text, (read) => ({
        references: read.references.map(({ kind, value }) => ({ kind, value: value.replaceAll('-', '') })),
      })),
  ],
  [
    'values are spaced',
    'what was found stands in the text literally',
    (text) =>
      changed(text, (read) => ({
        personal: read.personal.map(({ kind, value }) => ({ kind, value: `${value} .` })),
      })),
  ],
];

function counter(): () => string {
  let calls = 0;
  return () => String(calls++);
}

function changed(text: string, change: (read: Understanding) => Partial<Understanding>): Understanding {
  const read = understand(text);
  return { ...read, ...change(read) };
}

test.each(mutants)('the mutant in which %s is caught by: %s', (_, property, read) => {
  const propertyOf = properties[property];
  expect(propertyOf && holds(propertyOf(read), 2000)).toBe(false);
});

test('a text of megabytes, or of one repeated sign, is read without trouble', () => {
  for (const piece of ['a', '1 ', '\n', '@', 'A1-', 'factuur ', '.Aa ']) {
    expect(understand(piece.repeat(2_000_000 / piece.length)).keywords.length).toBeLessThanOrEqual(8);
  }
});
