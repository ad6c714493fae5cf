import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarVersion, compileCalendar, type Weekday } from '../calendar.ts';
import { dueAcross } from './falling-due.ts';
import { secondsAcross, type Timeline } from './timeline.ts';

const amsterdam = 'Europe/Amsterdam';
const all: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const hour = 3600;

function at(local: string): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(amsterdam).epochMilliseconds / 1000;
}

function open(days: readonly Weekday[], ...times: string[]): CalendarVersion {
  const spans = times.map((time) => ({ from: time.slice(0, 5), to: time.slice(6) }));
  return {
    timezone: amsterdam,
    intervals: days.flatMap((weekday) => spans.map((span) => ({ weekday, ...span }))),
    exceptions: [],
  };
}

// A split shift, the evening up to midnight, the hour that the clock skips and repeats, a holiday, and never.
const shapes: readonly CalendarVersion[] = [
  open([1, 2, 3, 4, 5], '09:00-12:30', '13:00-17:00'),
  open(all, '17:00-24:00'),
  open(all, '00:00-04:00', '22:00-24:00'),
  { ...open(all, '08:00-20:00'), exceptions: [{ date: '2026-10-25', label: 'Dicht', intervals: [] }] },
  {
    ...open([6, 7], '10:00-14:00'),
    exceptions: [{ date: '2026-03-29', label: 'Kort', intervals: [{ from: '02:30', to: '03:30' }] }],
  },
  open([], '09:00-10:00'),
];

interface Situation {
  timeline: Timeline;
  from: number;
  seconds: number;
}

/** Versions that begin around the night of a clock change; promises from a minute up to some days of hours. */
const situation: fc.Arbitrary<Situation> = fc
  .record({
    night: fc.constantFrom('2026-03-29', '2026-10-25', '2026-11-24'),
    begins: fc.array(fc.integer({ min: -720, max: 4000 }), { minLength: 1, maxLength: 4, size: 'max' }),
    kinds: fc.array(fc.nat(shapes.length - 1), { minLength: 4, maxLength: 4, size: 'max' }),
    from: fc.nat(3000),
    minutes: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 1800 })),
  })
  .map(({ night, begins, kinds, from, minutes }) => {
    const start = at(`${night}T00:00`) - 12 * hour;
    return {
      from: start + from * 60,
      seconds: minutes * 60,
      timeline: begins.map((after, index) => ({
        from: start + after * 60,
        version: index + 1,
        calendar: compileCalendar(shapes[kinds[index] ?? 0] ?? open(all, '09:00-17:00')),
      })),
    };
  });

type DueWay = (timeline: Timeline, from: number, seconds: number) => number | undefined;

const lookedAhead = 40 * 86_400;

/** Whether a minute is open, asked of the wall clock: of the version that began last, the interval that holds it. */
function isOpenMinute(timeline: Timeline, minute: number): boolean {
  const begun = timeline.filter((one) => one.from <= minute);
  const latest = Math.max(...begun.map((one) => one.from));
  const held =
    begun.filter((one) => one.from === latest).toSorted((a, b) => b.version - a.version)[0] ??
    timeline.toSorted((a, b) => a.version - b.version)[0];
  if (!held) return false;
  const { intervals, exceptions, timezone } = held.calendar.version;
  const local = Temporal.Instant.fromEpochMilliseconds(minute * 1000).toZonedDateTimeISO(timezone);
  const date = local.toPlainDate().toString();
  const today =
    exceptions.find((one) => one.date === date)?.intervals ??
    intervals.filter(({ weekday }) => weekday === local.dayOfWeek);
  const time = `${String(local.hour).padStart(2, '0')}:${String(local.minute).padStart(2, '0')}`;
  return today.some(({ from, to }) => from <= time && time < to);
}

/** The slow oracle: walks minute by minute until enough of them were open. undefined: not within forty days. */
const minuteByMinute: DueWay = (timeline, from, seconds) => {
  let left = seconds;
  if (left <= 0) return from;
  for (let minute = from; minute < from + lookedAhead; minute += 60) {
    if (!isOpenMinute(timeline, minute)) continue;
    left -= 60;
    if (left <= 0) return minute + 60;
  }
  return undefined;
};

