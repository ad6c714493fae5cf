import { describe, expect, test } from 'vitest';
import {
  type Course,
  dip,
  type Figure,
  includes,
  met,
  notMet,
  perYear,
  simulate,
  steady,
  until,
  untilWarned,
  warns,
} from './fixtures/simulation.ts';
import { type Held, holdOf, isProvisional, isStale, isWavering, nothingHeld, step } from './holding.ts';
import type { Reading } from './judging.ts';

const weekly = holdOf({ cadence: 'weekly' });

function lived(held: Held, readings: readonly (Reading | 'frozen')[], hold = weekly): Held {
  return readings.reduce((current, reading) => step(current, reading, hold), held);
}

const times = (n: number, reading: Reading | 'frozen') => Array<Reading | 'frozen'>(n).fill(reading);

describe('holding and falling back', () => {
  test('takes six good evaluations in a row to rise and eight bad ones to fall', () => {
    expect(lived(notMet, times(5, 'up')).state).toBe('not_met');
    expect(lived(notMet, times(6, 'up')).state).toBe('met');
    expect(lived(met, times(7, 'down')).state).toBe('met');
    expect(lived(met, times(8, 'down')).state).toBe('not_met');
    expect(lived(met, [...times(7, 'down'), 'between', ...times(7, 'down')]).state).toBe('met');
  });

  test('warns at four', () => {
    expect(isWavering(lived(met, times(3, 'down')), weekly)).toBe(false);
    expect(isWavering(lived(met, times(4, 'down')), weekly)).toBe(true);
    expect(isWavering(lived(met, times(3, 'down')), weekly, 3)).toBe(true);
  });

  test('keeps the state through holidays and a stopped source, and forgets it after half a year', () => {
    expect(lived(met, [...times(7, 'down'), ...times(4, 'frozen')]).down).toBe(7);
    expect(isStale(lived(met, times(7, 'unknown')))).toBe(false);
    expect(isStale(lived(met, times(8, 'unknown')))).toBe(true);
    expect(lived(met, times(25, 'unknown')).state).toBe('met');
    expect(lived(met, times(26, 'unknown')).state).toBe('unknown');
  });

  test('is provisional until six evaluations; what was not proven by then is not met', () => {
    expect(isProvisional(lived(nothingHeld, times(5, 'between')), weekly)).toBe(true);
    expect(lived(nothingHeld, times(6, 'between')).state).toBe('not_met');
    expect(lived(nothingHeld, times(6, 'up')).state).toBe('met');
  });

  test('of what is measured per round rises after one and falls after two', () => {
    const round = holdOf({ cadence: 'round' });
    expect(lived(nothingHeld, ['up'], round).state).toBe('met');
    expect(lived(met, ['down'], round).state).toBe('met');
    expect(lived(met, ['down', 'down'], round).state).toBe('not_met');
  });
});

type Range = readonly [low: number, high: number];

/** The figures of every volume lie within the published ranges, give or take the noise of fewer runs. */
function expectWithin(course: Course, ...figures: (readonly [Figure, Range])[]) {
  for (const told of simulate(course)) {
    for (const [figure, [low, high]] of figures) {
      expect(figure(told)).toBeGreaterThanOrEqual(low);
      expect(figure(told)).toBeLessThanOrEqual(high);
    }
  }
}

describe('the simulation', () => {
  test('two points above enter: the naive rule flips all year, this one stands still', () => {
    const naive = perYear((one) => one.naive);
    const held = perYear((one) => one.states);
    expectWithin(steady(met, 0.62), [naive, [8, 12]], [held, [0, 0.01]]);
  });

  test('five points below enter is seldom promoted, two points below sometimes', () => {
    expectWithin(steady(notMet, 0.55), [includes('met'), [0, 0.09]]);
    expectWithin(steady(notMet, 0.58), [includes('met'), [0.25, 0.58]]);
  });

  test('with four instead of six evaluations near misses are promoted too often', () => {
    const hasty = { ...steady(notMet, 0.58), hold: { holdUp: 4, holdDown: 8 } };
    expectWithin(hasty, [includes('met'), [0.67, 0.95]]);
  });

  test('a holiday of three weeks only warns; six weeks always warn and seldom fall back', () => {
    expectWithin(dip(3), [includes('not_met'), [0, 0]], [warns, [0.22, 0.6]]);
    expectWithin(dip(6), [includes('not_met'), [0, 0.07]], [warns, [0.98, 1]]);
  });

  test('a real drop of fifteen points warns in about six weeks and falls back in about ten', () => {
    const drop: Course = { start: met, rate: (week) => (week < 0 ? 0.7 : 0.45) };
    expectWithin(drop, [untilWarned, [5, 7]], [until('not_met'), [9, 12]]);
  });

  test('a rise of ten points above enter is proven in seven to nine weeks', () => {
    const rise: Course = { start: notMet, rate: (week) => (week < 0 ? 0.5 : 0.7) };
    expectWithin(rise, [until('met'), [7, 9]]);
  });
});
