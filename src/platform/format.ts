import type { Catalogue, Locale } from './words.ts';

/** An instant: ISO 8601 text (as loaders send it), or a Date. */
export type When = string | Date;

export interface Formats {
  readonly locale: Locale;
  readonly timeZone: string;
  /** `1.234,5`. At most `digits` after the comma (0 when left out). */
  number(value: number, digits?: number): string;
  /** A share of 1: `0.664` → `66%`, or `66,4%` with `digits` 1. */
  percent(share: number, digits?: number): string;
  /** `24 november 2026` */
  day(when: When): string;
  /** `24 nov`, with the year only when it is not the year of `now`. */
  shortDay(when: When, now: When): string;
  /** `14:05` */
  time(when: When): string;
  /** `dinsdag 24 november 2026 om 14:05`: for titles and the exact moment behind an age. */
  moment(when: When): string;
  /** `3 minuten geleden`, `over 2 uur`; under 45 seconds `net`. */
  age(when: When, now: When): string;
  /** A length of time in its two largest units: 11,160 → `3 uur en 6 minuten`. Negative counts as nothing. */
  duration(seconds: number): string;
  /** `a, b en c` */
  list(items: readonly string[]): string;
}

/**
 * How one language in one time zone writes numbers and times. Formatters are made when first used and kept for the
 * life of the result, so make one per request (server) or per page (browser), not one per cell.
 */
export function formatsFor(kit: Catalogue['kit'], locale: Locale, timeZone: string): Formats {
  const number = perDigits((digits) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }));
  const percent = perDigits(
    (digits) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }),
  );
  const day = dateFormat(locale, { dateStyle: 'long', timeZone });
  const dayOfYear = dateFormat(locale, { day: 'numeric', month: 'short', timeZone });
  const dayAndYear = dateFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone });
  const year = dateFormat(locale, { year: 'numeric', timeZone });
  const time = dateFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  const moment = dateFormat(locale, { dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23', timeZone });
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const list = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  return {
    locale,
    timeZone,
    number: (value, digits = 0) => number(digits).format(value),
    percent: (share, digits = 0) => percent(digits).format(share),
    day,
    shortDay: (when, now) => (year(when) === year(now) ? dayOfYear(when) : dayAndYear(when)),
    time,
    moment,
    age: (when, now) => age(relative(), kit.now, secondsBetween(now, when)),
    duration: (seconds) => list().format(durationParts(kit.duration, seconds)),
    list: (items) => list().format(items),
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function perDigits<T>(make: (digits: number) => T): (digits: number) => T {
  const made = new Map<number, T>();
  return (digits) => {
    const found = made.get(digits) ?? make(digits);
    made.set(digits, found);
    return found;
  };
}

function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): (when: When) => string {
  const format = once(() => new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options));
  return (when) => format().format(new Date(when));
}

function secondsBetween(from: When, to: When): number {
  return (new Date(to).getTime() - new Date(from).getTime()) / 1000;
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number, number])[] = [
  // unit, its seconds, and up to how many seconds it is used
  ['minute', 60, 3_600],
  ['hour', 3_600, 86_400],
  ['day', 86_400, 30 * 86_400],
  ['month', 30.44 * 86_400, 365 * 86_400],
  ['year', 365.25 * 86_400, Number.POSITIVE_INFINITY],
];

function age(relative: Intl.RelativeTimeFormat, justNow: string, seconds: number): string {
  const distance = Math.abs(seconds);
  if (distance < 45) return justNow;
  for (const [unit, length, until] of steps) {
    const count = Math.max(1, Math.floor(distance / length));
    if (distance < until) return relative.format(seconds < 0 ? -count : count, unit);
  }
  return justNow;
}

function durationParts(words: Catalogue['kit']['duration'], seconds: number): string[] {
  const whole = Math.floor(seconds);
  if (whole < 1) return [words.less];
  const days = Math.floor(whole / 86_400);
  const hours = Math.floor((whole % 86_400) / 3_600);
  const minutes = Math.floor((whole % 3_600) / 60);
  if (days > 0) return hours > 0 ? [words.days(days), words.hours(hours)] : [words.days(days)];
  if (hours > 0) return minutes > 0 ? [words.hours(hours), words.minutes(minutes)] : [words.hours(hours)];
  if (minutes > 0) return [words.minutes(minutes)];
  return [words.seconds(whole)];
}
