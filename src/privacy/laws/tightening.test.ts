import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectiveOf } from '../effective.ts';
import type { Entry, Outcome } from '../history.ts';
import type { Purpose } from '../purpose.ts';
import { anything, type Loose, logsOf, numbered, pictureOf, tightening } from './logs.ts';

type Effective = (logs: readonly (readonly Entry[])[]) => Map<Purpose, Outcome>;

const members = 3;
const told = (entry: fc.Arbitrary<Loose>) => fc.record({ member: fc.nat({ max: members - 1 }), entry });
type Told = { member: number; entry: Loose };

function held(effective: Effective, all: readonly Told[]): unknown {
  const entries = numbered(all.map(({ entry }) => entry));
  const placed = all.map(({ member }, at) => ({ member, entry: entries[at] as Entry }));
  return pictureOf(effective(logsOf(placed, members)));
}

/** P5: what only takes away comes to the same in every order and told twice; everything but lifting may be repeated. */
function keepsTheLaw(effective: Effective): boolean {
  const before = fc.array(told(anything), { maxLength: 12, size: 'max' });
  const less = fc.array(told(tightening), { minLength: 1, maxLength: 8, size: 'max' });
  const after = fc.array(told(anything), { maxLength: 6, size: 'max' });
  const commutes = fc.property(
    before,
    less.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
    ([...first], [list, turned]) => {
      const plain = JSON.stringify(held(effective, [...first, ...list]));
      const twice = turned.flatMap((one, at) => (at % 2 === 0 ? [one, one] : [one]));
      return JSON.stringify(held(effective, [...first, ...turned, ...twice])) === plain;
    },
  );
  const repeats = fc.property(before, told(anything), after, (first, one, rest) => {
    // Lifting takes back what stands, one thing at a time: whoever repeats it says what they saw (`decide`).
    fc.pre(!(one.entry.kind === 'decision' && one.entry.act === 'lift'));
    const once = JSON.stringify(held(effective, [...first, one, ...rest]));
    return JSON.stringify(held(effective, [...first, one, one, ...rest])) === once;
  });
  const kept = <T>(property: fc.IProperty<T>) =>
    !fc.check(property, { numRuns: 3000, endOnFailure: true }).failed;
  return kept(commutes) && kept(repeats);
}

type Decision = Extract<Entry, { kind: 'decision' }>;
const through =
  (change: (entry: Decision, log: readonly Entry[]) => Entry[]): Effective =>
  (logs) =>
    effectiveOf(
      logs.map((log) => log.flatMap((entry) => (entry.kind === 'decision' ? change(entry, log) : [entry]))),
    );
const isAs = (one: Entry, other: Decision) =>
  one.kind === 'decision' && one.purpose === other.purpose && one.category === other.category;

const mutants: Record<string, Effective> = {
  'the last word counts, also when an earlier one was stricter': through((entry, log) =>
    log.some((one) => one.id > entry.id && isAs(one, entry)) ? [] : [entry],
  ),
  'a second no takes the first one back': through((entry, log) => {
    const nth = log.filter(
      (one) => one.id <= entry.id && isAs(one, entry) && 'act' in one && one.act === entry.act,
    );
    return entry.act === 'withdraw' && nth.length % 2 === 0
      ? [{ ...entry, act: 'lift', strength: 4 }]
      : [entry];
  }),
  'each restriction is lifted by itself': through((entry, log) => {
    const told = (act: string) =>
      log.filter((one) => one.id < entry.id && isAs(one, entry) && 'act' in one && one.act === act).length;
    return entry.act === 'lift' && told('restrict') - told('lift') > 1 ? [] : [entry];
  }),
  'a yes whose time is over starts anew, also after a no': through((entry) =>
    entry.act === 'expire' ? [entry, { ...entry, act: 'lift', strength: 2 }] : [entry],
  ),
  '"ask me" replaces an objection': through((entry, log) => {
    const objected = log.some(
      (one) => one.id < entry.id && isAs(one, entry) && 'act' in one && one.act === 'object',
    );
    return entry.act === 'ask' && objected ? [{ ...entry, act: 'lift', strength: 4 }, entry] : [entry];
  }),
};

test('what only takes away may come in any order, and told twice is told once (P5)', () => {
  expect(keepsTheLaw(effectiveOf)).toBe(true);
});

describe('the law notices when', () => {
  test.each(Object.keys(mutants))('%s', (name) => {
    expect(keepsTheLaw(mutants[name] as Effective)).toBe(false);
  });
});
