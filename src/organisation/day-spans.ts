/** What is wrong and where: `intervals[2]` · `overlaps`. `what` is stable, catalogues hold the words. */
export interface CalendarProblem {
  readonly where: string;
  readonly what:
    | 'unknown-timezone'
    | 'unknown-weekday'
    | 'unknown-date'
    | 'unreadable-time'
    | 'ends-before-start'
    | 'overlaps'
    | 'date-twice';
}

interface WallSpan {
  readonly from: string;
  readonly to: string;
}

/** What of a calendar version decides when it is open. */
export interface OpeningRules {
  readonly timezone: string;
  readonly intervals: readonly (WallSpan & { readonly weekday: number })[];
  readonly exceptions: readonly { readonly date: string; readonly intervals: readonly WallSpan[] }[];
}

/** Seconds since local midnight, end exclusive. */
export interface SecondSpan {
  readonly from: number;
  readonly to: number;
}

/** The wall-clock rule per local day (days since 1970-01-01), sorted, touching spans joined. */
export interface DaySpans {
  readonly timezone: string;
  readonly week: readonly (readonly SecondSpan[])[];
  readonly exceptions: ReadonlyMap<number, readonly SecondSpan[]>;
  /** Local day of the last exception; a day long past when there is none. */
  readonly lastException: number;
  on(localDay: number): readonly SecondSpan[];
}

/** Reads the rules once for both uses: the spans hold whatever was readable, the problems say the rest. */
export function readDaySpans(rules: OpeningRules): { days: DaySpans; problems: CalendarProblem[] } {
  const problems: CalendarProblem[] = [];
  if (!isTimezone(rules.timezone)) problems.push({ where: 'timezone', what: 'unknown-timezone' });
  const week = readWeek(rules, problems);
  const exceptions = readExceptions(rules, problems);
  const days: DaySpans = {
    timezone: rules.timezone,
    week,
    exceptions,
    lastException: Math.max(-100_000, ...exceptions.keys()),
    on: (localDay) => exceptions.get(localDay) ?? week[weekdayOf(localDay) - 1] ?? [],
  };
  return { days, problems };
}

/** Days since 1970-01-01 (a Thursday) to ISO weekday. */
export function weekdayOf(localDay: number): number {
  return ((((localDay + 3) % 7) + 7) % 7) + 1;
}

type Placed = WallSpan & { readonly where: string };

function readWeek(rules: OpeningRules, problems: CalendarProblem[]): SecondSpan[][] {
  const perDay: Placed[][] = [[], [], [], [], [], [], []];
  for (const [index, interval] of rules.intervals.entries()) {
    const where = `intervals[${index}]`;
    const day = perDay[interval.weekday - 1];
    if (day) day.push({ ...interval, where });
    else problems.push({ where, what: 'unknown-weekday' });
  }
  return perDay.map((spans) => readSpans(spans, problems));
}

function readExceptions(rules: OpeningRules, problems: CalendarProblem[]): Map<number, SecondSpan[]> {
  const exceptions = new Map<number, SecondSpan[]>();
  for (const [index, exception] of rules.exceptions.entries()) {
    const where = `exceptions[${index}]`;
    const day = dayNumber(exception.date);
    const placed = exception.intervals.map((span, i) => ({ ...span, where: `${where}.intervals[${i}]` }));
    const spans = readSpans(placed, problems);
    if (day === undefined) problems.push({ where, what: 'unknown-date' });
    else if (exceptions.has(day)) problems.push({ where, what: 'date-twice' });
    else exceptions.set(day, spans);
  }
  return exceptions;
}

function readSpans(placed: readonly Placed[], problems: CalendarProblem[]): SecondSpan[] {
  const readable: (SecondSpan & { where: string })[] = [];
  for (const { from, to, where } of placed) {
    const start = secondsOf(from);
    const end = secondsOf(to);
    if (start === undefined || end === undefined) problems.push({ where, what: 'unreadable-time' });
    else if (end <= start) problems.push({ where, what: 'ends-before-start' });
    else readable.push({ from: start, to: end, where });
  }
  readable.sort((a, b) => a.from - b.from);
  const joined: SecondSpan[] = [];
  for (const { from, to, where } of readable) {
    const last = joined.at(-1);
    if (last && from < last.to) problems.push({ where, what: 'overlaps' });
    if (last && from <= last.to) joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else joined.push({ from, to });
  }
  return joined;
}

function secondsOf(time: string): number | undefined {
  if (time === '24:00') return 86_400;
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  return match ? Number(match[1]) * 3600 + Number(match[2]) * 60 : undefined;
}

function dayNumber(date: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const milliseconds = Date.parse(`${date}T00:00:00Z`);
  const real = !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(date);
  return real ? milliseconds / 86_400_000 : undefined;
}

function isTimezone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
