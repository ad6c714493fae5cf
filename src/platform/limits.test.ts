import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterCall, freshLimits, isBroken, type Limits, takeCall } from './limits.ts';

const rate = { calls: 10, seconds: 10 };

interface Implementation {
  take: typeof takeCall;
  after: typeof afterCall;
}
const real: Implementation = { take: takeCall, after: afterCall };

type Step = { wait: number; goes: boolean };
const steps = fc.array(fc.record({ wait: fc.integer({ min: -5000, max: 20_000 }), goes: fc.boolean() }), {
  size: 'max',
  maxLength: 80,
});

/** In no stretch of time more calls than the bucket and what flows into it meanwhile. */
function neverTooMany({ take }: Implementation, course: readonly Step[]): boolean {
  let limits: Limits = freshLimits(rate, 0);
  let now = 0;
  let highest = 0;
  const calls: number[] = [];
  for (const { wait } of course) {
    now += wait;
    highest = Math.max(highest, now);
    const { taken } = take(limits, rate, now);
    if (!taken) continue;
    limits = taken;
    calls.push(highest);
  }
  return calls.every((from, i) =>
    calls
      .slice(i)
      .every((to, n) => n + 1 <= rate.calls + ((to - from) / 1000) * (rate.calls / rate.seconds) + 1e-6),
  );
}

/** While it is broken, at most one call goes out in each rest; and one success opens it again. */
function breaks({ take, after }: Implementation, course: readonly Step[]): boolean {
  let limits: Limits = freshLimits({ calls: 1000, seconds: 1 }, 0);
  let now = 0;
  let last = Number.NEGATIVE_INFINITY;
  let failures = 0;
  for (const { wait, goes } of course) {
    now += Math.abs(wait);
    const { taken } = take(limits, { calls: 1000, seconds: 1 }, now);
    if (!taken) {
      if (failures < 5) return false;
      continue;
    }
    if (failures >= 5 && now - last < 30_000) return false;
    last = now;
    limits = after(taken, goes ? 'well' : 'badly', { now, asked: null });
    failures = goes ? 0 : failures + 1;
  }
  return true;
}

const laws = { neverTooMany, breaks };

const mutants: Readonly<Record<string, { breaks: keyof typeof laws; with: Partial<Implementation> }>> = {
  'the bucket never empties': {
    breaks: 'neverTooMany',
    with: { take: (limits, r, now) => takeCall({ ...limits, tokens: r.calls }, r, now) },
  },
  'the bucket has no bottom to its top': {
    breaks: 'neverTooMany',
    with: { take: (limits, r, now) => takeCall(limits, { ...r, calls: r.calls * 2 }, now) },
  },
  'a clock set back fills it again': {
    breaks: 'neverTooMany',
    with: {
      take: (limits, r, now) => takeCall(limits, r, Math.abs(now - limits.filledAt) + limits.filledAt),
    },
  },
  'it never opens': {
    breaks: 'breaks',
    with: { after: (limits) => ({ ...limits, failures: 0, openUntil: null }) },
  },
  'it opens at the first failure': {
    breaks: 'breaks',
    with: { after: (limits, went, moment) => afterCall({ ...limits, failures: 9 }, went, moment) },
  },
  'when its rest is over all go at once': {
    breaks: 'breaks',
    with: {
      take: (limits, r, now) => {
        const { taken, after } = takeCall(limits, r, now);
        return { taken: taken && { ...taken, openUntil: null }, after };
      },
      after: (limits, went, moment) =>
        went === 'badly' && limits.openUntil === null && limits.failures > 5
          ? { ...limits, failures: limits.failures + 1 }
          : afterCall(limits, went, moment),
    },
  },
};

describe('the bucket and the breaker of an account', () => {
  test.each(Object.entries(laws))('%s holds', (_, law) => {
    fc.assert(
      fc.property(steps, (course) => law(real, course)),
      { numRuns: 300 },
    );
  });

  test.each(Object.entries(mutants))('is found out when %s', (_, { breaks: name, with: broken }) => {
    const law = laws[name];
    const check = () =>
      fc.assert(
        fc.property(steps, (course) => law({ ...real, ...broken }, course)),
        { numRuns: 1000 },
      );
    expect(check).toThrow();
  });

  test('who is told to stay away stays away so long, and is not called broken for it', () => {
    const limits = afterCall(freshLimits(rate, 0), 'badly', { now: 0, asked: 20 });
    expect(takeCall(limits, rate, 19_000)).toEqual({ taken: undefined, after: 20_000 });
    expect(takeCall(limits, rate, 20_000).taken).toBeDefined();
    expect(isBroken(limits)).toBe(false);
  });
});
