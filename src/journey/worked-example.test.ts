import { describe, expect, test } from 'vitest';
import type { Measured } from '../insights/measured.ts';
import { certaintyOf } from './certainty.ts';
import { confidenceOf } from './confidence.ts';
import { criteria } from './criteria.ts';
import { evaluate } from './evaluating.ts';
import { censusOf, countOf, medianOf, shareOf } from './fixtures/figures.ts';
import { standingOf } from './standing.ts';

const hour = 3600;

// Waterkracht with six departments and all accounts connected, as the domain pages work it out.
const figures: readonly Measured[] = [
  countOf('RESPONDING', 12),
  shareOf('TW', 277, 700),
  shareOf('READ', 400, 420),
  shareOf('RR', 277, 420),
  medianOf('FRT', [2.8 * hour, 3.1 * hour, 3.5 * hour], 277),
  countOf('DA', 3),
  censusOf('MANDATE', 11, 12, { window: 'now' }),
  countOf('TEAM', 1, { window: 'now' }),
  censusOf('PO', 10, 12, { window: 'now' }),
  countOf('REVIEWED', 1, { window: 'now', source: 'document', ageDays: 100, validDays: 365 }),
  censusOf('TR', 0, 0, { window: 'now', reason: 'no registrations' }),
  shareOf('PL', 277, 304),
  censusOf('KC', 2, 2, { window: 'now' }),
  shareOf('MV', 19, 277),
  censusOf('CN', 11, 12, { window: 91 }),
  censusOf('EXI', 6, 10),
  censusOf('EXO', 3, 10),
];

const outcomes = evaluate(criteria, figures, { departments: 6 });
const standing = standingOf(outcomes);

function outcome(id: string) {
  const found = outcomes.find((one) => one.criterion.id === id);
  if (!found) throw new Error(`no criterion ${id}`);
  return found;
}

describe('the worked example', () => {
  test('proves stage 2 and leaves stage 3 possible', () => {
    expect(standing).toMatchObject({ proven: 2, possible: 3, exceptions: [] });
    expect(standing.progress).toEqual({ stage: 3, met: 8, required: 10 });
  });

  test('cannot judge training and the measurement framework, and says why', () => {
    expect(outcome('3.6')).toMatchObject({ state: 'unknown', why: 'too-few' });
    expect(outcome('3.8')).toMatchObject({ state: 'unknown', why: 'too-few' });
    expect(outcome('3.8').decidedBy).toMatchObject({ measured: { n: 2 }, part: { nMin: 3 } });
  });

  test('has medium confidence because 12 of 14 could be judged', () => {
    const confidence = confidenceOf(outcomes, standing);
    expect(confidence.coverage).toBeCloseTo(12 / 14, 10);
    expect(confidence.certainty).toBeGreaterThan(0.9);
    expect(confidence).toMatchObject({ freshness: 1, class: 'medium' });
  });

  test('is surer than 0.999 of the response rate', () => {
    expect(certaintyOf(outcome('3.1'))).toBeGreaterThan(0.999);
    expect(certaintyOf(outcome('3.5'))).toBe(1);
  });

  test('is ahead of its foundation with the board', () => {
    expect(standing.ahead.map((one) => [one.outcome.criterion.id, one.missing])).toEqual([
      ['4.5', ['3.6', '3.8']],
    ]);
  });

  test('takes training as the next step', () => {
    expect(standing.blockers.map((one) => one.criterion.id)).toEqual(['3.6', '3.8']);
    expect(standing.blockers[0]?.criterion.advice).toEqual(['CV3']);
  });

  test('drops a class when a deciding figure needed a wider window', () => {
    const few = shareOf('RR', 20, 30);
    const wider = shareOf('RR', 70, 100, { window: 91 });
    const widened = evaluate(criteria, [...figures.filter((f) => f.code !== 'RR'), few, wider], {
      departments: 6,
    });
    expect(confidenceOf(widened, standingOf(widened)).class).toBe('low');
  });
});

describe('confidence', () => {
  test('of nothing measured is low, with everything possible and nothing proven', () => {
    const nothing = evaluate(criteria, []);
    const empty = standingOf(nothing);
    expect(empty).toMatchObject({ proven: 1, possible: 5, ahead: [] });
    expect(confidenceOf(nothing, empty)).toEqual({ coverage: 0, certainty: 0, freshness: 0, class: 'low' });
  });

  test('of what people say is capped at 0.70, and of what was declared at 0.60', () => {
    const said = evaluate(criteria, [
      shareOf('Q2a', 28, 30, { window: 'round', source: 'survey', ageDays: 10, validDays: 200 }),
      countOf('READ', 0, { unit: 'share', value: 1, n: 100, source: 'attested' }),
    ]);
    const certainties = said.filter((o) => o.state === 'met').map((o) => [o.criterion.id, certaintyOf(o)]);
    expect(certainties).toEqual([
      ['2.1', 0.7],
      ['2.4', 0.6],
    ]);
  });

  test('of a policy in its second half-year is less fresh', () => {
    const old = figures.map((f) => (f.code === 'REVIEWED' ? { ...f, ageDays: 300 } : f));
    const aged = evaluate(criteria, old, { departments: 6 });
    expect(confidenceOf(aged, standingOf(aged)).freshness).toBeLessThan(1);
  });

  test('of a median uses the values behind it when they are given', () => {
    const sorted = Array.from({ length: 101 }, (_, i) => 3 * hour + i * 60);
    const median = { ...medianOf('FRT', [3.7 * hour, 3.83 * hour, 4 * hour], 101), sorted };
    const [sure] = evaluate(criteria, [median]).filter((o) => o.criterion.id === '3.2');
    expect(sure && certaintyOf(sure)).toBe(1);
  });
});
