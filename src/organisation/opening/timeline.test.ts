import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { businessSeconds, type CalendarVersion, compileCalendar, type Weekday } from '../calendar.ts';
import { inForceAt, nextOpeningAcross, openBefore, secondsAcross, type Timeline } from './timeline.ts';
import { mondayOf, weekFrom } from './week.ts';

const amsterdam = 'Europe/Amsterdam';
const hour = 3600;

function at(local: string): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(amsterdam).epochMilliseconds / 1000;
}

function open(days: readonly Weekday[], ...times: string[]): CalendarVersion {
  const spans = times.map((time) => ({ from: time.slice(0, 5), to: time.slice(6) }));
  const intervals = days.flatMap((weekday) => spans.map((span) => ({ weekday, ...span })));
  return { timezone: amsterdam, intervals, exceptions: [] };
}

const all: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
// A split shift, an evening that ends at midnight, the hour that the clock skips and repeats, a day with a holiday.
const shapes: readonly CalendarVersion[] = [
  open(all, '09:00-12:30', '13:00-17:00'),
  open(all, '17:00-24:00'),
  open(all, '00:00-04:00', '22:00-24:00'),
  {
    ...open(all, '08:00-20:00'),
    exceptions: [{ date: '2026-10-25', label: 'Dicht', intervals: [] }],
  },
  open([], '09:00-10:00'),
];

interface Situation {
  timeline: Timeline;
  from: number;
  to: number;
}

/** Versions that begin around the night of a clock change, at odd minutes, some at the same moment. */
const situation: fc.Arbitrary<Situation> = fc
  .record({
    night: fc.constantFrom('2026-03-29', '2026-10-25', '2026-11-24'),
    begins: fc.array(
      fc.oneof(
        fc.integer({ min: -12, max: 60 }).map((n) => n * hour),
        fc.integer({ min: 0, max: 2600 }).map((m) => m * 60),
      ),
      { minLength: 1, maxLength: 4, size: 'max' },
    ),
    kinds: fc.array(fc.nat(shapes.length - 1), { minLength: 4, maxLength: 4, size: 'max' }),
    span: fc.tuple(fc.nat(3000), fc.nat(3000)),
  })
  .map(({ night, begins, kinds, span: [a, b] }) => {
    const start = at(`${night}T00:00`) - 12 * hour;
    return {
      from: start + Math.min(a, b) * 60,
      to: start + Math.max(a, b) * 60,
      timeline: begins.map((after, index) => ({
        from: start + after,
        version: index + 1,
        calendar: compileCalendar(shapes[kinds[index] ?? 0] ?? open(all, '09:00-17:00')),
      })),
    };
  });

type Seconds = (timeline: Timeline, from: number, to: number) => number;

/** The slow oracle: asks of every minute which version held, by looking at all of them. */
const minuteByMinute: Seconds = (timeline, from, to) => {
  let seconds = 0;
  for (let minute = from; minute < to; minute += 60) {
    const begun = timeline.filter((one) => one.from <= minute);
    const latest = Math.max(...begun.map((one) => one.from));
    const [first] = timeline.toSorted((x, y) => x.version - y.version);
    const held =
      begun.filter((one) => one.from === latest).toSorted((x, y) => y.version - x.version)[0] ?? first;
    if (held) seconds += businessSeconds(held.calendar, minute, minute + 60);
  }
  return seconds;
};

const equalsTheOracle = (seconds: Seconds) =>
  fc.property(
    situation,
    ({ timeline, from, to }) => seconds(timeline, from, to) === minuteByMinute(timeline, from, to),
  );

function holds(property: fc.IProperty<[Situation]>, numRuns = 120): boolean {
  return !fc.check(property, { numRuns, endOnFailure: true }).failed;
}

const byOne = (choose: (timeline: Timeline, from: number) => Timeline[number] | undefined): Seconds => {
  return (timeline, from, to) => {
    const held = choose(timeline, from);
    return held ? businessSeconds(held.calendar, from, to) : 0;
  };
};

const broken: Record<string, Seconds> = {
  'takes the newest version for everything': byOne((timeline) => timeline.at(-1)),
  'keeps the version of the start': byOne((timeline, from) => inForceAt(timeline, from)),
  'lets the last made stand before the last begun': (timeline, from, to) =>
    secondsAcross(
      timeline.filter((one) => !timeline.some((x) => x.version > one.version && x.from <= one.from)),
      from,
      to,
    ),
  'lets a version begin at midnight only': (timeline, from, to) =>
    secondsAcross(
      timeline.map((one) => ({ ...one, from: Math.floor(one.from / 86_400) * 86_400 })),
      from,
      to,
    ),
  'of two that begin together takes the first made': (timeline, from, to) =>
    secondsAcross(
      timeline.map((one) => ({ ...one, version: -one.version })),
      from,
      to,
    ),
};

