import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Kappa, kappaOf } from './kappa.ts';
import { meanOf } from './reporting/quality.ts';

type Pairs = readonly (readonly [number, number])[];
type Of = (pairs: Pairs) => Kappa;

const times = (n: number, one: number, other: number): Pairs =>
  Array.from({ length: n }, () => [one, other] as const);

const mark = fc.integer({ min: 0, max: 2 });
const pairs = fc.array(fc.tuple(mark, mark), { minLength: 1, maxLength: 60, size: 'max' });

/** What kappa is, by counting all pairs of pairs instead of shares. */
function isKappa(of: Of): void {
  fc.assert(
    fc.property(pairs, (all) => {
      const n = all.length;
      const same = all.filter(([one, other]) => one === other).length / n;
      let chance = 0;
      for (const [one] of all) for (const [, other] of all) if (one === other) chance += 1 / (n * n);
      const { value, low, high } = of(all);
      if (chance > 1 - 1e-9) {
        expect(value).toBeNull();
        return;
      }
      expect(value).toBeCloseTo((same - chance) / (1 - chance), 9);
      expect(low).toBeLessThanOrEqual((value ?? 0) + 1e-9);
      expect(high).toBeGreaterThanOrEqual((value ?? 0) - 1e-9);
      const turned = of(all.map(([one, other]) => [other, one] as const));
      expect(turned.value).toBeCloseTo(value ?? 0, 9);
      expect(turned.low).toBeCloseTo(low ?? 0, 9);
    }),
    { numRuns: 200 },
  );
}

const broken: Record<string, Of> = {
  'is the plain share': (all) => ({ ...kappaOf(all), value: kappaOf(all).same }),
  'takes chance as a third': (all) => ({
    ...kappaOf(all),
    value: ((kappaOf(all).same ?? 0) - 1 / 3) / (2 / 3),
  }),
  'looks at one of the two only': (all) => kappaOf(all.map(([one]) => [one, one] as const)),
  'forgets the marks nobody else gave': (all) =>
    kappaOf(all.filter(([one, other]) => one !== 2 || other !== 0)),
};

describe('agreement', () => {
  test('is Cohen’s kappa, the same whoever of the two is named first', () => isKappa(kappaOf));
  test.each(Object.entries(broken))('is no kappa when it %s', (_, of) => {
    expect(() => isKappa(of)).toThrow();
  });
  test('has the interval of the literature', () => {
    // 20, 5, 10, 15: kappa 0.4, with a standard error of 0.1243 by Fleiss, Cohen and Everitt.
    const { value, low, high, same } = kappaOf([
      ...times(20, 1, 1),
      ...times(5, 1, 0),
      ...times(10, 0, 1),
      ...times(15, 0, 0),
    ]);
    expect([value, same]).toEqual([expect.closeTo(0.4, 9), 0.7]);
    expect(((high ?? 0) - (low ?? 0)) / 2 / 1.959964).toBeCloseTo(0.1268, 2);
  });
  test('says nothing where chance explains all, and nothing of nothing', () => {
    expect(kappaOf(times(12, 2, 2))).toMatchObject({ value: null, same: 1, n: 12 });
    expect(kappaOf([])).toMatchObject({ value: null, n: 0 });
  });
});

describe('a mean of marks', () => {
  test('has the interval of Student, within the scale', () => {
    // Twenty marks, mean 1.5, deviation 0.5130: t of 19 degrees is 2.093.
    const { value, low, high } = meanOf([...Array(10).fill(1), ...Array(10).fill(2)]);
    expect(value).toBe(1.5);
    expect((high ?? 0) - 1.5).toBeCloseTo((2.093 * 0.513) / Math.sqrt(20), 2);
    expect(1.5 - (low ?? 0)).toBeCloseTo((high ?? 0) - 1.5, 9);
    expect(meanOf([])).toMatchObject({ value: null, n: 0 });
    expect(meanOf([2])).toMatchObject({ low: 0, high: 2 });
  });
});
