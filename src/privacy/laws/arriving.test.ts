import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Entry, type Outcome, outcomesOf } from '../history.ts';
import type { Purpose } from '../purpose.ts';
import { anything, numbered, pictureOf } from './logs.ts';

type Reading = (arrived: readonly Entry[]) => Map<Purpose, Outcome>;

/** P21 for the rules: whatever comes in last, the number that the database gave it says where it belongs. */
function heedsTheNumber(reading: Reading): boolean {
  const arrivals = fc
    .array(anything, { minLength: 2, maxLength: 20, size: 'max' })
    .map(numbered)
    .chain((log) => fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length })));
  const picture = (of: Reading, log: readonly Entry[]) => JSON.stringify(pictureOf(of(log)));
  return !fc.check(
    fc.property(arrivals, ([log, arrived]) => picture(reading, arrived) === picture(outcomesOf, log)),
    { numRuns: 2000, endOnFailure: true },
  ).failed;
}

const renumbered = (arrived: readonly Entry[]) => arrived.map((one, at) => ({ ...one, id: BigInt(at + 1) }));
const readings: Record<string, Reading> = {
  'what came last counts last': (arrived) => outcomesOf(renumbered(arrived)),
  'numbers are put in order as words': (arrived) =>
    outcomesOf(renumbered(arrived.toSorted((a, b) => (String(a.id) < String(b.id) ? -1 : 1)))),
  'offers and ages are read when they come, decisions by their number': (arrived) => {
    const decisions = arrived.filter(({ kind }) => kind === 'decision').sort((a, b) => Number(a.id - b.id));
    return outcomesOf(
      renumbered(arrived.map((one) => (one.kind === 'decision' ? (decisions.shift() ?? one) : one))),
    );
  },
};

describe('the order in which decisions arrive', () => {
  test('changes nothing: their number decides (P21)', () => expect(heedsTheNumber(outcomesOf)).toBe(true));
  test.each(Object.keys(readings))('%s would be noticed', (name) => {
    expect(heedsTheNumber(readings[name] as Reading)).toBe(false);
  });
});
