import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Condition, fits, type Joined, type Known } from './condition.ts';
import { deepest, heldBack, mostOfOne, mostRuns } from './guarding.ts';

const known: Known = {
  lists: {
    channel: ['mail'],
    account: ['ac_1'],
    audience: ['public'],
    language: ['nl'],
    topic: ['levering', 'bestelling'],
    intent: ['complaint'],
    sentiment: ['negative'],
    relation: ['customer'],
    attribute: ['niveau: goud'],
    label: ['lb_1'],
    queue: ['general'],
    department: [],
    state: ['open', 'snoozed'],
    assignee: ['nobody'],
    hours: ['closed'],
  },
  numbers: { urgency: 2, followers: null, age: 30.5, score: 4 },
  text: 'Dag! Waar blíjft mijn pakket? Ik wacht al dagen, IDIOOT.',
};
const one = (field: Condition['field'], ...values: string[]): Condition => ({ field, not: false, values });
const not = (field: Condition['field'], ...values: string[]): Condition => ({ field, not: true, values });
const holds = (...conditions: Condition[]) => fits({ joined: 'all', conditions }, known) !== undefined;

describe('conditions of a rule', () => {
  test('hold when one of what is named is there', () => {
    for (const yes of [
      one('topic', 'rekening', 'bestelling'),
      one('state', 'snoozed'),
      one('attribute', 'niveau: goud'),
      one('assignee', 'nobody'),
      one('hours', 'closed'),
      one('urgency', '2'),
      one('age', '30'),
      one('score', '4'),
    ])
      expect(holds(yes), yes.field).toBe(true);
    for (const no of [
      one('topic', 'rekening'),
      one('department', 'klantenservice'),
      one('urgency', '3'),
      one('age', '31'),
      one('followers', '1'),
    ])
      expect(holds(no), no.field).toBe(false);
  });

  test('with a word hold for whole words, whatever the case and the accents', () => {
    expect(holds(one('words', 'idioot'))).toBe(true);
    expect(holds(one('words', 'blijft mijn PAKKET'))).toBe(true);
    expect(holds(one('words', 'pak'))).toBe(false);
    expect(holds(one('words', '!!'))).toBe(false);
  });

  test('turned around hold when none of what is named is there; of what nobody knows nothing holds', () => {
    expect(holds(not('topic', 'rekening'), not('words', 'factuur'))).toBe(true);
    expect(holds(not('topic', 'rekening', 'levering'))).toBe(false);
    expect(holds(not('urgency', '3'))).toBe(true);
    expect(holds(not('followers', '10'))).toBe(false);
    expect(holds(not('department', 'logistiek'))).toBe(true);
  });

  test('say what was found, and without any everything fits', () => {
    expect(fits({ joined: 'all', conditions: [] }, known)).toEqual([]);
    expect(fits({ joined: 'any', conditions: [] }, known)).toEqual([]);
    expect(
      fits({ joined: 'any', conditions: [one('topic', 'rekening'), one('urgency', '1')] }, known),
    ).toEqual([{ field: 'urgency', not: false, found: '2' }]);
  });
});

type Fits = typeof fits;
const anyCondition = fc.oneof(
  ...[one('topic', 'levering'), one('topic', 'rekening'), not('label', 'lb_1'), not('queue', 'avond')].map(
    (condition) => fc.constant(condition),
  ),
);

/** All is every single one; any is at least one; and adding a condition never makes `all` fit that did not. */
function joinsProperly(implementation: Fits): void {
  fc.assert(
    fc.property(
      fc.array(anyCondition, { minLength: 1, maxLength: 6, size: 'max' }),
      fc.constantFrom<Joined>('all', 'any'),
      (conditions, joined) => {
        const single = conditions.map((condition) => holds(condition));
        const expected = joined === 'all' ? single.every(Boolean) : single.some(Boolean);
        return (implementation({ joined, conditions }, known) !== undefined) === expected;
      },
    ),
  );
}

const brokenFits: Record<string, Fits> = {
  'any is all': ({ conditions }, has) => fits({ joined: 'all', conditions }, has),
  'all is any': ({ conditions }, has) => fits({ joined: 'any', conditions }, has),
  'looks at the first only': ({ joined, conditions }, has) =>
    fits({ joined, conditions: conditions.slice(0, 1) }, has),
  'forgets the turning around': ({ joined, conditions }, has) =>
    fits({ joined, conditions: conditions.map((condition) => ({ ...condition, not: false })) }, has),
};

describe('the joining of conditions', () => {
  test('is as said', () => joinsProperly(fits));
  test.each(Object.keys(brokenFits))('is not when it %s', (name) => {
    expect(() => joinsProperly(brokenFits[name] ?? fits)).toThrow();
  });
});

type Guard = typeof heldBack;

/** Rules that always set each other off, and events that keep coming: how many runs there are within the window. */
function runsOf(guard: Guard, rules: readonly string[], events: number): { runs: number; byRule: number[] } {
  const byRule = new Map<string, number>();
  let left = 5000;
  const happen = (depth: number): void => {
    for (const rule of rules) {
      if (left === 0) return;
      left -= 1;
      if (guard(rule, { depth, lately: { byRule } })) continue;
      byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
      happen(depth + 1);
    }
  };
  for (let event = 0; event < events; event += 1) happen(0);
  const counts = [...byRule.values()];
  return { runs: counts.reduce((a, b) => a + b, 0), byRule: counts };
}

function guards(guard: Guard): void {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 60 }), (rules, events) => {
      const names = Array.from({ length: rules }, (_, at) => `r${at}`);
      const { runs, byRule } = runsOf(guard, names, events);
      expect(runs).toBeLessThanOrEqual(mostRuns);
      expect(Math.max(...byRule)).toBeLessThanOrEqual(mostOfOne);
      // And it holds nothing back that goes no further than allowed.
      expect(guard('r0', { depth: deepest, lately: { byRule: new Map() } })).toBeNull();
      expect(guard('r0', { depth: deepest + 1, lately: { byRule: new Map() } })).toBe('depth');
    }),
  );
}

const brokenGuards: Record<string, Guard> = {
  'does not look at depth': (rule, { lately }) => heldBack(rule, { depth: 0, lately }),
  'does not count': (rule, { depth }) => heldBack(rule, { depth, lately: { byRule: new Map() } }),
  'counts only all rules together': (_, { depth, lately }) => heldBack('another', { depth, lately }),
  'counts only the rule itself': (rule, { depth, lately }) =>
    heldBack(rule, { depth, lately: { byRule: new Map([[rule, lately.byRule.get(rule) ?? 0]]) } }),
  'lets one more pass': (rule, { depth, lately }) =>
    heldBack(rule, {
      depth,
      lately: { byRule: new Map([...lately.byRule].map(([name, n]) => [name, n - 1])) },
    }),
  'holds back what one rule set off': (rule, { depth, lately }) =>
    heldBack(rule, { depth: depth * 2, lately }),
};

describe('rules that set each other off', () => {
  test('are held back in time', () => guards(heldBack));
  test.each(Object.keys(brokenGuards))('are not when the guard %s', (name) => {
    expect(() => guards(brokenGuards[name] ?? heldBack)).toThrow();
  });
});
