import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Measured } from '../insights/measured.ts';
import { criteria } from './criteria.ts';
import { count, type Part, share } from './criterion.ts';
import { evaluate } from './evaluating.ts';
import { censusOf, countOf, shareOf } from './fixtures/figures.ts';
import { evidenceOf, judgePart, type Reading } from './judging.ts';
import { pickWindow } from './picking-window.ts';

type Read = (part: Part, measured: Measured) => Reading;

const real: Read = (part, measured) =>
  judgePart(part, evidenceOf([measured]), undefined)[0]?.reading ?? 'unknown';

const rr = share('RR', [0.6, 0.54]);
const mirrored: Part = { ...rr, enter: 0.4, exit: 0.46, direction: 'lower' };
const counted = fc.integer({ min: 50, max: 900 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));

const obeysTheRule = (read: Read) =>
  fc.property(counted, ([k, n]) => {
    const figure = shareOf('RR', k, n);
    const [v, low, high] = [k / n, figure.low ?? 0, figure.high ?? 1];
    const reading = read(rr, figure);
    const more = read(rr, shareOf('RR', Math.min(n, k + 1), n));
    const rank: Record<Reading, number> = { down: 0, unknown: 1, between: 1, up: 2 };
    return (
      (reading === 'up') === (v >= 0.6 && low >= 0.54) &&
      (reading === 'down') === (v < 0.54 && high < 0.6) &&
      rank[more] >= rank[reading] &&
      read(mirrored, shareOf('RR', n - k, n)) === reading
    );
  });

const broken: Record<string, Read> = {
  'looks at the value only': (part, m) => real(part, { ...m, low: m.value, high: m.value }),
  'forgets that lower can be better': (part, m) => real({ ...part, direction: 'higher' }, m),
  'takes exit for enter': (part, m) => real({ ...part, enter: part.exit }, m),
  'takes enter for exit': (part, m) => real({ ...part, exit: part.enter }, m),
};

function holds(property: fc.IProperty<[[number, number]]>): boolean {
  return !fc.check(property, { numRuns: 2000, endOnFailure: true }).failed;
}

describe('a figure against its thresholds', () => {
  test('is up beyond enter with its interval beyond exit, and down the other way round', () => {
    expect(holds(obeysTheRule(real))).toBe(true);
  });

  test.each(Object.entries(broken))('is caught when the code %s', (_, read) => {
    expect(holds(obeysTheRule(read))).toBe(false);
  });

  test('of a complete set has no interval: ten of twelve is enough for 0.80', () => {
    const policy = share('PO', [0.8, 0.7], { window: 'now', nMin: 3 });
    expect(real(policy, censusOf('PO', 10, 12, { window: 'now' }))).toBe('up');
    expect(real(policy, shareOf('PO', 10, 12, { window: 'now' }))).toBe('between');
  });

  test('that is a count is lost at its exit: nobody answers any more', () => {
    const responding = count('RESPONDING', [1, 0]);
    expect(real(responding, countOf('RESPONDING', 1))).toBe('up');
    expect(real(responding, countOf('RESPONDING', 0))).toBe('down');
    const violations = count('PV', [0, 1], { direction: 'lower' });
    expect(real(violations, countOf('PV', 0))).toBe('up');
    expect(real(violations, countOf('PV', 1))).toBe('down');
  });

  test('is unknown below nMin, without a value, and after its validity', () => {
    const why = (figure: Measured) => judgePart(rr, evidenceOf([figure]), undefined)[0]?.why;
    expect(why(shareOf('RR', 30, 49))).toBe('too-few');
    expect(why({ ...shareOf('RR', 60, 90), value: null })).toBe('no-value');
    expect(why(shareOf('RR', 60, 90, { ageDays: 201, validDays: 200 }))).toBe('expired');
    expect(judgePart(rr, evidenceOf([]), undefined)[0]?.why).toBe('not-measured');
  });

  test('never asks for more departments than there are', () => {
    const four = count('DA', [4, 3], { atMostDepartments: true });
    const reading = (value: number) => judgePart(four, evidenceOf([countOf('DA', value)]), 3)[0]?.reading;
    expect([1, 2, 3].map(reading)).toEqual(['down', 'down', 'up']);
  });
});

