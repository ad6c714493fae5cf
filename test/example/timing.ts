import {
  type CompiledCalendar,
  compileCalendar,
  isOpenAt,
  nextOpening,
  officeHours,
} from '../../src/organisation/calendar.ts';
import { closedOn, dutchHolidays } from '../../src/organisation/holidays.ts';
import type { Random } from './random.ts';

export const zone = 'Europe/Amsterdam';
export type Moment = Temporal.ZonedDateTime;

/** Office hours with the Dutch holidays of the years concerned. */
export function waterkrachtHours(now: Temporal.Instant): ReturnType<typeof officeHours> {
  const year = now.toZonedDateTimeISO(zone).year;
  const years = [year - 1, year, year + 1];
  return { ...officeHours(zone), exceptions: closedOn(years.flatMap(dutchHolidays), 'nl') };
}

export function openingHours(now: Temporal.Instant): CompiledCalendar {
  return compileCalendar(waterkrachtHours(now));
}

export function isOpen(hours: CompiledCalendar, at: Moment): boolean {
  return isOpenAt(hours, Math.floor(at.epochMilliseconds / 1000));
}

/** `minutes` of open time after `at`: what is not done at five goes on the next working day. */
export function afterOpenMinutes(hours: CompiledCalendar, at: Moment, minutes: number): Moment {
  const seconds = nextOpening(hours, Math.ceil(at.epochMilliseconds / 1000));
  if (seconds === undefined) throw new RangeError(`never open after ${at}`);
  const open = Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO(zone);
  const closing = open.with({ hour: 17, minute: 0, second: 0 });
  const done = open.add({ seconds: Math.round(minutes * 60) });
  if (Temporal.ZonedDateTime.compare(done, closing) < 0) return done;
  const left = minutes - (closing.epochMilliseconds - open.epochMilliseconds) / 60_000;
  return afterOpenMinutes(hours, closing, Math.max(0, left));
}

/** Share of a day's messages by local hour: the end of the afternoon is busiest, then nine in the evening. */
const hourShares = [
  0.5, 0.25, 0.15, 0.1, 0.15, 0.3, 0.8, 1.8, 3.2, 4.4, 4.9, 4.6, 4.2, 4.3, 4.8, 5.6, 8.2, 5.6, 4.0, 4.6, 5.6,
  6.9, 4.2, 1.6,
];
const weekdayShares = [1.22, 1.14, 1.06, 1.08, 1.02, 0.78, 0.7];

/** A moment on that day, as the hours of people go. A clock change moves nothing but the hour it skips. */
export function momentOn(day: Temporal.PlainDate, random: Random): Moment {
  const hour = random.weighted([...hourShares.keys()], (at) => hourShares[at] ?? 0);
  const time = Temporal.PlainTime.from({ hour, minute: random.whole(0, 59), second: random.whole(0, 59) });
  return day.toZonedDateTime({ timeZone: zone, plainTime: time });
}

export function weekdayShare(day: Temporal.PlainDate): number {
  return weekdayShares[day.dayOfWeek - 1] ?? 1;
}

/** When a customer writes again: after `minutes`, but nobody sits up for it at night. */
export function whenAwake(at: Moment, minutes: number, random: Random): Moment {
  const later = at.add({ seconds: Math.round(minutes * 60) });
  if (later.hour >= 7 && later.hour < 23) return later;
  const morning = later.hour >= 23 ? later.add({ days: 1 }) : later;
  return morning.with({ hour: random.whole(7, 12), minute: random.whole(0, 59) });
}

/** The last working day that is at least `days` back. */
export function workdayBack(
  now: Temporal.Instant,
  days: number,
  hours: CompiledCalendar,
): Temporal.PlainDate {
  const day = now.toZonedDateTimeISO(zone).toPlainDate().subtract({ days });
  return isWorkday(day, hours) ? day : workdayBack(now, days + 1, hours);
}

/** That day, or the first working day after it. */
export function workdayFrom(day: Temporal.PlainDate, hours: CompiledCalendar): Temporal.PlainDate {
  return isWorkday(day, hours) ? day : workdayFrom(day.add({ days: 1 }), hours);
}

function isWorkday(day: Temporal.PlainDate, hours: CompiledCalendar): boolean {
  return isOpen(hours, day.toZonedDateTime({ timeZone: zone, plainTime: '12:00' }));
}
