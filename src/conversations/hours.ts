import { businessSeconds, isOpenAt } from '../organisation/calendar.ts';
import { type QueueCalendar, queueCalendars } from '../organisation/calendars.ts';
import { defaultQueueKey } from '../organisation/queues.ts';
import type { Context } from '../platform/context.ts';
import type { Hours } from './placing/course.ts';

export interface QueueHours {
  defaultQueueId: string;
  forQueue(queueId: string): Hours;
  /** The calendar version in force for a queue; frozen into every interval that is measured with it. */
  versionFor(queueId: string): string;
}

export async function hoursOf(ctx: Context): Promise<QueueHours> {
  return hoursFrom(await queueCalendars(ctx));
}

export function hoursFrom(queues: readonly QueueCalendar[]): QueueHours {
  const byQueue = new Map(queues.map(({ queueId, version }) => [queueId, version]));
  const versionOf = (queueId: string) => {
    const version = byQueue.get(queueId);
    if (!version) throw new Error(`queue ${queueId} has no calendar`);
    return version;
  };
  return {
    defaultQueueId: queues.find(({ queueKey }) => queueKey === defaultQueueKey)?.queueId ?? '',
    versionFor: (queueId) => versionOf(queueId).id,
    forQueue: (queueId) => {
      const { calendar } = versionOf(queueId);
      return {
        isOpen: (at) => isOpenAt(calendar, at / 1000),
        seconds: (from, to) => businessSeconds(calendar, from / 1000, to / 1000),
      };
    },
  };
}

/** How long somebody has waited, counting opening hours only, in seconds. Two statements. */
export async function hoursWaited(ctx: Context, queueId: string, since: Date): Promise<number> {
  const { forQueue } = await hoursOf(ctx);
  return Math.round(forQueue(queueId).seconds(since.getTime(), ctx.clock.now().epochMilliseconds));
}

/**
 * The latest moment from which `seconds` of opening hours fit before `asOf`: who asked later could not have been
 * answered in time yet. By the default queue's calendar; two weeks back when there were no such hours.
 */
export async function momentBefore(ctx: Context, asOf: Date, seconds: number): Promise<Date> {
  const { defaultQueueId, forQueue } = await hoursOf(ctx);
  const hours = forQueue(defaultQueueId);
  const end = asOf.getTime();
  let [early, late] = [end - 14 * 86_400_000, end];
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (hours.seconds(middle, end) >= seconds) early = middle;
    else late = middle;
  }
  return new Date(early);
}