describe('a window', () => {
  const week = (n: number, window: 28 | 91 | 182) => shareOf('RR', n, n, { window });

  test('widens until there is enough, and counts the steps', () => {
    expect(pickWindow([week(60, 28), week(90, 91)], 28, 50)).toMatchObject({ window: 28, stepUps: 0 });
    expect(pickWindow([week(10, 28), week(60, 91), week(90, 182)], 28, 50)).toMatchObject({
      window: 91,
      stepUps: 1,
    });
    expect(pickWindow([week(10, 28), week(20, 91), week(90, 182)], 28, 50)).toMatchObject({ stepUps: 2 });
    expect(pickWindow([week(10, 91), week(90, 182)], 91, 50)).toMatchObject({ window: 182, stepUps: 1 });
  });

  test('that never has enough comes back as the widest, so that its n can be shown', () => {
    expect(pickWindow([week(10, 28), week(20, 91), week(30, 182)], 28, 50)).toMatchObject({ n: 30 });
    expect(pickWindow([], 28, 50)).toBeUndefined();
    expect(pickWindow([week(90, 28)], 'now', 50)).toBeUndefined();
  });
});

describe('a criterion', () => {
  const stateOf = (id: string, figures: readonly Measured[], organisation = {}) => {
    const outcome = evaluate(criteria, figures, organisation).find((one) => one.criterion.id === id);
    return { state: outcome?.state, why: outcome?.why, exempt: outcome?.exempt };
  };
  const executives = (seen: number, heard: number) => [censusOf('EXI', seen, 10), censusOf('EXO', heard, 10)];

  test('of several parts is met when all are, and one short part is enough to miss it', () => {
    expect(stateOf('4.5', executives(5, 3)).state).toBe('met');
    expect(stateOf('4.5', executives(5, 2)).state).toBe('not_met');
    expect(stateOf('4.5', [censusOf('EXI', 5, 10)]).state).toBe('unknown');
    expect(stateOf('4.5', [censusOf('EXI', 4, 10)])).toMatchObject({ state: 'not_met', why: 'short' });
  });

  test('beyond enter but with a wide interval is not met yet, as uncertain', () => {
    expect(stateOf('3.1', [shareOf('RR', 31, 51)])).toMatchObject({ state: 'not_met', why: 'uncertain' });
  });

  test('may be filled in by what people say only where it says so, and never over a figure', () => {
    const say = (code: string, k: number, n: number) =>
      shareOf(code, k, n, { window: 'round', source: 'survey' });
    expect(stateOf('2.4', [say('Q2b', 18, 20)]).state).toBe('met');
    expect(stateOf('2.4', [say('Q2b', 7, 9)]).state).toBe('unknown');
    expect(stateOf('2.4', [say('Q2b', 18, 20), shareOf('READ', 10, 100)]).state).toBe('not_met');
    expect(stateOf('4.5', [say('Q4a', 18, 20), censusOf('EXO', 3, 10)]).state).toBe('unknown');
    expect(stateOf('3.10', [say('Q2d', 18, 20)]).state).toBe('unknown');
    expect(stateOf('3.10', [say('Q2d', 18, 20), say('Q3d', 18, 20)]).state).toBe('met');
  });

  test('that does not apply is judged by its substitute or steps aside', () => {
    const small = { absent: ['departments', 'consumers'] as const };
    expect(stateOf('3.3', [countOf('PEOPLE', 2)], small).state).toBe('met');
    expect(stateOf('5.3', [], small)).toEqual({
      state: 'unknown',
      why: 'not-applicable',
      exempt: 'consumers',
    });
  });

  test('about a difference must exclude zero', () => {
    const lift = (low: number, value: number, high: number): Measured => ({
      ...shareOf('NL', 0, 400, { window: 182 }),
      ...{ unit: 'index', value, low, high },
    });
    expect(stateOf('5.5', [lift(1, 6, 11)]).state).toBe('met');
    expect(stateOf('5.5', [lift(-1, 6, 13)])).toMatchObject({ state: 'not_met', why: 'uncertain' });
  });
});
