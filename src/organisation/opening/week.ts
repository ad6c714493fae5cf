import type { SecondSpan } from '../day-spans.ts';
import { secondsAcross, stretchesOf, type Timeline } from './timeline.ts';

export interface WeekDay {
  /** `2026-12-24` */
  readonly date: string;
  /** Seconds of the wall clock since midnight, end exclusive. */
  readonly spans: readonly SecondSpan[];
  /** What the day is called when it is an exception. */
  readonly label: string | null;
}

export interface Week {
  readonly days: readonly WeekDay[];
  readonly openSeconds: number;
}

const day = 86_400;

/** A week of opening hours as the clock on the wall shows them, from a Monday (or any date) on. */
export function weekFrom(timeline: Timeline, monday: Temporal.PlainDate, timezone: string): Week {
  const dates = [0, 1, 2, 3, 4, 5, 6].map((days) => monday.add({ days }));
  const startOf = (date: Temporal.PlainDate) => date.toZonedDateTime(timezone).epochMilliseconds / 1000;
  const days = dates.map((date) => {
    const parts = stretchesOf(timeline, startOf(date), startOf(date.add({ days: 1 })));
    const label = parts
      .at(-1)
      ?.held.calendar.version.exceptions.find((exception) => exception.date === date.toString())?.label;
    return {
      date: date.toString(),
      spans: parts.flatMap(({ held, from, to }) =>
        clip(held.calendar.days.on(dayNumber(date)), {
          from: wallSeconds(from, date, timezone),
          to: wallSeconds(to, date, timezone),
        }),
      ),
      label: label ?? null,
    };
  });
  const openSeconds = secondsAcross(timeline, startOf(monday), startOf(monday.add({ days: 7 })));
  return { days, openSeconds };
}

/** The Monday of the week of a date. */
export function mondayOf(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.subtract({ days: date.dayOfWeek - 1 });
}

function dayNumber(date: Temporal.PlainDate): number {
  return Math.round(Date.UTC(date.year, date.month - 1, date.day) / (day * 1000));
}

function wallSeconds(epochSeconds: number, date: Temporal.PlainDate, timezone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(epochSeconds * 1000).toZonedDateTimeISO(timezone);
  if (Temporal.PlainDate.compare(local.toPlainDate(), date) > 0) return day;
  return local.hour * 3600 + local.minute * 60 + local.second;
}

function clip(spans: readonly SecondSpan[], within: SecondSpan): SecondSpan[] {
  return spans
    .map(({ from, to }) => ({ from: Math.max(from, within.from), to: Math.min(to, within.to) }))
    .filter(({ from, to }) => from < to);
}
