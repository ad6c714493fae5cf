import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarVersion, officeHours, type Span } from '../calendar.ts';
import { type ReadHours, readHours, weekdays, withHolidays, writeHours } from './written-hours.ts';

const clockOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Spans that neither overlap nor are empty. */
const spans: fc.Arbitrary<Span[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { maxLength: 8, size: 'max' })
  .map((minutes) => {
    const cuts = minutes.toSorted((a, b) => a - b);
    return Array.from({ length: Math.floor(cuts.length / 2) }, (_, i) => ({
      from: clockOf(cuts[2 * i] ?? 0),
      to: clockOf(cuts[2 * i + 1] ?? 0),
    }));
  });

const exceptions = fc.uniqueArray(
  fc.record({
    date: fc
      .integer({ min: 0, max: 30_000 })
      .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
    label: fc.constantFrom('', 'Kerst', 'Dag van de Arbeid', '2e Paasdag', '50 jaar Waterkracht', 'Open 9'),
    intervals: spans,
  }),
  { selector: (one) => one.date, maxLength: 12, size: 'max' },
);

const version: fc.Arbitrary<CalendarVersion> = fc
  .record({
    timezone: fc.constantFrom('Europe/Amsterdam', 'Europe/Brussels', 'America/Paramaribo'),
    week: fc.tuple(spans, spans, spans, spans, spans, spans, spans),
    exceptions,
  })
  .map(({ timezone, week, exceptions }) => ({
    timezone,
    intervals: weekdays.flatMap((weekday) => (week[weekday - 1] ?? []).map((span) => ({ weekday, ...span }))),
    exceptions: exceptions.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
  }));

type Read = (written: ReturnType<typeof writeHours>) => ReadHours;

const comesBack = (read: Read) =>
  fc.property(version, (hours) => {
    const back = read(writeHours(hours));
    return back.ok && JSON.stringify(back.hours) === JSON.stringify(hours);
  });

const fails = (read: Read) =>
  fc.check(comesBack(read), { numRuns: read === readHours ? 300 : 4000, endOnFailure: true }).failed;

function changed(change: (hours: CalendarVersion) => CalendarVersion): Read {
  return (written) => {
    const back = readHours(written);
    return back.ok ? { ok: true, hours: change(back.hours) } : back;
  };
}

const broken: Record<string, Read> = {
  'reads one time a day': changed((hours) => ({
    ...hours,
    intervals: [...new Map(hours.intervals.map((one) => [one.weekday, one])).values()],
  })),
  'forgets midnight': (written) =>
    readHours({ ...written, exceptions: written.exceptions.replaceAll('24:00', '23:59') }),
  'takes every exception as closed': changed((hours) => ({
    ...hours,
    exceptions: hours.exceptions.map((one) => ({ ...one, intervals: [] })),
  })),
  'loses the last line': (written) =>
    readHours({ ...written, exceptions: written.exceptions.split('\n').slice(0, -1).join('\n') }),
};

describe('written hours', () => {
  test('come back as they were', () => {
    expect(fails(readHours)).toBe(false);
  });

  test.each(Object.entries(broken))('do not when the code %s', (_, read) => {
    expect(fails(read)).toBe(true);
  });

  test('are read as people write them', () => {
    const week = { ...writeHours(officeHours('Europe/Amsterdam')).week, 1: '9-12.30; 13 – 17', 6: '' };
    const read = readHours({
      timezone: 'Europe/Amsterdam',
      week,
      exceptions: '5-12-2026 9-16 Pakjesavond\n',
    });
    expect(read.ok && read.hours.intervals.slice(0, 2)).toEqual([
      { weekday: 1, from: '09:00', to: '12:30' },
      { weekday: 1, from: '13:00', to: '17:00' },
    ]);
    expect(read.ok && read.hours.exceptions).toEqual([
      { date: '2026-12-05', label: 'Pakjesavond', intervals: [{ from: '09:00', to: '16:00' }] },
    ]);
  });

  test('say where something is wrong', () => {
    const { week } = writeHours(officeHours('Europe/Amsterdam'));
    const read = readHours({
      timezone: 'Europe/Waterkracht',
      week: { ...week, 2: '9 tot 5', 3: '09:00-12:00, 11:00-13:00' },
      exceptions: '2026-12-25 Kerst\n\n2026-02-30 Nooit\nmorgen dicht\n2026-12-25 Kerst',
    });
    expect(read.ok ? [] : read.problems.map(({ where, what }) => [where, what])).toEqual([
      [{ weekday: 2 }, 'unreadable'],
      [{ line: 4 }, 'unreadable'],
      ['timezone', 'unknown-timezone'],
      [{ weekday: 3 }, 'overlaps'],
      [{ line: 3 }, 'unknown-date'],
      [{ line: 5 }, 'date-twice'],
    ]);
  });

  test('take the holidays of a year without touching what stands there', () => {
    const own = '2026-12-25 09:00-12:00 Kerst, half open';
    const belgian = withHolidays(own, { country: 'be', year: 2026, language: 'nl' });
    expect(belgian.split('\n')).toHaveLength(10);
    expect(belgian).toContain(own);
    expect(belgian).toContain('2026-07-21 Nationale feestdag');
    expect(withHolidays(belgian, { country: 'be', year: 2026, language: 'nl' })).toBe(belgian);
  });
});
