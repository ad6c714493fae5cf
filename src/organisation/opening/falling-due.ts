import { businessSeconds, type CompiledCalendar } from '../calendar.ts';
import { stretchesOf, type Timeline } from './timeline.ts';

/** Further ahead nobody promises anything; also bounds the work for a calendar that hardly ever opens. */
const horizon = 5 * 366 * 86_400;

/**
 * The first moment at which `seconds` of opening hours have passed since `from`, each part counted by the version
 * that held, or will hold, then. Epoch seconds, exact to a millisecond; undefined when there are not so many hours in
 * the next five years. For nothing to wait it is `from` itself.
 */
export function dueAcross(timeline: Timeline, from: number, seconds: number): number | undefined {
  if (seconds <= 0) return from;
  let left = seconds;
  for (const { held, from: start, to } of stretchesOf(timeline, from, from + horizon)) {
    const open = businessSeconds(held.calendar, start, to);
    if (open >= left) return firstWith(held.calendar, { start, to, seconds: left });
    left -= open;
  }
  return undefined;
}

interface Within {
  start: number;
  to: number;
  seconds: number;
}

/** Opening hours only grow, so the first moment with enough of them is found by halving. */
function firstWith(calendar: CompiledCalendar, { start, to, seconds }: Within): number {
  const enough = (ms: number) => businessSeconds(calendar, start, ms / 1000) >= seconds;
  let early = Math.round(start * 1000);
  let late = Math.round(to * 1000);
  // Most promises are of hours: first a step, then twice as far, before all five years are halved.
  for (let step = Math.max(1, Math.round(seconds * 1000)); early + step < late; step *= 2) {
    if (enough(early + step)) {
      late = early + step;
      break;
    }
    early += step;
  }
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (enough(middle)) late = middle;
    else early = middle;
  }
  return enough(early) ? early / 1000 : late / 1000;
}
