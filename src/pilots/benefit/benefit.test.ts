import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Metric } from '../living/plan.ts';
import { advise, type Evidence } from './advising.ts';
import { type Effect, effectOf, fitLine, type Sides, type Week } from './effect.ts';
import { gainInterval, paybackWeek, returnOf, roiOf, successOf, verdictOf, worthOf } from './roi.ts';

const answered: Metric = { code: 'RR', name: 'Reactie', type: 'service', unit: 'share', better: 'higher' };
const contacts: Metric = {
  code: 'own',
  name: 'Contacten',
  type: 'efficiency',
  unit: 'count',
  better: 'lower',
};

const start = '2026-09-07';
const monday = (n: number) => Temporal.PlainDate.from(start).add({ weeks: n }).toString();

/** Weeks -before..-1 and 0..during-1 around the start. */
function weeks(before: number, during: number, value: (week: number) => number, n = 100): Week[] {
  return Array.from({ length: before + during }, (_, i) => i - before).map((week) => ({
    week: monday(week),
    n,
    value: value(week),
  }));
}
const only = (pilot: Week[], rest: Partial<Sides> = {}): Sides => ({
  pilot,
  beside: [],
  holdout: [],
  ...rest,
});
const wobble = (week: number) => (week % 2 === 0 ? 0.01 : -0.01);

describe('the counterfactual', () => {
  test('is the group held apart by lot, when there is one', () => {
    const effect = effectOf(
      answered,
      only(
        weeks(8, 8, (w) => (w < 0 ? 0.4 : 0.7) + wobble(w)),
        {
          beside: weeks(8, 8, () => 0.4),
          holdout: weeks(0, 8, (w) => 0.55 + wobble(w)),
        },
      ),
      start,
    );
    expect(effect).toMatchObject({ by: 'holdout' });
    expect(effect?.gain).toBeCloseTo(0.15, 2);
  });

  test('else what went through the same weeks beside it: what happens everywhere is no effect', () => {
    const everywhere = (w: number) => (w < 0 ? 0.4 : 0.6) + wobble(w);
    const same = effectOf(
      answered,
      only(weeks(8, 8, everywhere), { beside: weeks(8, 8, everywhere) }),
      start,
    );
    expect(same).toMatchObject({ by: 'beside' });
    expect(same?.gain).toBeCloseTo(0, 6);
  });

  test('else its own past with the trend that it had already: going on as before is no effect', () => {
    const rising = (w: number) => 0.4 + 0.01 * w + wobble(w);
    const effect = effectOf(answered, only(weeks(10, 8, rising)), start);
    expect(effect).toMatchObject({ by: 'trend' });
    expect(Math.abs(effect?.gain ?? 1)).toBeLessThan(0.02);
    expect(effectOf(answered, only(weeks(7, 8, rising)), start)).toBeUndefined();
  });

  test('says nothing before the first week of the pilot', () => {
    expect(effectOf(answered, only(weeks(10, 0, () => 0.4)), start)).toBeUndefined();
  });

  test('turns a number that should fall', () => {
    const effect = effectOf(contacts, only(weeks(8, 8, (w) => (w < 0 ? 50 : 30) + (w % 2))), start);
    expect(effect?.gain).toBeGreaterThan(15);
  });

  test('a line through points finds the line', () => {
    const line = fitLine([0, 1, 2, 3].map((x) => ({ x, y: 2 + 3 * x })));
    expect([line.at(10), line.errorAt(10)]).toEqual([32, 0]);
  });
});

const effect: Effect = {
  by: 'beside',
  measured: 0.7,
  counterfactual: 0.5,
  gain: 0.2,
  error: 0.05,
  weeks: 8,
  n: 800,
};

describe('the return', () => {
  test('of 18,500 on 12,000 is 0.542', () => {
    expect(roiOf(18_500, 12_000)?.toFixed(3)).toBe('0.542');
    expect(roiOf(1, 0)).toBeNull();
  });

  test('is proven only when its whole interval lies above zero', () => {
    expect(verdictOf({ low: 0.01, high: 2 })).toBe('positive');
    expect(verdictOf({ low: -0.2, high: 2 })).toBe('unproven');
    expect(verdictOf({ low: -0.9, high: -0.1 })).toBe('negative');
  });

  test('has the interval of its effect, and is the same at every look', () => {
    const worth = { metric: answered, effect, unitValue: 10 };
    const found = returnOf([worth], 1000);
    expect(found.benefit).toBeCloseTo(1600);
    // 160 answers, error 40 answers: 90 % of +- 1.645 * 400 euro on 1000.
    expect(found.interval?.low).toBeCloseTo(0.6 - 0.658, 1);
    expect(found.interval?.high).toBeCloseTo(0.6 + 0.658, 1);
    expect(returnOf([worth], 1000)).toEqual(found);
    expect(found.verdict).toBe('unproven');
    expect(returnOf([worth], 400).verdict).toBe('positive');
    expect(returnOf([worth], 4000).verdict).toBe('negative');
  });

  test('of likes and reach is nothing, whatever unit value somebody filled in', () => {
    const likes: Metric = { ...answered, code: 'own', name: 'Likes per bericht', type: 'channel' };
    expect(worthOf({ metric: likes, effect, unitValue: 1000 })).toBe(0);
    expect(returnOf([{ metric: likes, effect, unitValue: 1000 }], 500).verdict).toBe('negative');
  });

  test('pays back in the week in which the sum is back at zero', () => {
    expect(paybackWeek([100, 100, 300, 300], [250, 100, 100, 100])).toBe(3);
    expect(paybackWeek([0, 0], [0, 0])).toBeNull();
  });
});

