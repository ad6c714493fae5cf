import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CalendarVersion,
  compileCalendar,
  officeHours,
  type Weekday,
} from '../organisation/calendar.ts';
import {
  contains,
  covers,
  type FindCalendar,
  type HoursReference,
  type Scope,
  type Situation,
  widens,
} from './scope.ts';

const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const office = officeHours('Europe/Amsterdam');
const everyEvening = everyDay.map((weekday) => ({ weekday, from: '17:00', to: '22:00' }));
const christmas = { date: '2026-12-25', label: 'Eerste Kerstdag', intervals: [] };

const calendars: Record<string, CalendarVersion> = {
  office,
  officeAgain: { ...office, intervals: office.intervals.flatMap(splitAtNoon) },
  officeInLondon: { ...office, timezone: 'Europe/London' },
  officeButChristmas: { ...office, exceptions: [christmas] },
  evenings: { ...office, intervals: [...office.intervals, ...everyEvening] },
  always: { ...office, intervals: everyDay.map((weekday) => ({ weekday, from: '00:00', to: '24:00' })) },
};

function splitAtNoon({ weekday, from, to }: CalendarVersion['intervals'][number]) {
  return [
    { weekday, from, to: '12:00' },
    { weekday, from: '12:00', to },
  ];
}

const compiled = new Map(Object.entries(calendars).map(([key, version]) => [key, compileCalendar(version)]));
const findCalendar: FindCalendar = ({ calendar }) => compiled.get(calendar);

const some = (...values: string[]) => fc.subarray(values, { minLength: 1 });
const hours: fc.Arbitrary<HoursReference> = fc.record({
  calendar: fc.constantFrom(...Object.keys(calendars), 'forgotten'),
  version: fc.constant(1),
});
const count = fc.integer({ min: 1, max: 4 });

const fields = {
  channels: some('bluesky', 'mail', 'forum'),
  hours,
  departments: some('service', 'sales'),
  people: some('Els', 'Joost'),
  roles: some('colleague', 'director'),
  segments: some('invited', 'loyal'),
  products: some('stroom', 'gas'),
  topics: some('wrong_delivery', 'promised_discount'),
  languages: some('nl', 'en'),
  regions: some('noord', 'zuid'),
  visibility: fc.constantFrom('open', 'closed', 'invite'),
  approval: fc.constantFrom('always', 'sample', 'none'),
  volumeCap: fc.record({ count, per: fc.constantFrom('day', 'week', 'month') }),
  purposes: some('service', 'listen'),
  dates: fc.record(
    { from: fc.constantFrom('2026-11-01', '2026-12-01'), to: fc.constantFrom('2026-12-10', '2026-12-31') },
    { requiredKeys: [] },
  ),
  budget: fc.record({ eur: count, hours: count }, { requiredKeys: [] }),
};

const scope: fc.Arbitrary<Scope> = fc.record(fields, { requiredKeys: [] });
const fullScope: fc.Arbitrary<Scope> = fc.record(fields);

const moments = [
  '2026-11-24T10:00Z',
  '2026-12-05T19:00Z',
  '2026-12-25T11:00Z',
  '2026-12-11T02:00Z',
  '2026-12-02T16:30Z',
];

const situationOf = (constraints: { requiredKeys?: [] }): fc.Arbitrary<Situation> =>
  fc
    .record({
      moment: fc.constantFrom(...moments),
      stated: fc.record(
        {
          channel: fc.constantFrom('bluesky', 'mail', 'forum'),
          department: fc.constantFrom('service', 'sales'),
          person: fc.constantFrom('Els', 'Joost'),
          roles: some('colleague', 'director'),
          segments: some('invited', 'loyal'),
          products: some('stroom', 'gas'),
          topics: some('wrong_delivery', 'promised_discount'),
          language: fc.constantFrom('nl', 'en'),
          region: fc.constantFrom('noord', 'zuid'),
          visibility: fc.constantFrom('open' as const, 'closed' as const, 'invite' as const),
          purpose: fc.constantFrom('service', 'listen'),
          spent: fc.record({ eur: fc.nat(4), hours: fc.nat(4) }),
        },
        constraints,
      ),
      counts: fc.option(fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3))),
    })
    .map(({ moment, stated, counts }) => {
      const [day, week, month] = counts ?? [0, 0, 0];
      const done = counts ? { done: { day, week: day + week, month: day + month } } : {};
      const at = Date.parse(moment) / 1000;
      return { at, date: moment.slice(0, 10), findCalendar, ...stated, ...done };
    });

const situation = situationOf({ requiredKeys: [] });
const fullSituation = situationOf({});

// Small scopes next to full ones, otherwise two random scopes hardly ever contain one another.
const fewFields = fc.tuple(scope, fc.nat(15), fc.nat(15)).map(([full, a, b]) => {
  const entries = Object.entries(full);
  return Object.fromEntries(entries.filter((_, i) => i === a || i === b)) as Scope;
});
const anyScope = fc.oneof(scope, fewFields);

/** What both allow, field by field. */
function meet(a: Scope, b: Scope): Scope {
  const both: Record<string, unknown> = { ...b, ...a };
  for (const [key, value] of Object.entries(a)) {
    const other = b[key as keyof Scope];
    if (Array.isArray(value) && Array.isArray(other)) both[key] = value.filter((v) => other.includes(v));
  }
  return both as Scope;
}

