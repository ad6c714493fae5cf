import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { learn, topicModel, webcareExamples } from '../fixtures/lessons.ts';
import { tokenise } from '../tokenising.ts';
import { type Explanation, explain } from './explaining.ts';
import { extract, makeFeatures } from './features.ts';
import { type Decision, decide, makePredictor, probabilities, scoresOf } from './predicting.ts';

const predictor = makePredictor(topicModel());
const withRules = makePredictor(
  learn({ head: 'sentiment', examples: webcareExamples('sentiment').slice(0, 80) }).model,
);

interface Head {
  decide(text: string): Decision;
  probabilities(text: string): Float32Array;
  explain(text: string): Explanation;
}

const head: Head = {
  decide: (text) => decide(predictor, text),
  probabilities: (text) => probabilities(predictor, scoresOf(predictor, { tokens: tokenise(text) })),
  explain: (text) => explain(predictor, text, 'bill'),
};

const pieces = fc.constantFrom(
  ...[
    'factuur ',
    'meter',
    '\ud83d',
    '\udc00',
    '😡',
    'z\u0351\u0310algo ',
    'שלום ',
    '#',
    '#storing',
    '@henk ',
    '\u0000',
    '\n',
  ],
  ...['12,50 ', 'https://a.example ', 'ß', 'İ', 'aaaaaaaa', '!!!', '👩‍👩‍👧', "zo'n "],
);
const texts = fc.oneof(
  fc.string({ unit: 'binary', size: 'max', maxLength: 1000 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { size: 'max', maxLength: 800 })
    .map((units) => String.fromCharCode(...units)),
  fc.array(pieces, { size: 'max', maxLength: 150 }).map((parts) => parts.join('')),
);

const laws: Record<string, (head: Head) => fc.IProperty<[string]>> = {
  'a probability lies between 0 and 1, and those of one answer add up to 1': (one) =>
    fc.property(texts, (text) => {
      const chances = one.probabilities(text);
      const sum = chances.reduce((all, chance) => all + chance, 0);
      return chances.every((chance) => chance >= 0 && chance <= 1) && Math.abs(sum - 1) < 1e-4;
    }),
  'the answer is the likeliest class, with its probability': (one) =>
    fc.property(texts, (text) => {
      const { label, confidence } = one.decide(text);
      const chances = one.probabilities(text);
      const own = chances[predictor.model.classes.indexOf(label)] ?? -1;
      return Math.abs(own - confidence) < 1e-4 && own >= Math.max(...chances) - 1e-6;
    }),
  'every word of an explanation stands in the text where it says': (one) =>
    fc.property(texts, (text) =>
      one.explain(text).words.every(({ word, from, to }) => word !== '' && text.slice(from, to) === word),
    ),
  'all words and the rest make the score': (one) =>
    fc.property(texts, (text) => {
      const { words, rest } = one.explain(text);
      const sum = words.reduce((all, { weight }) => all + weight, rest);
      const score =
        scoresOf(predictor, { tokens: tokenise(text) })[predictor.model.classes.indexOf('bill')] ?? 0;
      return Math.abs(sum - score) < 1e-3;
    }),
};

/** A mistake may take many more tries than it takes to trust what is right. */
const holds = (law: fc.IProperty<[string]>, runs = 120) =>
  !fc.check(law, { numRuns: runs, endOnFailure: true }).failed;

describe.each(Object.entries(laws))('%s', (_, lawOf) => {
  test('for every string, and it never throws', () => {
    expect(holds(lawOf(head))).toBe(true);
  });
});

const shifted = (by: (text: string) => Explanation['words']): Head => ({
  ...head,
  explain: (text) => ({ ...head.explain(text), words: by(text) }),
});
const [sums, answer, stands, score] = Object.keys(laws) as [string, string, string, string];

const mutants: [name: string, law: string, head: Head][] = [
  [
    'scores are passed off as probabilities',
    sums,
    { ...head, probabilities: (text) => scoresOf(predictor, { tokens: tokenise(text) }).slice() },
  ],
  [
    'each class has its own sigmoid',
    sums,
    { ...head, probabilities: (text) => head.probabilities(text).map((chance) => chance / 2 + 0.3) },
  ],
  [
    'an empty text has no answer',
    sums,
    { ...head, probabilities: (text) => head.probabilities(text).fill(text.length > 3 ? 1 : 0.5) },
  ],
  [
    'the least likely class is answered',
    answer,
    {
      ...head,
      decide: (text) => ({
        ...head.decide(text),
        label: head.decide(text).label === 'bill' ? 'meter' : 'bill',
      }),
    },
  ],
  [
    'confidence is a rest',
    answer,
    {
      ...head,
      decide: (text) => ({ ...head.decide(text), confidence: 1 - head.decide(text).confidence / 3 }),
    },
  ],
  [
    'the class of an earlier text is kept',
    answer,
    { ...head, decide: () => decide(predictor, 'Mijn factuur') },
  ],
  [
    'words are lower-cased',
    stands,
    shifted((text) => head.explain(text).words.map((one) => ({ ...one, word: one.word.toLowerCase() }))),
  ],
  [
    'places count from 1',
    stands,
    shifted((text) => head.explain(text).words.map((one) => ({ ...one, from: one.from + 1 }))),
  ],
  ['a word of another text is named', stands, shifted(() => head.explain('factuur').words)],
  [
    'weights are turned round',
    score,
    shifted((text) => head.explain(text).words.map((one) => ({ ...one, weight: -one.weight }))),
  ],
  [
    'weights are lost',
    score,
    shifted((text) => head.explain(text).words.map((one) => ({ ...one, weight: 0 }))),
  ],
  ['the rest is left out', score, { ...head, explain: (text) => ({ ...head.explain(text), rest: 0 }) }],
];

test.each(mutants)('the mutant in which %s is caught', (_, law, mutant) => {
  const lawOf = laws[law];
  expect(lawOf && holds(lawOf(mutant), 2000)).toBe(false);
});

describe('strange texts', () => {
  const strange = [
    '',
    ' ',
    '\ud800',
    'a'.repeat(1_000_000),
    '#tag '.repeat(10_000),
    '😀'.repeat(5000),
    '\u202eאבג',
    '\u0000\u0007',
    'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍',
  ];

  test('get an answer from every head', () => {
    for (const text of strange) {
      for (const one of [predictor, withRules]) expect(one.model.classes).toContain(decide(one, text).label);
      expect(explain(predictor, text.slice(0, 5000), 'bill').words.length).toBeLessThanOrEqual(5000);
    }
  });

  test('take time in proportion to their length', () => {
    const features = makeFeatures(18);
    const work = (length: number, unit: string) => {
      const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
      // Processor time of this thread over many runs: busy neighbours do not count, and its clock is coarse.
      const from = process.threadCpuUsage();
      for (let i = 0; i < 30; i += 1) extract(tokenise(text), features);
      return process.threadCpuUsage(from).user / 1000;
    };
    for (const unit of ['a', 'ab ', '#x ', '😀', 'Waar blijft mijn bestelling? ', '!?', '1 ']) {
      work(8000, unit);
      expect(work(64_000, unit)).toBeLessThan(8 * 4 * work(8000, unit) + 200);
    }
  });
});
