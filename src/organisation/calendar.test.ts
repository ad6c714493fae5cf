import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  businessSeconds,
  type CalendarVersion,
  compileCalendar,
  isOpenAt,
  nextOpening,
  officeHours,
  type Span,
  validateCalendar,
  type Weekday,
} from './calendar.ts';

const amsterdam = 'Europe/Amsterdam';
const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

function at(local: string, timezone = amsterdam): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timezone).epochMilliseconds / 1000;
}

function clockOf(minutes: number): string {
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

const spans: fc.Arbitrary<Span[]> = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 0, max: 1440 }), fc.constantFrom(0, 120, 150, 180, 1440)), {
    maxLength: 6,
    size: 'max',
  })
  .map((minutes) => {
    const cuts = minutes.sort((a, b) => a - b);
    return Array.from({ length: Math.floor(cuts.length / 2) }, (_, i) => ({
      from: clockOf(cuts[2 * i] ?? 0),
      to: clockOf(cuts[2 * i + 1] ?? 0),
    }));
  });

// Around the nights the clock changes; Apia skipped a whole day, Lord Howe moves half an hour.
const nights = [
  { timezone: amsterdam, date: '2026-03-29' },
  { timezone: amsterdam, date: '2026-10-25' },
  { timezone: amsterdam, date: '2026-11-24' },
  { timezone: 'Australia/Lord_Howe', date: '2026-04-05' },
  { timezone: 'America/Sao_Paulo', date: '2018-11-04' },
  { timezone: 'Pacific/Apia', date: '2011-12-30' },
];

interface Situation {
  readonly version: CalendarVersion;
  readonly moments: readonly [number, number, number];
}

const situation: fc.Arbitrary<Situation> = fc
  .record({
    night: fc.constantFrom(...nights),
    week: fc.tuple(spans, spans, spans, spans, spans, spans, spans),
    special: fc.option(spans),
    minutes: fc.tuple(fc.nat(2600), fc.nat(2600), fc.nat(2600)),
  })
  .map(({ night, week, special, minutes }) => {
    const intervals = weekdays.flatMap((weekday) => week[weekday - 1]?.map((s) => ({ weekday, ...s })) ?? []);
    const exceptions = special ? [{ date: night.date, label: 'Feest', intervals: special }] : [];
    const start = at(`${night.date}T00:00`, night.timezone) - 12 * 3600;
    const [a = 0, b = 0, c = 0] = minutes.sort((x, y) => x - y).map((m) => start + m * 60);
    return { version: { timezone: night.timezone, intervals, exceptions }, moments: [a, b, c] };
  });

type Seconds = (version: CalendarVersion, from: number, to: number) => number;

function openByWallClock(version: CalendarVersion, epochSeconds: number): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(epochSeconds * 1000).toZonedDateTimeISO(
    version.timezone,
  );
  const time = clockOf(local.hour * 60 + local.minute);
  const date = local.toPlainDate().toString();
  const special = version.exceptions.find((exception) => exception.date === date);
  const today = special?.intervals ?? version.intervals.filter((i) => i.weekday === local.dayOfWeek);
  return today.some(({ from, to }) => from <= time && time < to);
}

/** The slow oracle: looks at every minute. */
const minuteByMinute: Seconds = (version, from, to) => {
  let seconds = 0;
  for (let minute = from; minute < to; minute += 60) if (openByWallClock(version, minute)) seconds += 60;
  return seconds;
};

const real: Seconds = (version, from, to) => businessSeconds(compileCalendar(version), from, to);

const equalsTheOracle = (seconds: Seconds) => ({
  runs: 80,
  property: fc.property(
    situation,
    ({ version, moments: [a, , c] }) => seconds(version, a, c) === minuteByMinute(version, a, c),
  ),
});

const addsUp = (seconds: Seconds) => ({
  runs: 400,
  property: fc.property(
    situation,
    ({ version, moments: [a, b, c] }) =>
      seconds(version, a, c) === seconds(version, a, b) + seconds(version, b, c),
  ),
});

const neverShrinksNorOutrunsTheClock = (seconds: Seconds) => ({
  runs: 400,
  property: fc.property(situation, ({ version, moments: [a, b, c] }) => {
    const grown = seconds(version, a, c) - seconds(version, a, b);
    return grown >= 0 && grown <= c - b && seconds(version, c, a) === 0;
  }),
});

function holds(law: { property: fc.IProperty<[Situation]>; runs: number }, times = 1): boolean {
  return !fc.check(law.property, { numRuns: law.runs * times, endOnFailure: true }).failed;
}

// Deliberately broken ways of counting, each a mistake seen in public helpdesks.
const broken: Record<string, Seconds> = {
  'forgets clock changes': (version, from, to) => {
    const offset = Temporal.Instant.fromEpochMilliseconds(from * 1000).toZonedDateTimeISO(version.timezone);
    return real({ ...version, timezone: offset.offset }, from, to);
  },
  'forgets holidays': (version, from, to) => real({ ...version, exceptions: [] }, from, to),
  'knows one interval a day': (version, from, to) => {
    const seen = new Map(version.intervals.map((interval) => [interval.weekday, interval]));
    return real({ ...version, intervals: [...seen.values()] }, from, to);
  },
  'closes a minute before midnight': (version, from, to) => {
    const intervals = version.intervals.map((i) => (i.to === '24:00' ? { ...i, to: '23:59' } : i));
    return real({ ...version, intervals: intervals.filter((i) => i.from < i.to) }, from, to);
  },
};

