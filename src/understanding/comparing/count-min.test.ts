import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countAll, countOf, fade, makeSketch, type Sketch, widenFor } from './count-min.ts';
import { mix } from './hashing.ts';

interface Counting {
  countAll: typeof countAll;
  countOf: typeof countOf;
  fade: typeof fade;
  widenFor: typeof widenFor;
}

type Step = { kind: 'count'; terms: number[]; weight: number } | { kind: 'fade' } | { kind: 'widen' };

const real: Counting = { countAll, countOf, fade, widenFor };
const steps = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('count' as const),
        terms: fc.array(fc.integer({ min: 1, max: 400 }), { size: 'max', minLength: 1, maxLength: 300 }),
        weight: fc.integer({ min: 1, max: 50 }),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ kind: 'fade' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'widen' as const }) },
  ),
  { size: 'max', maxLength: 20 },
);

/** Runs the steps beside exact counts; gives pairs (estimate, exact). */
function compare(counting: Counting, all: readonly Step[]): [number, number][] {
  const sketch: Sketch = makeSketch();
  const exact = new Map<number, number>();
  for (const step of all) {
    if (step.kind === 'fade') {
      counting.fade(sketch, 0.5);
      for (const [hash, value] of exact) exact.set(hash, value / 2);
    } else if (step.kind === 'widen') counting.widenFor(sketch, sketch.width * 2);
    else {
      const hashes = Uint32Array.from(new Set(step.terms), mix);
      counting.countAll(sketch, hashes, new Float32Array(hashes.length).fill(step.weight));
      for (const hash of hashes) exact.set(hash, (exact.get(hash) ?? 0) + step.weight);
    }
  }
  return [...exact].map(([hash, value]) => [counting.countOf(sketch, hash), value]);
}

const neverTooLow = (counting: Counting) =>
  fc.property(steps, (all) =>
    compare(counting, all).every(([estimate, exact]) => estimate >= exact * 0.9999),
  );
const nearlyExact = (counting: Counting) =>
  fc.property(steps, (all) => {
    const pairs = compare(counting, all);
    return pairs.filter(([estimate, exact]) => estimate > exact * 1.0001).length <= pairs.length / 50;
  });

/** A mistake may take many more tries than it takes to trust what is right. */
const holds = (property: fc.IProperty<[Step[]]>, runs = 60) =>
  !fc.check(property, { numRuns: runs, endOnFailure: true }).failed;

test('an estimate is never too low, whatever is counted, faded and widened', () => {
  expect(holds(neverTooLow(real))).toBe(true);
});

test('with few terms an estimate is hardly ever too high', () => {
  expect(holds(nearlyExact(real))).toBe(true);
});

const mutants: [
  name: string,
  property: (counting: Counting) => fc.IProperty<[Step[]]>,
  change: Partial<Counting>,
][] = [
  ['widening begins anew', neverTooLow, { widenFor: (sketch) => Object.assign(sketch, makeSketch()) }],
  ['widening forgets the second half', neverTooLow, { widenFor: widenOnce }],
  ['fading takes too much', neverTooLow, { fade: (sketch, factor) => fade(sketch, factor * 0.9) }],
  [
    'the scale is forgotten',
    neverTooLow,
    { countAll: (sketch, hashes, weights) => countAll({ ...sketch, scale: 1 }, hashes, weights) },
  ],
  [
    'the last term is left out',
    neverTooLow,
    { countAll: (sketch, hashes, weights) => countAll(sketch, hashes.subarray(1), weights) },
  ],
  ['fading does nothing', nearlyExact, { fade: () => undefined }],
  [
    'terms count twice',
    nearlyExact,
    {
      countAll: (sketch, hashes, weights) =>
        countAll(sketch, Uint32Array.from([...hashes, ...hashes]), [
          ...Array.from(weights),
          ...Array.from(weights),
        ]),
    },
  ],
  [
    'few hashes are told apart',
    nearlyExact,
    {
      countAll: (sketch, hashes, weights) =>
        countAll(
          sketch,
          hashes.map((hash) => hash & 0xff),
          weights,
        ),
      countOf: (sketch, hash) => countOf(sketch, hash & 0xff),
    },
  ],
];

function widenOnce(sketch: Sketch): void {
  const { cells, width } = sketch;
  sketch.cells = new Float32Array(cells.length * 2);
  for (let row = 0; row < 4; row++)
    sketch.cells.set(cells.subarray(row * width, (row + 1) * width), 2 * row * width);
  sketch.width = width * 2;
}

test.each(mutants)('the mutant in which %s is caught', (_, property, change) => {
  expect(holds(property({ ...real, ...change }), 1000)).toBe(false);
});

test('fading for years stays exact: counts and scale begin anew before they leave the numbers', () => {
  const sketch = makeSketch();
  const hashes = Uint32Array.of(mix(7));
  for (let turn = 0; turn < 20_000; turn++) {
    countAll(sketch, hashes, [1]);
    fade(sketch, 0.5 ** (1 / 24));
  }
  const factor = 0.5 ** (1 / 24);
  expect(countOf(sketch, mix(7))).toBeCloseTo(factor / (1 - factor), 2);
  fade(sketch, 0);
  expect(countOf(sketch, mix(7))).toBe(0);
});
