import {
  type CalendarException,
  type CalendarVersion,
  type Span,
  validateCalendar,
  type Weekday,
} from '../calendar.ts';
import { belgianHolidays, closedOn, dutchHolidays } from '../holidays.ts';

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];

/** Opening hours as somebody types them: a line per weekday, and a line per exception. */
export interface WrittenHours {
  readonly timezone: string;
  /** By ISO weekday: `09:00-12:30, 13:00-17:00`; empty is closed. */
  readonly week: Readonly<Record<Weekday, string>>;
  /** `2026-12-25 Kerst` is closed; `2026-12-24 09:00-13:00 Kerstavond` has its own hours. */
  readonly exceptions: string;
}

/** Where something cannot be read or cannot be: a weekday, a line of the exceptions (from 1), or the time zone. */
export interface WritingProblem {
  readonly where: { weekday: Weekday } | { line: number } | 'timezone';
  readonly what:
    | 'unreadable'
    | 'ends-before-start'
    | 'overlaps'
    | 'unknown-date'
    | 'date-twice'
    | 'unknown-timezone';
}

export type ReadHours =
  | { ok: true; hours: CalendarVersion }
  | { ok: false; problems: readonly WritingProblem[] };

export function writeHours(hours: CalendarVersion): WrittenHours {
  const of = (weekday: Weekday) => writeSpans(hours.intervals.filter((one) => one.weekday === weekday));
  const week = { 1: of(1), 2: of(2), 3: of(3), 4: of(4), 5: of(5), 6: of(6), 7: of(7) };
  return { timezone: hours.timezone, week, exceptions: writeExceptions(hours.exceptions) };
}

function writeExceptions(exceptions: readonly CalendarException[]): string {
  return exceptions
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .map(({ date, intervals, label }) =>
      [date, writeSpans(intervals), label].filter((part) => part !== '').join(' '),
    )
    .join('\n');
}

function writeSpans(spans: readonly Span[]): string {
  return spans
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ from, to }) => `${from}-${to}`)
    .join(', ');
}

export function readHours(written: WrittenHours): ReadHours {
  const problems: WritingProblem[] = [];
  const placed: { where: WritingProblem['where'] }[] = [];
  const intervals = weekdays.flatMap((weekday) => {
    const spans = readSpans(written.week[weekday]);
    if (!spans) problems.push({ where: { weekday }, what: 'unreadable' });
    for (const _ of spans ?? []) placed.push({ where: { weekday } });
    return (spans ?? []).map((span) => ({ weekday, ...span }));
  });
  const lines = linesOf(written.exceptions);
  const exceptions = lines.flatMap(({ text, line }) => {
    const exception = readException(text);
    if (!exception) problems.push({ where: { line }, what: 'unreadable' });
    return exception ? [{ ...exception, line }] : [];
  });
  const hours = {
    timezone: written.timezone.trim(),
    intervals,
    exceptions: exceptions.map(({ line: _, ...exception }) => exception),
  };
  for (const { where, what } of validateCalendar(hours)) {
    const [, kind, at] = /^(intervals|exceptions)\[(\d+)\]/.exec(where) ?? [];
    const place =
      kind === 'intervals' ? placed[Number(at)]?.where : { line: exceptions[Number(at)]?.line ?? 0 };
    problems.push({ where: kind ? (place ?? 'timezone') : 'timezone', what: said(what) });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, hours };
}

function said(what: ReturnType<typeof validateCalendar>[number]['what']): WritingProblem['what'] {
  return what === 'unreadable-time' || what === 'unknown-weekday' ? 'unreadable' : what;
}

function linesOf(text: string): { text: string; line: number }[] {
  return text
    .split('\n')
    .map((one, at) => ({ text: one.trim(), line: at + 1 }))
    .filter((one) => one.text !== '');
}

/** A clock time as people write it: 9, 9:00, 09.30, 24:00. */
const clock = '(\\d{1,2})(?:[:.](\\d{2}))?';
const spanPattern = new RegExp(`^${clock} ?[-–] ?${clock}$`);
const spanAtStart = new RegExp(`^${clock} ?[-–] ?${clock}(?=[ ,;]|$)[ ,;]*`);

/** undefined when it cannot be read; none when it is empty: closed. */
function readSpans(text: string): Span[] | undefined {
  const spans: Span[] = [];
  for (const part of text.split(/[,;]/).map((one) => one.trim())) {
    if (part === '') continue;
    const span = spanOf(spanPattern.exec(part));
    if (!span) return undefined;
    spans.push(span);
  }
  return spans;
}

function spanOf(match: RegExpExecArray | null): Span | undefined {
  if (!match) return undefined;
  const [, hour = '', minute = '00', hourTo = '', minuteTo = '00'] = match;
  return { from: `${hour.padStart(2, '0')}:${minute}`, to: `${hourTo.padStart(2, '0')}:${minuteTo}` };
}

function readException(text: string): CalendarException | undefined {
  const [whole, iso, d, m, y] =
    /^(?:(\d{4}-\d{2}-\d{2})|(\d{1,2})-(\d{1,2})-(\d{4}))(?= |$)/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const date = iso ?? `${y}-${m?.padStart(2, '0')}-${d?.padStart(2, '0')}`;
  let rest = text.slice(whole.length).trim();
  const intervals: Span[] = [];
  for (let match = spanAtStart.exec(rest); match; match = spanAtStart.exec(rest)) {
    const span = spanOf(match);
    if (span) intervals.push(span);
    rest = rest.slice(match[0].length);
  }
  return { date, label: rest, intervals };
}

export const countries = ['nl', 'be'] as const;
export type Country = (typeof countries)[number];

/** The exceptions with the days off of a year added; days that stand there already stay as they are. */
export function withHolidays(
  exceptions: string,
  { country, year, language }: { country: Country; year: number; language: 'nl' | 'en' },
): string {
  const closed = closedOn(country === 'nl' ? dutchHolidays(year) : belgianHolidays(year), language);
  const known = new Set(linesOf(exceptions).map(({ text }) => readException(text)?.date));
  const added = writeExceptions(closed.filter(({ date }) => !known.has(date)));
  return [exceptions.trimEnd(), added].filter((part) => part !== '').join('\n');
}
