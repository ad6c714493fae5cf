import { asDate } from '../../platform/clock.ts';
import { dayAfter, dayAt } from '../rolling/reading.ts';

export const windows = [28, 91, 182] as const;
export type Days = (typeof windows)[number];

/** The moment figures are evaluated at, and where days begin. */
export interface Frame {
  readonly asOf: Temporal.Instant;
  readonly zone: string;
  /** The day the moment lies in; at midnight the day that begins, so nothing of it counts. */
  readonly today: string;
}

export function frameOf(asOf: Temporal.Instant, zone: string): Frame {
  return { asOf, zone, today: dayAt(asOf, zone) };
}

/** The first day of a window: whole days back, and of today what has passed. */
export function firstDay({ today }: Frame, days: number): string {
  return dayAfter(today, -days);
}

/** A moment as many calendar days earlier, at the same time of day. */
export function daysBefore({ asOf, zone }: Frame, days: number): Date {
  return asDate(asOf.toZonedDateTimeISO(zone).subtract({ days }).toInstant());
}

/** Since when a window counts, as a moment. */
export function windowBegins(frame: Frame, days: number): Date {
  return asDate(Temporal.PlainDate.from(firstDay(frame, days)).toZonedDateTime(frame.zone).toInstant());
}

/** How many weeks back from the moment a day lies: 0 is the last seven days. */
export function weeksBack({ asOf, zone }: Frame, day: string): number {
  const last = asOf.subtract({ milliseconds: 1 }).toZonedDateTimeISO(zone).toPlainDate();
  return Math.floor(Temporal.PlainDate.from(day).until(last).days / 7);
}
