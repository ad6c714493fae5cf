import { describe, expect, test } from 'vitest';
import { fitOf, medianOf } from './items.ts';

describe('the fit test', () => {
  test('counts the items that are there, half a point of slack included', () => {
    expect(fitOf({ O: 3, A: 3, R: 3 }, { O: 2.5, A: 2.4, R: 4 })).toMatchObject({
      score: 2 / 3,
      verdict: 'with-help',
    });
    expect(fitOf({ C: 2, T: 2 }, { C: 3, T: 2 }).verdict).toBe('fits');
    expect(fitOf({ C: 4, T: 4, O: 4 }, { C: 1, T: 1, O: 4 })).toMatchObject({ verdict: 'not-now' });
  });

  test('says unknown where nobody was asked, and a pilot that asks nothing always fits', () => {
    expect(fitOf({ C: 2 }, {})).toMatchObject({ score: null, verdict: 'unknown' });
    expect(fitOf({}, {})).toMatchObject({ score: 1, verdict: 'fits' });
    expect(fitOf({ C: 2, T: 2 }, { C: 3 })).toMatchObject({ score: 1, verdict: 'fits' });
  });

  test('the median of counted answers is that of the answers themselves', () => {
    expect(medianOf({ 1: 1, 3: 1, 5: 1 })).toBe(3);
    expect(medianOf({ 2: 2, 4: 2 })).toBe(3);
    expect(medianOf({ 5: 1 })).toBe(5);
    expect(medianOf({})).toBeUndefined();
  });
});
