import type { DayRange } from './keeping.ts';
import { dayAfter } from './reading.ts';

const most = 31;

/** Neighbouring days together, a month at most. */
export function runsOf(days: readonly string[]): DayRange[] {
  const runs: { from: string; to: string; length: number }[] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && last.to === day && last.length < most) {
      last.to = dayAfter(day);
      last.length += 1;
    } else {
      runs.push({ from: day, to: dayAfter(day), length: 1 });
    }
  }
  return runs;
}