const equalsTheOracle = (due: DueWay) =>
  fc.property(situation, ({ timeline, from, seconds }) => {
    const found = due(timeline, from, seconds);
    const expected = minuteByMinute(timeline, from, seconds);
    return expected === undefined ? found === undefined || found > from + lookedAhead : found === expected;
  });

/** From then on, and not a moment sooner, so many hours have passed. */
const isTheFirstMoment = (due: DueWay) =>
  fc.property(situation, ({ timeline, from, seconds }) => {
    const found = due(timeline, from, seconds);
    if (found === undefined || seconds === 0) return found === undefined || found === from;
    return (
      secondsAcross(timeline, from, found) >= seconds && secondsAcross(timeline, from, found - 0.5) < seconds
    );
  });

const versionOnly = (timeline: Timeline, keep: (one: Timeline[number]) => CalendarVersion): Timeline =>
  timeline.map((one) => ({ ...one, calendar: compileCalendar(keep(one)) }));

// Each a mistake seen in public helpdesks.
const broken: Record<string, DueWay> = {
  'one interval a day is known': (timeline, from, seconds) =>
    dueAcross(
      versionOnly(timeline, ({ calendar: { version } }) => ({
        ...version,
        intervals: [...new Map(version.intervals.map((one) => [one.weekday, one])).values()],
      })),
      from,
      seconds,
    ),
  'holidays are forgotten': (timeline, from, seconds) =>
    dueAcross(
      versionOnly(timeline, ({ calendar }) => ({ ...calendar.version, exceptions: [] })),
      from,
      seconds,
    ),
  'the version of the beginning counts to the end': (timeline, from, seconds) => {
    const held = timeline
      .filter((one) => one.from <= from)
      .toSorted((a, b) => b.from - a.from || b.version - a.version)[0];
    return dueAcross(held ? [held] : timeline.slice(0, 1), from, seconds);
  },
  'the clock never changes': (timeline, from, seconds) => {
    const { offset } = Temporal.Instant.fromEpochMilliseconds(from * 1000).toZonedDateTimeISO(amsterdam);
    return dueAcross(
      versionOnly(timeline, ({ calendar }) => ({ ...calendar.version, timezone: offset })),
      from,
      seconds,
    );
  },
  'it falls due when the next hours begin': (timeline, from, seconds) => {
    const due = dueAcross(timeline, from, seconds);
    return due === undefined ? undefined : (dueAcross(timeline, from, seconds + 1) ?? due + 1) - 1;
  },
  'it is clock time': (_, from, seconds) => from + seconds,
};

function holds(property: fc.IProperty<[Situation]>, runs: number): boolean {
  return !fc.check(property, { numRuns: runs, endOnFailure: true }).failed;
}

describe('what falls due', () => {
  test('is when a slow walk over the minutes says so, over clock changes, holidays, split shifts and versions', () => {
    expect(holds(equalsTheOracle(dueAcross), 60)).toBe(true);
  });

  test('is the first moment at which so many opening hours have passed', () => {
    expect(holds(isTheFirstMoment(dueAcross), 300)).toBe(true);
  });

  test.each(Object.entries(broken))('is seen to be wrong when %s', (_, due) => {
    expect(holds(equalsTheOracle(due), 200)).toBe(false);
  });

  test('on a Friday afternoon is on Monday, and after Christmas when that comes between', () => {
    const office: CalendarVersion = {
      ...open([1, 2, 3, 4, 5], '09:00-17:00'),
      exceptions: [{ date: '2026-12-25', label: 'Kerst', intervals: [] }],
    };
    const timeline = [{ from: 0, version: 1, calendar: compileCalendar(office) }];
    expect(dueAcross(timeline, at('2026-11-27T16:30'), hour)).toBe(at('2026-11-30T09:30'));
    expect(dueAcross(timeline, at('2026-12-24T16:30'), 2 * hour)).toBe(at('2026-12-28T10:30'));
    expect(dueAcross(timeline, at('2026-11-27T16:30'), 0)).toBe(at('2026-11-27T16:30'));
    expect(dueAcross([], at('2026-11-27T16:30'), hour)).toBeUndefined();
  });
});
