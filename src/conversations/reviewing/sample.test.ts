import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Candidate, drawSample } from './sample.ts';

type Draw = typeof drawSample;

const answers = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 100_000 }).map(String),
    stratum: fc.constantFrom('mail', 'x', 'chat', 'x, urgent'),
  }),
  { selector: ({ id }) => id, maxLength: 90, size: 'max' },
);

/** What a draw must be, whatever the answers of the week. */
function isFair(draw: Draw): void {
  fc.assert(
    fc.property(answers, fc.integer({ min: 1, max: 25 }), fc.nat(), (all, size, seed) => {
      const drawn = draw(all, size, seed);
      const ids = drawn.map(({ id }) => id);
      expect(ids).toHaveLength(Math.min(size, all.length));
      expect(new Set(ids).size).toBe(ids.length);
      expect(all).toEqual(expect.arrayContaining([...drawn]));
      expect(draw([...all].reverse(), size, seed).map(({ id }) => id)).toEqual(ids);
      const strata = Map.groupBy(all, ({ stratum }) => stratum);
      for (const [name, own] of strata) {
        const got = drawn.filter(({ stratum }) => stratum === name).length;
        const exact = (Math.min(size, all.length) * own.length) / all.length;
        if (strata.size <= size) expect(got).toBeGreaterThanOrEqual(1);
        expect(Math.abs(got - exact)).toBeLessThan(strata.size);
      }
    }),
    { numRuns: 120 },
  );
}

/** That who is drawn depends on the seed, and on it alone. */
function dependsOnSeed(draw: Draw): void {
  const week: Candidate[] = Array.from({ length: 200 }, (_, at) => ({ id: String(at), stratum: 'mail' }));
  const draws = Array.from({ length: 60 }, (_, seed) => draw(week, 20, seed).map(({ id }) => id));
  expect(new Set(draws.map((one) => one.join())).size).toBe(60);
  const times = new Map<string, number>();
  for (const id of draws.flat()) times.set(id, (times.get(id) ?? 0) + 1);
  // Sixty draws of a tenth: nobody is left out for good, nobody is always there.
  expect(times.size).toBeGreaterThan(190);
  expect(Math.max(...times.values())).toBeLessThan(20);
}

const broken: Record<string, Draw> = {
  'takes the first ones': (all, size) => all.slice(0, size),
  'takes the first by number': (all, size) =>
    all.toSorted((a, b) => Number(a.id) - Number(b.id)).slice(0, size),
  'forgets the strata': (all, size, seed) =>
    drawSample(
      all.map((one) => ({ ...one, stratum: 'one', was: one })),
      size,
      seed,
    ).map(({ was }) => was),
  'draws one too few of each': (all, size, seed) => {
    const seen = new Set<string>();
    return drawSample(all, size, seed).filter(({ stratum }) => seen.has(stratum) || !seen.add(stratum));
  },
  'rolls dice': (all, size) => drawSample(all, size, Math.floor(Math.random() * 1e9)),
};

describe('a sample', () => {
  test('gives each part its share, nobody twice, and the same again from the same seed', () => {
    isFair(drawSample);
    dependsOnSeed(drawSample);
  });
  test.each(Object.entries(broken))('is not fair when it %s', (_, draw) => {
    expect(() => {
      isFair(draw);
      dependsOnSeed(draw);
    }).toThrow();
  });
});
