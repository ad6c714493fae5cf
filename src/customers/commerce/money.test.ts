import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMoney, writeMoney } from './money.ts';
import { type RelationshipFacts, relationshipOf } from './relationship-index.ts';

describe('an amount', () => {
  test.each([
    ['84.50', 8450],
    ['84,5', 8450],
    ['1.234,50', 123_450],
    ['1,234.50', 123_450],
    ['1.234', 123_400],
    ['€ 84', 8400],
    ['-12,00', -1200],
    ['0', 0],
  ])('%s is read', (written, minor) => {
    expect(readMoney(written, 'EUR')).toBe(minor);
  });

  test.each(['', 'veel', '8,4,5', '1.2.3', '84.50.5', '12,345,6', '99999999999999999', 'NaN', '1e5', '--5'])(
    '%j is not guessed',
    (written) => {
      expect(readMoney(written, 'EUR')).toBeNull();
    },
  );

  test('has as many digits as its currency', () => {
    expect([readMoney('1200', 'JPY'), readMoney('12.50', 'JPY'), readMoney('1.5', 'geld')]).toEqual([
      1200,
      null,
      null,
    ]);
  });

  test('that was written is read back, to the cent', () => {
    const money = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
    fc.assert(
      fc.property(money, (minor) => readMoney(writeMoney(minor, 'EUR'), 'EUR') === minor),
      { numRuns: 1000 },
    );
  });
});

const stranger: RelationshipFacts = {
  twoWay: 0,
  daysSince: null,
  ours: 0,
  answered: 0,
  contributions: 0,
  sentiment: { now: null, before: null },
  permissions: null,
  recommendation: null,
};
const friend: RelationshipFacts = {
  twoWay: 12,
  daysSince: 0,
  ours: 4,
  answered: 4,
  contributions: 5,
  sentiment: { now: 1, before: -1 },
  permissions: { given: 3, asked: 3 },
  recommendation: { nps: 10 },
};

describe('the relationship index', () => {
  test('is 100 when every part is whole, and each part has its own points', () => {
    expect(relationshipOf(friend)).toEqual({
      index: 100,
      judged: 100,
      parts: {
        contact: 30,
        reciprocity: 15,
        contribution: 20,
        sentiment: 15,
        permissions: 10,
        recommendation: 10,
      },
    });
  });

  test('of somebody we know 50 points of is judged on those alone', () => {
    expect(relationshipOf(stranger)).toMatchObject({
      index: 0,
      judged: 50,
      parts: { reciprocity: null, contact: 0 },
    });
  });

  test.each<[string, Partial<RelationshipFacts>, number]>([
    ['half a year ago weighs half', { daysSince: 180 }, 93],
    ['six contacts are half of regular', { twoWay: 6 }, 93],
    ['half of our contacts answered', { answered: 2 }, 93],
    ['one contribution of five', { contributions: 1 }, 84],
    ['a mood that fell from best to none', { sentiment: { now: 0, before: 1 } }, 91],
    ['a no to everything', { permissions: { given: 0, asked: 3 } }, 90],
    ['a detractor', { recommendation: { nps: 3 } }, 93],
    ['a referral', { recommendation: { referral: true } }, 100],
  ])('%s', (_what, change, index) => {
    expect(relationshipOf({ ...friend, ...change }).index).toBe(index);
  });

  test('stays between 0 and 100 whatever it is told', () => {
    const number = fc.oneof(fc.integer(), fc.double());
    const facts = fc.record({
      twoWay: number,
      daysSince: fc.option(number),
      ours: number,
      answered: number,
      contributions: number,
      sentiment: fc.record({ now: fc.option(number), before: fc.option(number) }),
      permissions: fc.option(fc.record({ given: number, asked: number })),
      recommendation: fc.option(fc.record({ nps: number })),
    });
    fc.assert(
      fc.property(facts, (one) => {
        const { index } = relationshipOf(one);
        return index === null || (index >= 0 && index <= 100);
      }),
      { numRuns: 2000 },
    );
  });
});
