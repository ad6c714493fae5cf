import fc from 'fast-check';
import type { Category } from '../category.ts';
import type { Entry, LoggedDecision, Outcome } from '../history.ts';
import { rank, type State } from '../permission.ts';
import { tried } from './system.ts';

/** An entry that has no place in the log yet. */
export type Loose = (LoggedDecision | Extract<Entry, { kind: 'flag' | 'offer' }>) & { id: 0n };

const category = fc.constantFrom('msg_private', 'label') as fc.Arbitrary<Category>;
const fixed = { kind: fc.constant('decision' as const), id: fc.constant(0n as const) };

function decisions(acts: readonly LoggedDecision['act'][], strength: fc.Arbitrary<number>) {
  return fc.record({
    ...fixed,
    purpose: fc.constantFrom(...tried),
    act: fc.constantFrom(...acts),
    strength,
    category: fc.option(category, { freq: 3 }),
    item: fc.constant(null),
    guardian: fc.boolean(),
    carried: fc.constant(null),
    expiresAt: fc.constant(null),
  });
}

const carries = fc
  .tuple(
    decisions(['carry'], fc.constant(0)),
    fc.constantFrom<State>('restricted', 'objected', 'denied', 'unknown', 'ask'),
  )
  .map(([one, carried]) => ({ ...one, carried }));
const offers = fc.record({
  kind: fc.constant('offer' as const),
  id: fixed.id,
  material: fc.subarray([...tried]),
});
const flag = (act: fc.Arbitrary<'set' | 'clear'>) =>
  fc.record({ kind: fc.constant('flag' as const), id: fixed.id, act });

/** All that only takes away; `object` only where the law knows it is not asked here: the rules in memory know it all. */
export const tightening: fc.Arbitrary<Loose> = fc.oneof(
  {
    weight: 6,
    arbitrary: decisions(['decline', 'withdraw', 'object', 'restrict', 'ask', 'expire'], fc.nat({ max: 4 })),
  },
  { weight: 2, arbitrary: carries },
  { weight: 1, arbitrary: offers },
  { weight: 1, arbitrary: flag(fc.constant('set' as const)) },
);

/** All that can stand in a log, also what gives. */
export const anything: fc.Arbitrary<Loose> = fc.oneof(
  { weight: 3, arbitrary: decisions(['give', 'lift'], fc.constantFrom(0, 2, 3, 4)) },
  { weight: 1, arbitrary: flag(fc.constantFrom('set' as const, 'clear' as const)) },
  { weight: 4, arbitrary: tightening },
);

/** The log in which they stand one after the other, as the sequence of the database numbers them. */
export function numbered(loose: readonly Loose[]): Entry[] {
  return loose.map((one, at) => ({ ...one, id: BigInt(at + 1) }));
}

/** Which member of a group each is about; an offer is everybody's. */
export function logsOf(told: readonly { member: number; entry: Entry }[], members: number): Entry[][] {
  return Array.from({ length: members }, (_, member) =>
    told.filter((one) => one.member === member || one.entry.kind === 'offer').map(({ entry }) => entry),
  );
}

/** What may be told apart of outcomes: what holds, for what, and whether somebody said yes. Not by which decision. */
export function pictureOf(outcomes: ReadonlyMap<string, Outcome>): unknown {
  return [...outcomes]
    .map(([purpose, { state, given, parts, categories }]) => ({
      purpose,
      state,
      given,
      parts: [...new Set(parts)].map(rank).sort((a, b) => a - b),
      categories: [...categories].map(([key, held]) => `${key} ${held}`).sort(),
    }))
    .sort((a, b) => (a.purpose < b.purpose ? -1 : 1));
}
