import type { CalendarException } from './calendar.ts';

export interface Holiday {
  /** 'YYYY-MM-DD' */
  readonly date: string;
  readonly nl: string;
  readonly en: string;
}

/** Days after Easter Sunday, or a fixed 'MM-DD'. */
type Rule = readonly [when: number | string, nl: string, en: string];

const dutch: readonly Rule[] = [
  ['01-01', 'Nieuwjaarsdag', "New Year's Day"],
  [1, 'Tweede Paasdag', 'Easter Monday'],
  [39, 'Hemelvaartsdag', 'Ascension Day'],
  [50, 'Tweede Pinksterdag', 'Whit Monday'],
  ['12-25', 'Eerste Kerstdag', 'Christmas Day'],
  ['12-26', 'Tweede Kerstdag', 'Second Day of Christmas'],
];

const belgian: readonly Rule[] = [
  ['01-01', 'Nieuwjaar', "New Year's Day"],
  [1, 'Paasmaandag', 'Easter Monday'],
  ['05-01', 'Dag van de Arbeid', 'Labour Day'],
  [39, 'Onze-Lieve-Heer-Hemelvaart', 'Ascension Day'],
  [50, 'Pinkstermaandag', 'Whit Monday'],
  ['07-21', 'Nationale feestdag', 'National Day'],
  ['08-15', 'Onze-Lieve-Vrouw-Hemelvaart', 'Assumption Day'],
  ['11-01', 'Allerheiligen', "All Saints' Day"],
  ['11-11', 'Wapenstilstand', 'Armistice Day'],
  ['12-25', 'Kerstmis', 'Christmas Day'],
];

/** Days off in the Netherlands, by date. Two may share one: Ascension Day and Liberation Day on 5 May 2005. */
export function dutchHolidays(year: number): Holiday[] {
  return inYear(year, [...dutch, monarchsDay(year), ...liberationDay(year)]);
}

/** The ten public holidays of Belgium, by date. */
export function belgianHolidays(year: number): Holiday[] {
  return inYear(year, belgian);
}

/** As closed days of a calendar; holidays that share a date become one day with both names. */
export function closedOn(holidays: readonly Holiday[], language: 'nl' | 'en'): CalendarException[] {
  const labels = new Map<string, string[]>();
  for (const holiday of holidays) {
    labels.set(holiday.date, [...(labels.get(holiday.date) ?? []), holiday[language]]);
  }
  return [...labels].map(([date, names]) => ({ date, label: names.join(', '), intervals: [] }));
}

/** Western Easter by the anonymous Gregorian algorithm (Meeus/Jones/Butcher). */
export function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const marchDay = h + l - 7 * m + 22;
  return Temporal.PlainDate.from({ year, month: 3, day: 1 }).add({ days: marchDay - 1 });
}

// King's Day since 2014, Queen's Day before; on a Sunday it is kept on the Saturday.
function monarchsDay(year: number): Rule {
  const [day, nl, en] =
    year >= 2014 ? [27, 'Koningsdag', "King's Day"] : [30, 'Koninginnedag', "Queen's Day"];
  const sunday = Temporal.PlainDate.from({ year, month: 4, day }).dayOfWeek === 7;
  return [`04-${sunday ? day - 1 : day}`, nl, en];
}

// A day off by custom only in lustrum years.
function liberationDay(year: number): Rule[] {
  return year % 5 === 0 ? [['05-05', 'Bevrijdingsdag', 'Liberation Day']] : [];
}

function inYear(year: number, rules: readonly Rule[]): Holiday[] {
  const easter = easterSunday(year);
  return rules
    .map(([when, nl, en]) => ({ date: dateOf(year, when, easter), nl, en }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function dateOf(year: number, when: number | string, easter: Temporal.PlainDate): string {
  return typeof when === 'number' ? easter.add({ days: when }).toString() : `${year}-${when}`;
}