type Returning = (gain: number, error: number, cost: number) => { low: number; high: number; roi: number };

const real: Returning = (gain, error, cost) => {
  const found = returnOf([{ metric: answered, effect: { ...effect, gain, error }, unitValue: 10 }], cost);
  return { low: found.interval?.low ?? 0, high: found.interval?.high ?? 0, roi: found.roi ?? 0 };
};

/** More gain never gives less, the interval holds the return, and more doubt never makes it narrower. */
const isSound = (implementation: Returning) =>
  fc.property(
    fc.record({
      gain: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
      error: fc.double({ min: 0.01, max: 0.2, noNaN: true }),
      cost: fc.integer({ min: 100, max: 10_000 }),
    }),
    ({ gain, error, cost }) => {
      const one = implementation(gain, error, cost);
      const more = implementation(gain + 0.1, error, cost);
      const doubtful = implementation(gain, error * 2, cost);
      const dearer = implementation(gain, error, cost * 2);
      return (
        one.low <= one.roi &&
        one.roi <= one.high &&
        more.roi > one.roi &&
        more.low > one.low &&
        doubtful.high - doubtful.low > one.high - one.low &&
        (dearer.roi + 1) * 2 - (one.roi + 1) < 1e-6
      );
    },
  );
const holds = (implementation: Returning) => !fc.check(isSound(implementation), { numRuns: 60 }).failed;

describe('as a rule the return', () => {
  test('moves with the gain, widens with doubt, and halves when the costs double', () => {
    expect(holds(real)).toBe(true);
  });

  test.each<[string, Returning]>([
    ['forgets the doubt', (g, e, c) => ({ ...real(g, 0.05, c), roi: real(g, e, c).roi })],
    [
      'takes benefit over cost without subtracting',
      (g, e, c) => ({ ...real(g, e, c), roi: real(g, e, c).roi + 1 }),
    ],
    ['drops the sign of a loss', (g, e, c) => real(Math.abs(g), e, c)],
    [
      'swaps the ends',
      (g, e, c) => ({ low: real(g, e, c).high, high: real(g, e, c).low, roi: real(g, e, c).roi }),
    ],
  ])('is caught when it %s', (_, implementation) => {
    expect(holds(implementation)).toBe(false);
  });
});

describe('success and advice', () => {
  test('success asks for the target and for more than chance', () => {
    expect(successOf(answered, effect, 0.65)).toEqual({ target: true, sure: true, harmful: false });
    expect(successOf(answered, { ...effect, error: 0.2 }, 0.65)).toEqual({
      target: true,
      sure: false,
      harmful: false,
    });
    expect(successOf(answered, effect, 0.8)).toEqual({ target: false, sure: true, harmful: false });
    expect(gainInterval(effect).low).toBeCloseTo(0.136, 3);
  });

  const at: Evidence = {
    success: { target: true, sure: true, harmful: false },
    guardBroken: false,
    phase: 1,
    extended: false,
    meansForNext: true,
  };
  test.each<[string, Partial<Evidence>, string]>([
    ['scales what succeeded', {}, 'scale'],
    ['keeps it when the means for more are missing', { meansForNext: false }, 'keep'],
    ['keeps the third phase', { phase: 3 }, 'keep'],
    [
      'extends once what is not proven yet',
      { success: { target: true, sure: false, harmful: false } },
      'extend',
    ],
    ['extends what could not be measured', { success: undefined }, 'extend'],
    [
      'never extends twice',
      { success: { target: true, sure: false, harmful: false }, extended: true },
      'stop',
    ],
    ['stops what helps but not enough', { success: { target: false, sure: true, harmful: false } }, 'stop'],
    ['stops what did harm', { success: { target: false, sure: false, harmful: true } }, 'stop'],
    ['stops when a guard broke, whatever the benefit', { guardBroken: true }, 'stop'],
  ])('%s', (_, change, expected) => {
    expect(advise({ ...at, ...change })).toBe(expected);
  });
});
