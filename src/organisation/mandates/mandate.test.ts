import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Asked, allows, includes, type Mandate, rights } from './mandate.ts';

const channels = ['x', 'mail'] as const;
const topics = ['levering', 'rekening', 'storing'] as const;
const days = ['2026-11-23', '2026-11-24', '2026-11-25'] as const;
const noon = (day: string) => Temporal.Instant.from(`${day}T12:00:00Z`);

const mandate: fc.Arbitrary<Mandate> = fc
  .record({
    channel: fc.constantFrom(null, ...channels),
    topic: fc.constantFrom(null, ...topics),
    right: fc.constantFrom(...rights),
    from: fc.constantFrom(...days),
    until: fc.constantFrom(null, ...days),
    ended: fc.constantFrom(null, ...days),
  })
  .map(({ from, until, ended, ...rest }) => ({
    ...rest,
    fromOn: from,
    untilOn: until !== null && until < from ? from : until,
    endedAt: ended && noon(ended),
  }));

const asked: fc.Arbitrary<Asked> = fc
  .record({
    channel: fc.constantFrom(...channels),
    topics: fc.uniqueArray(fc.constantFrom(...topics), { maxLength: 3, size: 'max' }),
    right: fc.constantFrom(...rights),
    on: fc.constantFrom(...days),
  })
  .map((one) => ({ ...one, at: noon(one.on) }));

const situation = fc.tuple(fc.array(mandate, { maxLength: 5, size: 'max' }), asked);
type Allows = typeof allows;

/** The slow oracle: every topic on its own, every row in words. */
const oracle: Allows = (mandates, one) => {
  const covers = (topic: string | null) =>
    mandates.some((m) => {
      if (m.endedAt && m.endedAt.epochMilliseconds <= one.at.epochMilliseconds) return false;
      if (one.on < m.fromOn || (m.untilOn && one.on > m.untilOn)) return false;
      if (m.channel && m.channel !== one.channel) return false;
      if (m.topic && m.topic !== topic) return false;
      return rights.indexOf(m.right) >= rights.indexOf(one.right);
    });
  return one.topics.length === 0 ? covers(null) : one.topics.every((topic) => covers(topic));
};

const equalsTheOracle = (allows: Allows) =>
  fc.property(situation, ([mandates, one]) => allows(mandates, one) === oracle(mandates, one));

const moreNeverTakesAway = (allows: Allows) =>
  fc.property(
    situation,
    mandate,
    ([mandates, one], extra) => !allows(mandates, one) || allows([...mandates, extra], one),
  );

/** A mistake may take many more tries than it takes to trust what is right. */
const holds = (property: fc.IProperty<never> | fc.IRawProperty<unknown>, runs = 1500) =>
  !fc.check(property as fc.IProperty<unknown>, { numRuns: runs, endOnFailure: true }).failed;

const timeless = (m: Mandate) => ({ ...m, fromOn: '0001-01-01', untilOn: null, endedAt: null });

const broken: Record<string, Allows> = {
  'forgets dates': (mandates, one) => allows(mandates.map(timeless), one),
  'forgets that one was ended': (mandates, one) =>
    allows(
      mandates.map((m) => ({ ...m, endedAt: null })),
      one,
    ),
  'is content with one topic of several': (mandates, one) =>
    one.topics.length === 0
      ? allows(mandates, one)
      : one.topics.some((topic) => allows(mandates, { ...one, topics: [topic] })),
  'lets through what has no topic': (mandates, one) => one.topics.length === 0 || allows(mandates, one),
  'takes rights apart': (mandates, one) =>
    allows(
      mandates.filter((m) => m.right === one.right),
      one,
    ),
  'asks no channel': (mandates, one) =>
    allows(
      mandates.map((m) => ({ ...m, channel: null })),
      one,
    ),
};

const takesAway: Record<string, Allows> = {
  'looks at the last row only': (mandates, one) => allows(mandates.slice(-1), one),
  'lets a narrow row stand before a wide one': (mandates, one) =>
    allows(mandates.some((m) => m.topic !== null) ? mandates.filter((m) => m.topic !== null) : mandates, one),
  'refuses when there are many': (mandates, one) => mandates.length < 3 && allows(mandates, one),
};

describe('mandates', () => {
  test('allow exactly what every row says in words', () => {
    expect(holds(equalsTheOracle(allows))).toBe(true);
  });

  test.each(Object.entries(broken))('are judged wrong by code that %s', (_, wrong) => {
    expect(holds(equalsTheOracle(wrong), 9000)).toBe(false);
  });

  test('are never less for one more', () => {
    expect(holds(moreNeverTakesAway(allows))).toBe(true);
  });

  test.each(Object.entries(takesAway))('are taken away by code that %s', (_, wrong) => {
    expect(holds(moreNeverTakesAway(wrong), 9000)).toBe(false);
  });

  test('are a ladder: approving holds sending, sending holds drafting and reading', () => {
    expect(rights.map((right) => includes('send', right))).toEqual([true, true, true, false]);
    expect(rights.every((right) => includes('approve', right))).toBe(true);
  });
});
