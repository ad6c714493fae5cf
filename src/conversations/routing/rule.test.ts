import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anything,
  type Conditions,
  type Decision,
  decide,
  type Facts,
  fits,
  type Rule,
  type Target,
} from './rule.ts';

const facts: Facts = {
  channel: 'x',
  account: 'ac_1',
  audience: 'public',
  language: 'nl',
  topics: ['levering', 'bestelling'],
  intent: 'complaint',
  sentiment: 'negative',
  urgency: 2,
  followers: 1200,
  relations: ['customer'],
  attributes: { niveau: 'goud' },
};
const asking = (conditions: Partial<Conditions>) => fits({ ...anything, ...conditions }, facts);

describe('conditions', () => {
  test('that ask nothing fit everything', () => {
    expect(fits(anything, facts)).toEqual([]);
  });

  test('all hold or it does not fit, and say what was found', () => {
    expect(asking({ topics: ['bestelling'], languages: ['en', 'nl'], followers: 1000 })).toEqual([
      { condition: 'languages', found: 'nl' },
      { condition: 'topics', found: 'bestelling' },
      { condition: 'followers', found: '1200' },
    ]);
    expect(
      asking({ attribute: { key: 'niveau', value: 'goud' }, relations: ['customer'], urgency: 2 }),
    ).toHaveLength(3);
    for (const wrong of [
      { topics: ['rekening'] },
      { channels: ['mail'] },
      { accounts: ['ac_2'] },
      { audience: 'private' as const },
      { languages: ['en'] },
      { intents: ['question'] },
      { sentiments: ['positive'] },
      { urgency: 3 },
      { followers: 1201 },
      { relations: ['partner'] },
      { attribute: { key: 'niveau', value: 'zilver' } },
    ])
      expect(asking({ topics: ['levering'], ...wrong })).toBeUndefined();
  });

  test('about what nobody knows do not fit', () => {
    const unknown = {
      ...facts,
      language: null,
      intent: null,
      sentiment: null,
      followers: null,
      attributes: {},
    };
    for (const one of [{ languages: ['nl'] }, { intents: ['x'] }, { sentiments: ['x'] }, { followers: 0 }])
      expect(fits({ ...anything, ...one }, unknown)).toBeUndefined();
  });
});

type Decide = typeof decide;
interface Situation {
  rules: readonly Rule[];
  facts: Facts;
  targets: Readonly<Record<string, Target>>;
}

const some = fc.constantFrom('a', 'b', 'c');
const target = fc.record({
  open: fc.boolean(),
  full: fc.boolean(),
  languages: fc.subarray(['nl', 'en']),
});
const situation: fc.Arbitrary<Situation> = fc.record({
  rules: fc.array(
    fc.record({
      key: some,
      name: some,
      queue: fc.constantFrom('a', 'b', 'gone'),
      times: fc.constantFrom('always', 'open', 'closed'),
      conditions: fc
        .record({ topics: fc.subarray(['levering', 'rekening']) })
        .map((one) => ({ ...anything, ...one })),
    }),
    { maxLength: 8, size: 'max' },
  ),
  facts: fc
    .record({ topics: fc.subarray(['levering', 'rekening']), language: fc.constantFrom('nl', 'en', null) })
    .map((one) => ({ ...facts, ...one })),
  targets: fc.record({ a: target, b: target }),
});

/** Written down plainly, once more: may this rule take it? */
function takes(rule: Rule, { facts, targets }: Situation): boolean {
  const to = targets[rule.queue];
  if (!fits(rule.conditions, facts) || !to || to.full) return false;
  if (rule.times === 'open' && !to.open) return false;
  if (rule.times === 'closed' && to.open) return false;
  return facts.language === null || to.languages.length === 0 || to.languages.includes(facts.language);
}

const firstThatTakesIt = (way: Decide) =>
  fc.property(situation, (given) => {
    const { rules, facts, targets } = given;
    const made: Decision = way(rules, facts, (queue) => targets[queue]);
    const expected = rules.find((rule) => takes(rule, given)) ?? null;
    const before = expected ? rules.slice(0, rules.indexOf(expected)) : rules;
    const passed = before.filter((rule) => fits(rule.conditions, facts)).map(({ name }) => name);
    return (
      made.rule === expected &&
      made.queue === (expected?.queue ?? null) &&
      JSON.stringify(made.passed.map(({ rule }) => rule)) === JSON.stringify(passed)
    );
  });

const broken: Record<string, Decide> = {
  'the last rule wins': (rules, ...rest) => decide(rules.toReversed(), ...rest),
  'a full queue takes more': (rules, facts, of) =>
    decide(rules, facts, (queue) => {
      const to = of(queue);
      return to && { ...to, full: false };
    }),
  'hours do not matter': (rules, facts, of) =>
    decide(
      rules.map((rule) => ({ ...rule, times: 'always' })),
      facts,
      of,
    ),
  'languages do not matter': (rules, facts, of) => decide(rules, { ...facts, language: null }, of),
  'what was passed is not told': (...all) => ({ ...decide(...all), passed: [] }),
};

describe('deciding', () => {
  const holds = (way: Decide) =>
    !fc.check(firstThatTakesIt(way), { numRuns: 500, endOnFailure: true }).failed;

  test('takes the first rule that fits and whose queue can take it', () => {
    expect(holds(decide)).toBe(true);
  });

  test.each(Object.entries(broken))('is seen to be wrong when %s', (_, way) => {
    expect(holds(way)).toBe(false);
  });
});