/** One-field scopes: there two random scopes often contain one another. */
function fieldByField(a: Scope, b: Scope): (readonly [Scope, Scope])[] {
  const keys = Object.keys(a) as (keyof Scope)[];
  return keys.flatMap((key) => {
    const pair = [{ [key]: a[key] }, { [key]: b[key] }] as const;
    return [pair, [{}, pair[0]] as const, [pair[0], {}] as const];
  });
}

interface Rules {
  covers: typeof covers;
  contains: typeof contains;
  widens: typeof widens;
}

const laws: Record<string, (rules: Rules) => fc.IProperty<unknown>> = {
  'every scope contains itself': (rules) =>
    fc.property(anyScope, (a) => rules.contains(a, a, findCalendar)) as fc.IProperty<unknown>,
  'containing carries over': (rules) =>
    fc.property(anyScope, anyScope, anyScope, (a, b, c) => {
      const chain = [a, meet(a, b), meet(meet(a, b), c)] as const;
      const triples = [chain, [a, b, c], [b, meet(a, b), c]] as const;
      return triples.every(
        ([x, y, z]) =>
          !(rules.contains(x, y, findCalendar) && rules.contains(y, z, findCalendar)) ||
          rules.contains(x, z, findCalendar),
      );
    }) as fc.IProperty<unknown>,
  'a scope contains what it shares with another': (rules) =>
    fc.property(anyScope, anyScope, (a, b) =>
      rules.contains(a, meet(a, b), findCalendar),
    ) as fc.IProperty<unknown>,
  'nothing widens itself, and never both ways': (rules) =>
    fc.property(anyScope, anyScope, (a, b) => {
      const pairs = [
        [a, b],
        [a, meet(a, b)],
      ] as const;
      return (
        !rules.widens(a, a, findCalendar) &&
        pairs.every(([x, y]) => !(rules.widens(x, y, findCalendar) && rules.widens(y, x, findCalendar)))
      );
    }) as fc.IProperty<unknown>,
  'widening loses nothing that was covered': (rules) =>
    fc.property(anyScope, anyScope, situation, (a, b, here) =>
      [[a, b] as const, [a, meet(a, b)] as const].every(
        ([wide, narrow]) =>
          !(rules.widens(wide, narrow, findCalendar) && rules.covers(narrow, here)) ||
          rules.covers(wide, here),
      ),
    ) as fc.IProperty<unknown>,
  'a field that contains another loses nothing that was covered': (rules) =>
    fc.property(fullScope, fullScope, fullSituation, (a, b, here) =>
      fieldByField(a, b).every(
        ([wide, narrow]) =>
          !(rules.contains(wide, narrow, findCalendar) && rules.covers(narrow, here)) ||
          rules.covers(wide, here),
      ),
    ) as fc.IProperty<unknown>,
  'leaving a fact out never switches on': (rules) =>
    fc.property(anyScope, situation, (a, { channel, topics, done, ...here }) => {
      const stated = {
        ...here,
        ...(channel && { channel }),
        ...(topics && { topics }),
        ...(done && { done }),
      };
      const fewer = [{ ...here, ...(channel && { channel }) }, { ...here, ...(topics && { topics }) }, here];
      return fewer.every((less) => !rules.covers(a, less) || rules.covers(a, stated));
    }) as fc.IProperty<unknown>,
  'no restriction is the top': (rules) =>
    fc.property(
      anyScope,
      situation,
      (a, here) =>
        rules.contains({}, a, findCalendar) &&
        rules.covers({}, here) &&
        (rules.widens({}, a, findCalendar) || rules.contains(a, {}, findCalendar)),
    ) as fc.IProperty<unknown>,
};

const real: Rules = { covers, contains, widens };

/** Rules whose `contains` is broken, with `widens` built on it as the real one is. */
function containing(broken: typeof contains): Rules {
  return { ...real, contains: broken, widens: (b, a, find) => broken(b, a, find) && !broken(a, b, find) };
}

const without = (scope: Scope, key: keyof Scope): Scope => {
  const { [key]: _, ...rest } = scope;
  return rest;
};

const mutants: Record<string, Rules> = {
  'calls equal wider': { ...real, widens: contains },
  'calls any change wider': { ...real, widens: (b, a, find) => !contains(a, b, find) },
  'forgets the hours': containing((w, n, find) => contains(without(w, 'hours'), without(n, 'hours'), find)),
  'forgets the topics': containing((w, n, find) =>
    contains(without(w, 'topics'), without(n, 'topics'), find),
  ),
  'reads a missing list as an empty one': containing((w, n, find) =>
    contains({ channels: [], ...w }, { channels: [], ...n }, find),
  ),
  'compares caps without their period': containing((w, n, find) => {
    const daily = (s: Scope): Scope =>
      s.volumeCap ? { ...s, volumeCap: { ...s.volumeCap, per: 'day' } } : s;
    return contains(daily(w), daily(n), find);
  }),
  'wants a strictly larger whole': containing((w, n, find) => widens(w, n, find)),
  'covers what is not stated': {
    ...real,
    covers: (s, here) => covers(here.channel === undefined ? without(s, 'channels') : s, here),
  },
};

function holds(property: fc.IProperty<unknown>, runs: number): boolean {
  return !fc.check(property, { numRuns: runs, endOnFailure: true }).failed;
}

describe('scopes obey the law', () => {
  test.each(Object.entries(laws))('%s', (_, law) => {
    expect(holds(law(real), 500)).toBe(true);
  });

  test.each(Object.entries(mutants))('which is broken by code that %s', (_, mutant) => {
    expect(Object.values(laws).every((law) => holds(law(mutant), 3000))).toBe(false);
  });
});
