import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { criteria } from './criteria.ts';
import type { CriterionState, Outcome } from './evaluating.ts';
import { type Standing, standingOf } from './standing.ts';

type Stand = (outcomes: readonly Outcome[]) => Standing;

function outcomesOf(states: readonly CriterionState[]): Outcome[] {
  return criteria.map((criterion, i) => ({
    criterion,
    state: states[i] ?? 'met',
    reading: 'between',
    judged: [],
    why: 'reached',
  }));
}

function upTo(outcomes: readonly Outcome[], stage: number): Outcome[] {
  return outcomes.filter(({ criterion }) => criterion.kind === 'required' && criterion.stage <= stage);
}

// Mostly met, so that high stages occur; from some stage on anything goes.
const situation = fc
  .record({
    solid: fc.nat(criteria.length),
    states: fc.array(fc.constantFrom<CriterionState>('met', 'not_met', 'unknown', 'met', 'met'), {
      minLength: criteria.length,
      maxLength: criteria.length,
      size: 'max',
    }),
    learn: fc.nat(criteria.length - 1),
    learned: fc.constantFrom<CriterionState>('met', 'not_met'),
  })
  .map(({ solid, states, learn, learned }) => {
    const before = states.map((state, i) => (i < solid && state !== 'unknown' ? 'met' : state));
    const after = before.map((state, i) => (i === learn && state === 'unknown' ? learned : state));
    return { before: outcomesOf(before), after: outcomesOf(after) };
  });

const laws = (stand: Stand) =>
  fc.property(situation, ({ before, after }) => {
    const [old, now] = [stand(before), stand(after)];
    const supportingFlipped = before.map((o): Outcome => {
      const other = o.state === 'met' ? 'not_met' : 'met';
      return o.criterion.kind === 'supporting' ? { ...o, state: other } : o;
    });
    const flipped = stand(supportingFlipped);
    return (
      // Learning what was unknown only narrows the answer.
      old.proven <= now.proven &&
      now.proven <= now.possible &&
      now.possible <= old.possible &&
      flipped.proven === old.proven &&
      flipped.possible === old.possible &&
      upTo(before, old.proven).every((o) => o.state === 'met') &&
      upTo(before, old.possible).every((o) => o.state !== 'not_met') &&
      old.blockers.every((o) => o.criterion.stage === old.proven + 1 && o.state !== 'met') &&
      (old.proven === 5 || old.blockers.length > 0) &&
      old.ahead.every((one) => one.missing.length > 0)
    );
  });

const broken: Record<string, Stand> = {
  'reads unknown as not met': (outcomes) =>
    standingOf(outcomes.map((o) => (o.state === 'unknown' ? { ...o, state: 'not_met' } : o))),
  'reads unknown as met': (outcomes) =>
    standingOf(outcomes.map((o) => (o.state === 'unknown' ? { ...o, state: 'met' } : o))),
  'lets supporting criteria promote': (outcomes) =>
    standingOf(outcomes.map((o) => ({ ...o, criterion: { ...o.criterion, kind: 'required' } }))),
  'skips a stage': (outcomes) => standingOf(outcomes.filter((o) => o.criterion.stage !== 3)),
};

function holds(stand: Stand, runs = 500): boolean {
  return !fc.check(laws(stand), { numRuns: runs, endOnFailure: true }).failed;
}

describe('where the organisation stands', () => {
  test('narrows with knowledge, ignores supporting criteria and names what blocks', () => {
    expect(holds(standingOf)).toBe(true);
  });

  test.each(Object.entries(broken))('is caught when the code %s', (_, stand) => {
    expect(holds(stand, 8000)).toBe(false);
  });

  test('all met is stage 5, without a next stage', () => {
    const all = standingOf(outcomesOf([]));
    expect(all).toEqual({ proven: 5, possible: 5, blockers: [], ahead: [], exceptions: [] });
  });

  test('blockers of least effort come first, then those that also move later criteria', () => {
    const states = criteria.map((c): CriterionState => (c.stage === 3 ? 'not_met' : 'met'));
    const ids = standingOf(outcomesOf(states)).blockers.map((o) => o.criterion.id);
    expect(ids.slice(0, 4)).toEqual(['3.5', '3.7', '3.1', '3.3']);
  });

  test('a criterion that does not apply blocks nothing and is named as an exception', () => {
    const outcomes = outcomesOf([]).map(
      (o): Outcome => (o.criterion.id === '5.3' ? { ...o, state: 'unknown', exempt: 'consumers' } : o),
    );
    expect(standingOf(outcomes)).toMatchObject({ proven: 5, exceptions: ['5.3'] });
  });
});