const notAdditive: Record<string, Seconds> = {
  'rounds to hours': (version, from, to) => Math.round(real(version, from, to) / 3600) * 3600,
  'adds the opening minute': (version, from, to) => real(version, from, to) + (to > from ? 60 : 0),
  'skips a short span': (version, from, to) => (to - from < 3600 ? 0 : real(version, from, to)),
};

const notMonotone: Record<string, Seconds> = {
  'counts back in time': (version, from, to) => (to < from ? from - to : real(version, from, to)),
  'is modulo a day': (version, from, to) => real(version, from, to) % 10_800,
  'counts double': (version, from, to) => 2 * real(version, from, to),
};

describe('business seconds', () => {
  test('equal a minute by minute count around clock changes', () => {
    expect(holds(equalsTheOracle(real))).toBe(true);
  });

  test.each(Object.entries(broken))('differ from the count when the code %s', (_, seconds) => {
    expect(holds(equalsTheOracle(seconds), 15)).toBe(false);
  });

  test('of two neighbouring spans add up', () => {
    expect(holds(addsUp(real))).toBe(true);
  });

  test.each(Object.entries(notAdditive))('do not add up when the code %s', (_, seconds) => {
    expect(holds(addsUp(seconds), 15)).toBe(false);
  });

  test('never shrink and never outrun the clock', () => {
    expect(holds(neverShrinksNorOutrunsTheClock(real))).toBe(true);
  });

  test.each(Object.entries(notMonotone))('are caught when the code %s', (_, seconds) => {
    expect(holds(neverShrinksNorOutrunsTheClock(seconds), 15)).toBe(false);
  });

  test('round the clock are the seconds on the clock, also over years and in fractions', () => {
    const always = compileCalendar(roundTheClock());
    const moment = fc.integer({ min: at('1995-01-01T00:00'), max: at('2050-01-01T00:00') });
    fc.assert(fc.property(moment, moment, (a, b) => businessSeconds(always, a, b) === Math.max(0, b - a)));
    expect(businessSeconds(always, 1.25, 2.5)).toBe(1.25);
  });

  test('of a year of office hours are its weekdays times eight hours', () => {
    const year = businessSeconds(office(), at('2026-01-01T00:00'), at('2027-01-01T00:00'));
    expect(year).toBe(261 * 8 * 3600);
  });

  test('do not grow without end for an absurd date', () => {
    const until = (date: string) => businessSeconds(office(), at('2026-01-01T00:00'), at(date));
    expect(until('9999-01-01T00:00')).toBe(until('2200-01-01T01:00'));
  });
});

describe('a calendar', () => {
  test('of office hours is open on Friday afternoon and opens again on Monday', () => {
    expect(isOpenAt(office(), at('2026-11-27T16:59:59'))).toBe(true);
    expect(isOpenAt(office(), at('2026-11-27T17:00'))).toBe(false);
    expect(nextOpening(office(), at('2026-11-27T17:00'))).toBe(at('2026-11-30T09:00'));
    expect(nextOpening(office(), at('2026-11-30T09:30'))).toBe(at('2026-11-30T09:30'));
  });

  test('says at every minute the same as the wall clock', () => {
    const property = fc.property(situation, ({ version, moments: [a, b, c] }) => {
      const compiled = compileCalendar(version);
      const opening = nextOpening(compiled, a);
      const skipped = opening !== undefined && opening <= c && businessSeconds(compiled, a, opening) > 0;
      return [a, b, c].every((m) => isOpenAt(compiled, m) === openByWallClock(version, m)) && !skipped;
    });
    fc.assert(property, { numRuns: 300 });
  });

  test('that never opens has no next opening, and one open on a single date stops there', () => {
    const never = { timezone: amsterdam, intervals: [], exceptions: [] };
    expect(nextOpening(compileCalendar(never), at('2026-11-24T00:00'))).toBeUndefined();
    const exceptions = [
      { date: '2028-12-05', label: 'Pakjesavond', intervals: [{ from: '18:00', to: '24:00' }] },
    ];
    const once = compileCalendar({ ...never, exceptions });
    expect(nextOpening(once, at('2026-11-24T00:00'))).toBe(at('2028-12-05T18:00'));
    expect(nextOpening(once, at('2028-12-06T00:00'))).toBeUndefined();
  });

  test('names everything that is wrong with it and refuses to compile', () => {
    const wrong: CalendarVersion = {
      timezone: 'Europe/Waterkracht',
      intervals: [
        { weekday: 1, from: '09:00', to: '12:00' },
        { weekday: 1, from: '11:00', to: '13:00' },
        { weekday: 2, from: '9:00', to: '12:00' },
        { weekday: 3, from: '24:00', to: '24:00' },
        { weekday: 8 as Weekday, from: '09:00', to: '12:00' },
      ],
      exceptions: [
        { date: '2026-02-30', label: '', intervals: [] },
        { date: '2026-12-25', label: '', intervals: [] },
        { date: '2026-12-25', label: '', intervals: [] },
      ],
    };
    expect(validateCalendar(wrong).map((p) => `${p.where} ${p.what}`)).toEqual([
      'timezone unknown-timezone',
      'intervals[4] unknown-weekday',
      'intervals[1] overlaps',
      'intervals[2] unreadable-time',
      'intervals[3] ends-before-start',
      'exceptions[0] unknown-date',
      'exceptions[2] date-twice',
    ]);
    expect(() => compileCalendar(wrong)).toThrow('invalid.calendar');
    expect(validateCalendar(officeHours(amsterdam))).toEqual([]);
  });
});

function office() {
  return compileCalendar(officeHours(amsterdam));
}

function roundTheClock(): CalendarVersion {
  const intervals = weekdays.map((weekday) => ({ weekday, from: '00:00', to: '24:00' }));
  return { timezone: amsterdam, intervals, exceptions: [] };
}
