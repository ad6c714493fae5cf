import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Act, acts, actsFrom, born, isOn, type Standing, step } from './life.ts';

type Step = typeof step;

/** Every state it was in, oldest first, when somebody tries these acts one after the other. */
function lived(implementation: Step, tried: readonly Act[]): Standing[] {
  const trace = [born];
  for (const act of tried) {
    const next = implementation(trace.at(-1) ?? born, act);
    if (next) trace.push(next);
  }
  return trace;
}

const tries = fc.array(fc.constantFrom(...acts), { minLength: 1, maxLength: 40, size: 'max' });

/** What must have been just before. */
const before: Readonly<Record<Standing['state'], readonly Standing['state'][]>> = {
  idea: [],
  fitted: ['idea', 'fitted'],
  planned: ['fitted', 'planned'],
  running: ['planned', 'running', 'deciding', 'kept'],
  deciding: ['running'],
  kept: ['deciding'],
  stopped: ['deciding', 'kept'],
  dropped: ['idea', 'fitted', 'planned'],
};

const neverSkips = (implementation: Step) =>
  fc.property(tries, (tried) => {
    const trace = lived(implementation, tried);
    return trace.every((now, i) => {
      const last = trace[i - 1];
      if (!last) return now.state === 'idea';
      const grew = now.phase - last.phase;
      const growsRightly =
        grew === 0 || (grew === 1 && now.phase <= 3 && now.state === 'running' && last.state !== 'running');
      const startsOnce = last.phase > 0 || now.phase === 0 || last.state === 'planned';
      return before[now.state].includes(last.state) && growsRightly && startsOnce;
    });
  });

/** A phase is extended at most once, and one that ended never comes back. */
const endsForGood = (implementation: Step) =>
  fc.property(tries, (tried) => {
    const trace = lived(implementation, tried);
    const extensions = new Map<number, number>();
    return trace.every((now, i) => {
      const last = trace[i - 1];
      if (last && (last.state === 'stopped' || last.state === 'dropped')) return false;
      if (last?.state === 'deciding' && now.state === 'running' && now.phase === last.phase) {
        extensions.set(now.phase, (extensions.get(now.phase) ?? 0) + 1);
      }
      return (extensions.get(now.phase) ?? 0) <= 1;
    });
  });

const holds = (property: fc.IPropertyWithHooks<[Act[]]>) => !fc.check(property, { numRuns: 3000 }).failed;

const broken: Readonly<Record<string, Step>> = {
  'a fitted pilot starts without a plan': (at, act) =>
    at.state === 'fitted' && act === 'start'
      ? { state: 'running', phase: 1, extended: false }
      : step(at, act),
  'an idea is planned without a fit test': (at, act) =>
    at.state === 'idea' && act === 'plan' ? { ...at, state: 'planned' } : step(at, act),
  'it stops in the middle, without a decision': (at, act) =>
    at.state === 'running' && act === 'stop' ? { ...at, state: 'stopped' } : step(at, act),
  'scaling jumps over a phase': (at, act) => {
    const next = step(at, act);
    return act === 'scale' && next ? { ...next, phase: 3 } : next;
  },
  'it grows while nobody decided': (at, act) =>
    at.state === 'running' && act === 'scale' && at.phase < 3
      ? { ...at, phase: (at.phase + 1) as Standing['phase'] }
      : step(at, act),
};

const neverEnding: Readonly<Record<string, Step>> = {
  'it is extended without end': (at, act) => {
    const next = step({ ...at, extended: false }, act);
    return next && { ...next, extended: false };
  },
  'what stopped starts again': (at, act) =>
    at.state === 'stopped' && act === 'start' ? { ...at, state: 'running' } : step(at, act),
  'what was dropped is planned again': (at, act) =>
    at.state === 'dropped' && act === 'plan' ? { ...at, state: 'planned' } : step(at, act),
};

describe('the life of a pilot', () => {
  test('never skips a step', () => {
    expect(holds(neverSkips(step))).toBe(true);
  });

  test.each(Object.entries(broken))('is caught when %s', (_, implementation) => {
    expect(holds(neverSkips(implementation))).toBe(false);
  });

  test('ends for good, and each phase is extended once at most', () => {
    expect(holds(endsForGood(step))).toBe(true);
  });

  test.each(Object.entries(neverEnding))('is caught when %s', (_, implementation) => {
    expect(holds(endsForGood(implementation))).toBe(false);
  });

  test('reaches every state, three phases, and is on from the start until a decision ends it', () => {
    const path: Act[] = ['fit', 'plan', 'start', 'ask', 'scale', 'ask', 'scale', 'ask', 'keep', 'stop'];
    const trace = lived(step, path);
    expect(trace.map(({ state }) => state)).toEqual([
      ...(['idea', 'fitted', 'planned', 'running', 'deciding', 'running', 'deciding'] as const),
      ...(['running', 'deciding', 'kept', 'stopped'] as const),
    ]);
    expect(trace.at(-2)?.phase).toBe(3);
    expect(trace.map(isOn)).toEqual([false, false, false, ...Array(7).fill(true), false]);
    expect(actsFrom({ state: 'deciding', phase: 3, extended: true })).toEqual(['keep', 'stop']);
  });
});
