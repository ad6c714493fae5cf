import type { CompiledCalendar } from './calendar.ts';
import type { DaySpans, SecondSpan } from './day-spans.ts';

/**
 * Is every open minute of `narrower` open in `wider` too? Weeks and exceptions are compared as expanded
 * wall-clock spans, for all dates. Across time zones only round-the-clock hours contain others, because
 * clock changes fall on different days.
 */
export function containsHours(wider: CompiledCalendar, narrower: CompiledCalendar): boolean {
  if (isAlwaysOpen(wider)) return true;
  if (wider.version.timezone !== narrower.version.timezone) return false;
  const weekly = [0, 1, 2, 3, 4, 5, 6].every((day) =>
    coversSpans(wider.days.week[day] ?? [], narrower.days.week[day] ?? []),
  );
  return weekly && exceptionDays(wider.days, narrower.days).every((day) => coversDay(wider, narrower, day));
}

/** Round the clock, on every date: the same as no restriction at all. */
export function isAlwaysOpen(calendar: CompiledCalendar): boolean {
  const { week, exceptions } = calendar.days;
  return [...week, ...exceptions.values()].every((spans) => coversSpans(spans, [{ from: 0, to: 86_400 }]));
}

function exceptionDays(a: DaySpans, b: DaySpans): number[] {
  return [...new Set([...a.exceptions.keys(), ...b.exceptions.keys()])];
}

function coversDay(wider: CompiledCalendar, narrower: CompiledCalendar, day: number): boolean {
  return coversSpans(wider.days.on(day), narrower.days.on(day));
}

// Spans are joined when read, so one span can only lie inside one other.
function coversSpans(wider: readonly SecondSpan[], narrower: readonly SecondSpan[]): boolean {
  return narrower.every((span) => wider.some((w) => w.from <= span.from && span.to <= w.to));
}
