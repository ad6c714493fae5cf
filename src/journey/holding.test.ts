import { describe, expect, test } from 'vitest';
import { share } from './criterion.ts';
import { shareOf } from './fixtures/figures.ts';
import {
  type Held,
  type Hold,
  holdOf,
  isProvisional,
  isStale,
  isWavering,
  nothingHeld,
  step,
} from './holding.ts';
import { evidenceOf, judgePart, type Reading } from './judging.ts';

const weekly = holdOf({ cadence: 'weekly' });
const met: Held = { ...nothingHeld, state: 'met', seen: 20 };
const notMet: Held = { ...nothingHeld, state: 'not_met', seen: 20 };

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

// The published simulation of the rule,: enter 0.60, exit 0.54, trailing 28 days.
const runs = 200;
const weeks = 56;
const part = share('RR', [0.6, 0.54]);
const volumes = [25, 50, 200];

interface Course {
  readonly start: Held;
  readonly rate: (week: number) => number;
  readonly hold?: Hold;
}

interface Told {
  readonly states: readonly Held['state'][];
  readonly naive: readonly boolean[];
  readonly warned: readonly boolean[];
}

function live({ start, rate, hold = weekly }: Course, volume: number, random: () => number): Told {
  const states: Held['state'][] = [];
  const naive: boolean[] = [];
  const warned: boolean[] = [];
  const window: { k: number; n: number }[] = [];
  let held = start;
  for (let week = -3; week < weeks; week++) {
    window.push(oneWeek(volume, rate(week), random));
    if (week < 0) continue;
    const last = window.slice(-4);
    const [k, n] = [last.reduce((sum, w) => sum + w.k, 0), last.reduce((sum, w) => sum + w.n, 0)];
    const reading = judgePart(part, evidenceOf([shareOf('RR', k, n)]), undefined)[0]?.reading ?? 'unknown';
    held = step(held, reading, hold);
    states.push(held.state);
    naive.push(k / n >= 0.6);
    warned.push(isWavering(held, hold) || (start.state === 'met' && held.state !== 'met'));
  }
  return { states, naive, warned };
}

function oneWeek(volume: number, rate: number, random: () => number): { k: number; n: number } {
  const n = Math.max(0, Math.round(volume + 1.5 * Math.sqrt(volume) * normal(random)));
  const truth = Math.min(1, Math.max(0, rate + 0.04 * normal(random)));
  let k = 0;
  for (let i = 0; i < n; i++) if (random() < truth) k++;
  return { k, n };
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function simulate(course: Course): Told[][] {
  return volumes.map((volume) => {
    const random = seeded(volume);
    return Array.from({ length: runs }, () => live(course, volume, random));
  });
}

const share01 = <T>(list: readonly T[], holds: (one: T) => boolean) =>
  list.filter(holds).length / list.length;

function changes(list: readonly unknown[]): number {
  return list.filter((one, i) => i > 0 && one !== list[i - 1]).length;
}

/** Weeks until it first happens, by median over the runs. */
function medianWeek(told: readonly Told[], happened: (one: Told, week: number) => boolean): number {
  const first = told.map((one) => {
    const index = one.states.findIndex((_, week) => happened(one, week));
    return index < 0 ? weeks : index + 1;
  });
  return first.sort((a, b) => a - b)[Math.floor(first.length / 2)] ?? weeks;
}

const steady = (start: Held, rate: number): Course => ({ start, rate: () => rate });
const dip = (length: number): Course => ({
  start: met,
  rate: (week) => (week >= 10 && week < 10 + length ? 0.35 : 0.7),
});

const includes = (state: Held['state']) => (told: readonly Told[]) =>
  share01(told, (one) => one.states.includes(state));
const warns = (told: readonly Told[]) => share01(told, (one) => one.warned.includes(true));

type Figure = (told: readonly Told[]) => number;
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

function perYear(of: (one: Told) => readonly unknown[]): Figure {
  return (told) => (told.reduce((sum, one) => sum + changes(of(one)), 0) / runs) * (52 / weeks);
}

const until = (state: Held['state']): Figure => {
  return (told) => medianWeek(told, (one, week) => one.states[week] === state);
};

const untilWarned: Figure = (told) => medianWeek(told, (one, week) => one.warned[week] === true);

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
