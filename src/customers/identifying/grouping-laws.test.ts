import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Line, shownByLines } from './grouping.ts';

type Shown = (lines: readonly Line[]) => Map<string, string>;

const person = fc.integer({ min: 1, max: 12 }).map(String);
const line = fc
  .record({ personId: person, intoId: person })
  .filter(({ personId, intoId }) => personId !== intoId);
const lines = fc.array(line, { size: 'max', maxLength: 14 });

const told = (shown: Map<string, string>) =>
  Object.fromEntries([...shown].sort(([a], [b]) => Number(a) - Number(b)));

/** Merging commutes and associates, circles do no harm, and taking the last line away gives what was. */
function keepsTheLaws(shownBy: Shown): void {
  fc.assert(
    fc.property(lines, line, fc.infiniteStream(fc.nat()), (all, extra, chance) => {
      const shown = told(shownBy(all));
      const turned = all.map((one, i) =>
        i % 2 === 0 ? { personId: one.intoId, intoId: one.personId } : one,
      );
      const shuffled = turned
        .map((one) => ({ one, at: chance.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one);
      expect(told(shownBy(shuffled))).toEqual(shown);
      expect(told(shownBy([...all, ...all]))).toEqual(shown);
      for (const { personId, intoId } of all) expect(shown[personId]).toBe(shown[intoId]);
      for (const [id, as] of Object.entries(shown)) {
        expect(shown[as]).toBe(as);
        expect(Number(as)).toBeLessThanOrEqual(Number(id));
      }
      const after = shownBy([...all, extra]);
      expect(after.get(extra.personId)).toBe(after.get(extra.intoId));
      const touched = new Set([shown[extra.personId] ?? extra.personId, shown[extra.intoId] ?? extra.intoId]);
      for (const [id, as] of Object.entries(shown)) if (!touched.has(as)) expect(after.get(id)).toBe(as);
      expect(apart(shownBy(all))).toEqual(apart(new Map(Object.entries(shown))));
    }),
    { numRuns: 400, endOnFailure: true },
  );
}

/** Who is with whom, without saying as whom. */
const apart = (shown: Map<string, string>) =>
  [...Map.groupBy(shown, ([, as]) => as).values()].map((group) => group.map(([id]) => id).sort()).sort();

const mutants: Record<string, Shown> = {
  'one that follows lines in one direction only': (all) =>
    new Map(all.flatMap(({ personId, intoId }) => [[intoId, intoId] as const, [personId, intoId] as const])),
  'one that hops once and not on': (all) => {
    const shown = new Map<string, string>();
    for (const { personId, intoId } of all) {
      const least = Number(personId) < Number(intoId) ? personId : intoId;
      for (const id of [personId, intoId]) if (!shown.has(id)) shown.set(id, least);
    }
    return shown;
  },
  'one that shows the newest line’s person': (all) => {
    const shown = shownByLines(all);
    const last = all.at(-1);
    if (!last) return shown;
    const group = shown.get(last.intoId);
    return new Map([...shown].map(([id, as]) => [id, as === group ? last.intoId : as]));
  },
  'one that compares numbers as words': (all) => {
    const shown = shownByLines(all);
    const groups = Map.groupBy(shown, ([, as]) => as);
    return new Map(
      [...groups.values()].flatMap((group) => {
        const first = group.map(([id]) => id).sort()[0] ?? '';
        return group.map(([id]) => [id, first] as const);
      }),
    );
  },
  'one that loses a person in a circle': (all) => {
    const shown = shownByLines(all);
    const last = all.at(-1);
    const circle = last && all.slice(0, -1).some((one) => one.personId === last.intoId);
    if (circle) shown.delete(last.personId);
    return shown;
  },
};

describe('as whom persons are shown', () => {
  test('depends on who hangs together and on nothing else', () => {
    keepsTheLaws(shownByLines);
  });

  test.each(Object.keys(mutants))('%s would be noticed', (name) => {
    expect(() => keepsTheLaws(mutants[name] as Shown)).toThrow();
  });
});
