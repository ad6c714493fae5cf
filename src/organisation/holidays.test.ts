import { describe, expect, test } from 'vitest';
import { validateCalendar } from './calendar.ts';
import { belgianHolidays, closedOn, dutchHolidays, easterSunday } from './holidays.ts';

describe('holidays', () => {
  test('Easter is right for its earliest, latest and ordinary years', () => {
    const known = [
      '1818-03-22',
      '1943-04-25',
      '2000-04-23',
      '2008-03-23',
      '2024-03-31',
      '2026-04-05',
      '2038-04-25',
    ];
    expect(known.map((date) => easterSunday(Number(date.slice(0, 4))).toString())).toEqual(known);
  });

  test('the Netherlands in 2026 has seven, without Liberation Day', () => {
    expect(dutchHolidays(2026).map(({ date, nl }) => `${date} ${nl}`)).toEqual([
      '2026-01-01 Nieuwjaarsdag',
      '2026-04-06 Tweede Paasdag',
      '2026-04-27 Koningsdag',
      '2026-05-14 Hemelvaartsdag',
      '2026-05-25 Tweede Pinksterdag',
      '2026-12-25 Eerste Kerstdag',
      '2026-12-26 Tweede Kerstdag',
    ]);
  });

  test('Liberation Day counts in lustrum years and King’s Day moves off a Sunday', () => {
    expect(dutchHolidays(2025)).toContainEqual({
      date: '2025-05-05',
      nl: 'Bevrijdingsdag',
      en: 'Liberation Day',
    });
    expect(dutchHolidays(2025)).toContainEqual({ date: '2025-04-26', nl: 'Koningsdag', en: "King's Day" });
    expect(dutchHolidays(2012)).toContainEqual({
      date: '2012-04-30',
      nl: 'Koninginnedag',
      en: "Queen's Day",
    });
  });

  test('Belgium has ten, in order of date', () => {
    const dates = belgianHolidays(2026).map((holiday) => holiday.date);
    expect(dates).toHaveLength(10);
    expect(dates).toEqual([...dates].sort());
    expect(dates).toContain('2026-07-21');
  });

  test('that share a date become one closed day', () => {
    const exceptions = closedOn(dutchHolidays(2005), 'nl');
    expect(exceptions).toContainEqual({
      date: '2005-05-05',
      label: 'Hemelvaartsdag, Bevrijdingsdag',
      intervals: [],
    });
    expect(validateCalendar({ timezone: 'Europe/Amsterdam', intervals: [], exceptions })).toEqual([]);
  });
});
