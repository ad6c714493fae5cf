import { type CalendarRow, timelineOf } from '../../../organisation/opening/calendar-overview.ts';
import {
  inForceAt,
  isOpenAcross,
  nextOpeningAcross,
  type Timeline,
} from '../../../organisation/opening/timeline.ts';
import type { Context } from '../../../platform/context.ts';

export interface Standing {
  open: boolean;
  /** ISO instant of the next opening; null when it never opens again, or is open now. */
  opens: string | null;
  /** The version that holds now. */
  version: number | null;
  timezone: string;
}

/** Whether it is open now, and when it opens next, also by hours that are still to come. */
export function standingOf(ctx: Context, calendar: CalendarRow): Standing {
  const timeline = timelineOf(calendar);
  const now = ctx.clock.now().epochMilliseconds / 1000;
  const open = isOpenAcross(timeline, now);
  const opens = open ? undefined : nextOpeningAcross(timeline, now);
  return {
    open,
    opens: opens === undefined ? null : instantOf(opens),
    version: inForceAt(timeline, now)?.version ?? null,
    timezone: timezoneOf(timeline, now),
  };
}

/** Of the version that holds at a moment; of the first one made when none does. */
export function timezoneOf(timeline: Timeline, at: number): string {
  const held = inForceAt(timeline, at) ?? timeline.at(-1);
  return held?.calendar.version.timezone ?? 'UTC';
}

export function instantOf(epochSeconds: number): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.round(epochSeconds * 1000)).toString();
}
