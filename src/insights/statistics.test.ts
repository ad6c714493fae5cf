import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { incompleteBeta } from './incomplete-beta.ts';
import {
  bootstrapMedianShare,
  certaintyMet,
  certaintyNotMet,
  type Interval,
  medianInterval,
  netSentiment,
  normalAtMost,
  percentile,
  wilson,
  z90,
  z95,
} from './statistics.ts';

describe('the published vectors', () => {
  test.each([
    [277, 420, z90, 0.6206, 0.6964],
    [61, 101, z95, 0.5065, 0.6938],
    [12, 15, z90, 0.5912, 0.9171],
    [0, 20, z95, 0, 0.1611],
  ])('Wilson of %i out of %i at z %f', (k, n, z, low, high) => {
    const interval = wilson(k, n, z);
    expect([round(interval.low, 4), round(interval.high, 4)]).toEqual([low, high]);
  });

  test('certainty of 40 of 50 with exit 0.72 is 0.899', () => {
    expect(round(certaintyMet(40, 50, 0.72), 3)).toBe(0.899);
  });

  test('certainty of 35 of 50 not reaching 0.80 is 0.956', () => {
    expect(round(certaintyNotMet(35, 50, 0.8), 3)).toBe(0.956);
  });

  test('certainty of the worked example: 277 of 420 at 0.60 and 0.54', () => {
    expect(round(certaintyMet(277, 420, 0.6), 3)).toBe(0.994);
    expect(certaintyMet(277, 420, 0.54)).toBeGreaterThan(0.999);
  });

  test('net sentiment of 80 positive, 100 neutral, 20 negative is +30', () => {
    expect(netSentiment(80, 100, 20)).toBe(30);
    expect(netSentiment(0, 0, 0)).toBeNull();
  });
});

type Wilson = (k: number, n: number, z: number) => Interval;

const counts = fc.integer({ min: 1, max: 5000 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));

// The defining property: the ends are the shares whose own normal test just fails to reject k/n.
const endsSolveTheScoreEquation = (interval: Wilson) =>
  fc.property(counts, ([k, n]) => {
    const { low, high } = interval(k, n, z90);
    const p = k / n;
    const solves = (end: number) =>
      Math.abs(Math.abs(p - end) - z90 * Math.sqrt((end * (1 - end)) / n)) < 1e-9;
    return low <= p && p <= high && solves(low) && solves(high) && (k === 0 || low > 0);
  });

const brokenWilsons: Record<string, Wilson> = {
  'is the plain normal interval': (k, n, z) => {
    const half = z * Math.sqrt(((k / n) * (1 - k / n)) / n);
    return { low: Math.max(0, k / n - half), high: Math.min(1, k / n + half) };
  },
  'forgets the shift to the middle': (k, n, z) => {
    const { low, high } = wilson(k, n, z);
    return { low: k / n - (high - low) / 2, high: k / n + (high - low) / 2 };
  },
  'uses 95 % for 90 %': (k, n) => wilson(k, n, z95),
};

describe('Wilson intervals', () => {
  test('solve the score equation at both ends', () => {
    expect(holds(endsSolveTheScoreEquation(wilson))).toBe(true);
  });

  test.each(Object.entries(brokenWilsons))('are caught when the code %s', (_, interval) => {
    expect(holds(endsSolveTheScoreEquation(interval))).toBe(false);
  });

  test('say nothing when there is nothing to count', () => {
    expect(wilson(0, 0, z90)).toEqual({ low: 0, high: 1 });
  });
});

type Beta = (x: number, a: number, b: number) => number;

// For whole a and b the function is a binomial tail, which can be summed term by term.
const equalsTheBinomialTail = (beta: Beta) =>
  fc.property(
    fc.integer({ min: 1, max: 60 }),
    fc.integer({ min: 1, max: 60 }),
    fc.integer({ min: 0, max: 1000 }).map((x) => x / 1000),
    (a, b, x) => Math.abs(beta(x, a, b) - binomialTail(a, a + b - 1, x)) < 1e-10,
  );

const brokenBetas: Record<string, Beta> = {
  'swaps a and b': (x, a, b) => incompleteBeta(x, b, a),
  'forgets to mirror': (x, a, b) =>
    x < (a + 1) / (a + b + 2) ? incompleteBeta(x, a, b) : 1 - incompleteBeta(x, a, b),
  'is off by one in a': (x, a, b) => incompleteBeta(x, a + 1, b),
};

describe('the incomplete beta function', () => {
  test('equals the binomial tail', () => {
    expect(holds(equalsTheBinomialTail(incompleteBeta))).toBe(true);
  });

  test.each(Object.entries(brokenBetas))('is caught when it %s', (_, beta) => {
    expect(holds(equalsTheBinomialTail(beta))).toBe(false);
  });

  test('stays right for ten million messages', () => {
    expect(incompleteBeta(0.6, 6e6 + 0.5, 4e6 + 0.5)).toBeCloseTo(0.5, 3);
    expect(incompleteBeta(0.601, 6e6 + 0.5, 4e6 + 0.5)).toBeCloseTo(1, 9);
  });
});

test('the normal distribution has its tabled values', () => {
  expect(normalAtMost(z90, 0, 1)).toBeCloseTo(0.95, 5);
  expect(normalAtMost(-z95, 0, 1)).toBeCloseTo(0.025, 5);
  expect(normalAtMost(5, 5, 2)).toBeCloseTo(0.5, 6);
});

describe('medians', () => {
  const ordered = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

  test.each([
    [4, 0.9, undefined],
    [5, 0.9, { low: 1, high: 5 }],
    [10, 0.95, { low: 2, high: 9 }],
    [20, 0.95, { low: 6, high: 15 }],
    [100, 0.9, { low: 42, high: 59 }],
  ])('of %i values at %f have the interval of the binomial tables', (n, confidence, expected) => {
    expect(medianInterval(ordered(n), confidence)).toEqual(expected);
  });

  test('percentiles interpolate as R does', () => {
    expect(percentile([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(percentile([15, 20, 35, 40, 50], 0.4)).toBe(29);
    expect(percentile([7], 0.9)).toBe(7);
    expect(percentile([], 0.5)).toBeNull();
  });

  test('their share under a threshold is what resampling would give', () => {
    for (const size of [9, 30, 31]) {
      const values = ordered(size).map((i) => i * i);
      const threshold = values[Math.floor(size * 0.6)] ?? 0;
      expect(Math.abs(bootstrapMedianShare(values, threshold) - resampled(values, threshold))).toBeLessThan(
        0.02,
      );
    }
    expect(bootstrapMedianShare([], 1)).toBe(0);
  });
});

function resampled(values: readonly number[], threshold: number): number {
  const rounds = 6000;
  const random = seeded(7);
  let below = 0;
  for (let round = 0; round < rounds; round++) {
    const sample = values.map(() => values[Math.floor(random() * values.length)] ?? 0).sort((a, b) => a - b);
    if ((percentile(sample, 0.5) ?? 0) <= threshold) below++;
  }
  return below / rounds;
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function binomialTail(k: number, n: number, p: number): number {
  let tail = 0;
  let choose = 1;
  for (let i = 0; i <= n; i++) {
    if (i >= k) tail += choose * p ** i * (1 - p) ** (n - i);
    choose = (choose * (n - i)) / (i + 1);
  }
  return tail;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function holds<T>(property: fc.IProperty<T>): boolean {
  return !fc.check(property, { numRuns: 300, endOnFailure: true }).failed;
}
