import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { criteria } from './criteria.ts';
import type { CriterionState, Outcome } from './evaluating.ts';
import { type Held, holdOf, nothingHeld, step } from './holding.ts';
import type { Reading } from './judging.ts';
import type { Standing } from './standing.ts';
import { standingOf } from './standing.ts';

type Step = typeof step;
const hold = holdOf({ cadence: 'weekly' });
const seen = ['met', 'not_met'] as const;

const weeks = fc.array(
  fc.constantFrom<Reading | 'frozen'>(
    'up',
    'up',
    'up',
    'down',
    'down',
    'down',
    'between',
    'unknown',
    'frozen',
  ),
  { size: 'max', maxLength: 400 },
);
// Long runs, or six in a row hardly ever come.
const runs = fc
  .array(
    fc.tuple(fc.constantFrom<Reading | 'frozen'>('up', 'down', 'between', 'unknown', 'frozen'), fc.nat(14)),
    {
      size: 'max',
      maxLength: 60,
    },
  )
  .map((pieces) => pieces.flatMap(([reading, n]) => Array<Reading | 'frozen'>(n).fill(reading)));

/** Between two changes of a known state lie at least as many evaluations of the right kind as its clock says. */
const keepsItsClocks = (one: Step) =>
  fc.property(fc.constantFrom(...seen), fc.oneof(weeks, runs), (start, readings) => {
    let held: Held = { ...nothingHeld, state: start, seen: 20 };
    let ups = 0;
    let downs = 0;
    return readings.every((reading) => {
      const before = held.state;
      held = one(held, reading, hold);
      if (reading === 'up') [ups, downs] = [ups + 1, 0];
      if (reading === 'down') [ups, downs] = [0, downs + 1];
      if (reading === 'between') [ups, downs] = [0, 0];
      if (before === 'met' && held.state === 'not_met') return downs >= hold.holdDown;
      if (before === 'not_met' && held.state === 'met') return ups >= hold.holdUp;
      // A stopped source is never a fallback, whatever else it is.
      return !(reading === 'frozen' && held.state !== before);
    });
  });

const hasty: Record<string, Step> = {
  'climbs after five': (held, reading) => step(held, reading, { ...hold, holdUp: 5 }),
  'falls after seven': (held, reading) => step(held, reading, { ...hold, holdDown: 7 }),
  'counts a week without figures as a bad one': (held, reading) =>
    step(held, reading === 'unknown' ? 'down' : reading, hold),
  'counts a frozen week as a bad one': (held, reading) =>
    step(held, reading === 'frozen' ? 'down' : reading, hold),
  'does not begin again after a week between': (held, reading) =>
    reading === 'between' ? held : step(held, reading, hold),
};

function holds(property: fc.IProperty<unknown>): boolean {
  return !fc.check(property, { numRuns: 400, endOnFailure: true }).failed;
}

describe('holding and falling back', () => {
  test('never changes faster than its clocks', () => {
    expect(holds(keepsItsClocks(step) as fc.IProperty<unknown>)).toBe(true);
  });

  test.each(Object.entries(hasty))('is caught when the code %s', (_, one) => {
    expect(holds(keepsItsClocks(one) as fc.IProperty<unknown>)).toBe(false);
  });
});

type Stand = (outcomes: readonly Outcome[]) => Pick<Standing, 'proven' | 'possible'>;

function outcomesOf(states: readonly CriterionState[]): Outcome[] {
  return criteria.map((criterion, i) => ({
    ...{ criterion, state: states[i] ?? 'met', reading: 'between', judged: [], why: 'reached' },
  }));
}

const situation = fc.record({
  solid: fc.nat(criteria.length),
  states: fc.array(fc.constantFrom<CriterionState>('met', 'met', 'met', 'not_met', 'unknown'), {
    minLength: criteria.length,
    maxLength: criteria.length,
    size: 'max',
  }),
  better: fc.nat(criteria.length - 1),
});

/** One criterion more that is met never lowers a stage, and no stage stands on one that is not. */
const monotone = (stand: Stand) =>
  fc.property(situation, ({ solid, states, better }) => {
    const before = states.map((state, i) => (i < solid ? 'met' : state));
    const after = before.map((state, i) => (i === better ? 'met' : state));
    const [was, is] = [stand(outcomesOf(before)), stand(outcomesOf(after))];
    const founded = outcomesOf(before)
      .filter(({ criterion }) => criterion.kind === 'required' && criterion.stage <= was.proven)
      .every(({ state }) => state === 'met');
    return is.proven >= was.proven && is.possible >= was.possible && founded;
  });

const broken: Record<string, Stand> = {
  'punishes what is ahead of its foundation': (outcomes) => {
    const { proven, possible, ahead } = standingOf(outcomes);
    return { proven: (ahead.length % 2 === 1 ? Math.max(1, proven - 1) : proven) as typeof proven, possible };
  },
  'takes the highest stage that is whole': (outcomes) => {
    const whole = ([5, 4, 3, 2] as const).find((stage) =>
      outcomes.every(
        ({ criterion, state }) =>
          criterion.stage !== stage || criterion.kind !== 'required' || state === 'met',
      ),
    );
    return { proven: whole ?? 1, possible: 5 };
  },
  'asks most of the criteria instead of all': (outcomes) => {
    const share = (stage: number) => {
      const own = outcomes.filter(
        ({ criterion }) => criterion.stage === stage && criterion.kind === 'required',
      );
      return own.filter(({ state }) => state === 'met').length / own.length;
    };
    const proven = ([2, 3, 4, 5] as const).findLast((stage) =>
      [2, 3, 4, 5].filter((one) => one <= stage).every((one) => share(one) >= 0.75),
    );
    return { proven: proven ?? 1, possible: 5 };
  },
};

describe('where the organisation stands', () => {
  test('is never lowered by one criterion more that is met', () => {
    expect(holds(monotone(standingOf) as fc.IProperty<unknown>)).toBe(true);
  });

  test.each(Object.entries(broken))('is caught when the code %s', (_, stand) => {
    expect(holds(monotone(stand) as fc.IProperty<unknown>)).toBe(false);
  });
});
