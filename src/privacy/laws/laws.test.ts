import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectiveOf } from '../effective.ts';
import type { Entry, Outcome } from '../history.ts';
import { rank } from '../permission.ts';
import type { Purpose } from '../purpose.ts';
import { modelOf, type Parts, realParts } from './model.ts';
import { broken, commands, obey } from './trying.ts';

/** Every law, on the rules in memory, for so many sequences of up to forty commands on four persons. */
async function keepsTheLaws(parts: Parts, runs: number): Promise<string | undefined> {
  const trial = fc.integer({ min: 2, max: 4 }).chain((n) => fc.tuple(fc.constant(n), commands(n)));
  const property = fc.asyncProperty(trial, ([persons, list]) => obey(modelOf(parts, persons), persons, list));
  const found = await fc.check(property, { numRuns: runs, endOnFailure: true });
  if (!found.failed) return undefined;
  const error = found.errorInstance as Error;
  if (error.name !== broken) throw error;
  return error.message;
}

test('the rules keep every law', async () => {
  expect(await keepsTheLaws(realParts, 2500)).toBeUndefined();
}, 120_000);

const highest = (logs: readonly (readonly Entry[])[]): Map<Purpose, Outcome> => {
  const all = logs.map((log) => effectiveOf([log]));
  const best = new Map<Purpose, Outcome>();
  for (const one of all) {
    for (const [purpose, outcome] of one) {
      const other = best.get(purpose);
      if (!other || rank(outcome.state) > rank(other.state)) best.set(purpose, outcome);
    }
  }
  return best;
};

const mutants: Record<string, Partial<Parts>> = {
  'a merge takes the most that anybody allowed': { effective: highest },
  'a new offer keeps the old consents': { heedsOffers: false },
  'permission is checked only when work is queued': { judgesWhenRun: false },
  'categories are ignored': { heedsCategories: false },
  'a yes for one thing serves twice': { spends: false },
  'a yes for one version serves another': { heedsVersion: false },
  'loosening at strength 1': {
    weigh: (log, told) => realParts.weigh(log, { ...told, strength: told.strength + 1 }),
    file: (entry) => (entry.kind === 'decision' ? { ...entry, strength: entry.strength + 1 } : entry),
  },
  'the order is that of the sender’s clock': {
    file: (entry, told) => (told ? { ...entry, id: BigInt(told.sentAt) } : entry),
  },
  'a split gives back what each had': { carries: false },
  'a minor is of age when they say so': { proofOfAge: 0 },
  'an objection to marketing ends with the next yes': {
    weigh: () => {},
    effective: (logs) => effectiveOf(logs.map((log) => log.flatMap(liftFirst))),
  },
  'whoever says no to a purpose is only asked again': {
    effective: (logs) =>
      effectiveOf(logs.map((log) => log.filter((one) => one.kind !== 'decision' || one.act !== 'withdraw'))),
  },
};

function liftFirst(entry: Entry): Entry[] {
  const yes = entry.kind === 'decision' && entry.act === 'give' && entry.item === null;
  return yes ? [{ ...entry, act: 'lift', strength: 4 }, entry] : [entry];
}

describe('the laws find', () => {
  for (const [name, parts] of Object.entries(mutants)) {
    test(name, async () => {
      expect(await keepsTheLaws({ ...realParts, ...parts }, 4000)).toMatch(/^P\d/);
    }, 120_000);
  }
});
