import { wallClock } from './zone.ts';

/** Milliseconds since 1970, or why there are none. */
export type Moment = number | 'unreadable' | 'out-of-range';

interface Written {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly milliseconds: number;
  /** Minutes east of Greenwich; null when the file does not say. */
  readonly offset: number | null;
}

const clock = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?`;
const offset = String.raw`(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)`;
const iso = new RegExp(String.raw`^(\d{4})-(\d{2})-(\d{2})(?:[T ]${clock}\s?${offset}?)?$`, 'i');
const dutch = new RegExp(String.raw`^(\d{1,2})-(\d{1,2})-(\d{4})(?:[T ]${clock}\s?${offset}?)?$`, 'i');
const mail = new RegExp(String.raw`^(?:[a-z]{3}, ?)?(\d{1,2}) ([a-z]{3}) (\d{4}) ${clock} ${offset}$`, 'i');
const twitter = new RegExp(String.raw`^[a-z]{3} ([a-z]{3}) (\d{1,2}) ${clock} ${offset} (\d{4})$`, 'i');
const seconds = /^\d{10}(?:\.\d{1,9})?$/;
const milliseconds = /^\d{11,13}$/;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const firstYear = 1970;
const lastYear = 2100;

/**
 * A reader of the ways in which exports write a time: ISO 8601 (also with a space, without seconds or without
 * a zone), a date alone, Twitter's and mail's formats, Dutch day-month-year, and epoch seconds or milliseconds.
 * Times without a zone are of `zone` (an IANA name).
 */
export function readingDates(zone: string): (raw: string) => Moment {
  const instant = wallClock(zone);
  return (raw) => {
    const epoch = seconds.test(raw) ? Number(raw) * 1000 : milliseconds.test(raw) ? Number(raw) : null;
    if (epoch !== null) return epoch < Date.UTC(lastYear + 1, 0) ? Math.floor(epoch) : 'out-of-range';
    const written = findIso(raw) ?? findDutch(raw) ?? findTwitter(raw) ?? findMail(raw);
    if (!written || !isReal(written)) return 'unreadable';
    if (written.year < firstYear || written.year > lastYear) return 'out-of-range';
    const wall = wallOf(written);
    return written.offset === null ? instant(wall) : wall - written.offset * 60_000;
  };
}

function wallOf(written: Written): number {
  const { year, month, day, hour, minute, second } = written;
  // A leap second has no place in instants; it is the last one of its minute.
  return Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59), written.milliseconds);
}

function isReal({ year, month, day, hour, minute, second, offset }: Written): boolean {
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 60) return false;
  if (Number.isNaN(offset)) return false;
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function findIso(raw: string): Written | undefined {
  const found = iso.exec(raw);
  if (!found) return undefined;
  return written([found[1], found[2], found[3]], found.slice(4, 8), found[8]);
}

function findDutch(raw: string): Written | undefined {
  const found = dutch.exec(raw);
  if (!found) return undefined;
  return written([found[3], found[2], found[1]], found.slice(4, 8), found[8]);
}

function findTwitter(raw: string): Written | undefined {
  const found = twitter.exec(raw);
  if (!found) return undefined;
  return written([found[8], monthNamed(found[1]), found[2]], found.slice(3, 7), found[7]);
}

function findMail(raw: string): Written | undefined {
  const found = mail.exec(raw);
  if (!found) return undefined;
  return written([found[3], monthNamed(found[2]), found[1]], found.slice(4, 8), found[8]);
}

function monthNamed(name = ''): string {
  return String(months.indexOf(name.toLowerCase()) + 1);
}

type Digits = string | undefined;

function written(date: readonly Digits[], time: readonly Digits[], zone: Digits): Written {
  const [year, month, day] = date;
  const [hour, minute, second, fraction] = time;
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    milliseconds: fraction === undefined ? 0 : Number(fraction.padEnd(3, '0').slice(0, 3)),
    offset: zone === undefined ? null : minutesOf(zone),
  };
}

/** NaN for an offset that no clock can have. */
function minutesOf(zone: string): number {
  if (/^[a-z]/i.test(zone)) return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', ''));
  if (hours > 23 || minutes > 59) return Number.NaN;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
