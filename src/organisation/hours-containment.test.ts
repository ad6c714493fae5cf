import { expect, test } from 'vitest';
import { type CalendarVersion, compileCalendar, officeHours, type Weekday } from './calendar.ts';
import { containsHours, isAlwaysOpen } from './hours-containment.ts';

const office = officeHours('Europe/Amsterdam');
const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const always: CalendarVersion = {
  ...office,
  intervals: everyDay.map((weekday) => ({ weekday, from: '00:00', to: '24:00' })),
};
const christmas = { date: '2026-12-25', label: 'Eerste Kerstdag', intervals: [] };

function holds(wider: CalendarVersion, narrower: CalendarVersion): boolean {
  return containsHours(compileCalendar(wider), compileCalendar(narrower));
}

test('hours split at lunch without a break are the same hours', () => {
  const split = office.intervals.flatMap(({ weekday, from, to }) => [
    { weekday, from, to: '12:00' },
    { weekday, from: '12:00', to },
  ]);
  expect(holds({ ...office, intervals: split }, office)).toBe(true);
  expect(holds(office, { ...office, intervals: split })).toBe(true);
});

test('a day closed in the wider must be closed in the narrower too', () => {
  expect(holds(office, { ...office, exceptions: [christmas] })).toBe(true);
  expect(holds({ ...office, exceptions: [christmas] }, office)).toBe(false);
  const sunday = { date: '2026-12-27', label: 'Zondag', intervals: [] };
  expect(holds({ ...office, exceptions: [sunday] }, office)).toBe(true);
});

test('an extra open date is wider', () => {
  const saturday = { date: '2026-12-05', label: 'Pakjesavond', intervals: [{ from: '10:00', to: '18:00' }] };
  expect(holds({ ...office, exceptions: [saturday] }, office)).toBe(true);
  expect(holds(office, { ...office, exceptions: [saturday] })).toBe(false);
});

test('across time zones only round the clock contains', () => {
  expect(holds(office, { ...office, timezone: 'Europe/Brussels' })).toBe(false);
  expect(holds(always, { ...office, timezone: 'America/Curacao' })).toBe(true);
  expect(isAlwaysOpen(compileCalendar({ ...always, exceptions: [christmas] }))).toBe(false);
});