describe('hours over versions', () => {
  test('are counted each minute by the version that held then, also on nights the clock changes', () => {
    expect(holds(equalsTheOracle(secondsAcross))).toBe(true);
  });

  test.each(Object.entries(broken).slice(0, 4))('are counted wrong when the code %s', (_, seconds) => {
    expect(holds(equalsTheOracle(seconds), 2000)).toBe(false);
  });

  test('of two that begin together go by the later made', () => {
    const timeline = [1, 2].map((version) => ({
      version,
      from: at('2026-11-23T00:00'),
      calendar: compileCalendar(open(all, version === 1 ? '09:00-17:00' : '09:00-18:00')),
    }));
    const day = [at('2026-11-24T00:00'), at('2026-11-25T00:00')] as const;
    expect(secondsAcross(timeline, ...day)).toBe(9 * hour);
    expect(Object.values(broken)[4]?.(timeline, ...day)).toBe(8 * hour);
  });

  test('find an opening that only the next version has, and none when nothing opens', () => {
    const shut = {
      from: at('2026-01-01T00:00'),
      version: 1,
      calendar: compileCalendar(open([], '09:00-10:00')),
    };
    const evening = {
      from: at('2026-12-01T18:30'),
      version: 2,
      calendar: compileCalendar(open(all, '17:00-21:00')),
    };
    expect(nextOpeningAcross([shut], at('2026-11-24T10:00'))).toBeUndefined();
    expect(nextOpeningAcross([shut, evening], at('2026-11-24T10:00'))).toBe(at('2026-12-01T18:30'));
    expect(nextOpeningAcross([evening], at('2026-11-24T10:00'))).toBe(at('2026-11-24T17:00'));
    expect(nextOpeningAcross([shut, evening], at('2026-12-01T22:00'))).toBe(at('2026-12-02T17:00'));
  });

  test('do not promise an opening of a version that ends before it', () => {
    const office = {
      from: at('2026-01-01T00:00'),
      version: 1,
      calendar: compileCalendar(open([1], '09:00-17:00')),
    };
    const later = {
      from: at('2026-11-28T00:00'),
      version: 2,
      calendar: compileCalendar(open([2], '09:00-17:00')),
    };
    expect(nextOpeningAcross([office, later], at('2026-11-27T10:00'))).toBe(at('2026-12-01T09:00'));
  });
});

describe('a week', () => {
  test('shows split days, exceptions, and a version that begins on Wednesday at noon', () => {
    const split = {
      ...open([1, 2, 3, 4, 5], '09:00-12:30', '13:00-17:00'),
      exceptions: [{ date: '2026-11-24', label: 'Personeelsdag', intervals: [] }],
    };
    const timeline = [
      { from: at('2026-01-01T00:00'), version: 1, calendar: compileCalendar(split) },
      { from: at('2026-11-25T12:00'), version: 2, calendar: compileCalendar(open(all, '10:00-22:00')) },
    ];
    const monday = mondayOf(Temporal.PlainDate.from('2026-11-26'));
    const { days, openSeconds } = weekFrom(timeline, monday, amsterdam);
    const hours = days.map(({ spans }) =>
      spans.map(({ from, to }) => `${from / hour}-${to / hour}`).join(' '),
    );
    expect(hours).toEqual(['9-12.5 13-17', '', '9-12 12-22', '10-22', '10-22', '10-22', '10-22']);
    expect(days[1]?.label).toBe('Personeelsdag');
    expect(openSeconds).toBe((7.5 + 13 + 4 * 12) * hour);
  });

  test('counts the hour that happens twice, and not the one that never was', () => {
    const night = [{ from: 0, version: 1, calendar: compileCalendar(open(all, '00:00-24:00')) }];
    const week = (date: string) => weekFrom(night, mondayOf(Temporal.PlainDate.from(date)), amsterdam);
    expect(week('2026-10-25').openSeconds).toBe(169 * hour);
    expect(week('2026-03-29').openSeconds).toBe(167 * hour);
    expect(week('2026-10-25').days[6]?.spans).toEqual([{ from: 0, to: 86_400 }]);
  });
});

type Before = typeof openBefore;

/** So many open seconds fit between it and then, and not one less far back; or there were too few for years. */
function fitsBefore(before: Before): void {
  fc.assert(
    fc.property(situation, fc.integer({ min: 1, max: 20_000 }), ({ timeline, to }, seconds) => {
      const found = before(timeline, to, seconds);
      const enough = secondsAcross(timeline, found, to) >= seconds;
      const tight = secondsAcross(timeline, found + 1, to) < seconds;
      expect(tight).toBe(true);
      expect(enough || found < to - 3_000_000_000).toBe(true);
    }),
  );
}

describe('how far back so many open seconds fit', () => {
  test('is exact', () => fitsBefore(openBefore));

  test.each<[string, Before]>([
    ['counts the night', (_, to, seconds) => to - seconds],
    ['is a second off', (timeline, to, seconds) => openBefore(timeline, to, seconds) - 1],
    ['forgets the last hour', (timeline, to, seconds) => openBefore(timeline, to - 3600, seconds)],
  ])('does not hold where it %s', (_, broken) => {
    expect(() => fitsBefore(broken)).toThrow();
  });
});
