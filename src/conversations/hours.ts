import { businessSeconds, isOpenAt } from '../organisation/calendar.ts';
import { newestCalendars } from '../organisation/calendars.ts';
import { defaultQueueKey, listQueues } from '../organisation/queues.ts';
import type { Context } from '../platform/context.ts';
import type { Hours } from './course.ts';

export interface QueueHours {
  defaultQueueId: string;
  forQueue(queueId: string): Hours;
  /** The calendar version in force for a queue; frozen into every interval that is measured with it. */
  versionFor(queueId: string): string;
}

export async function hoursOf(ctx: Context): Promise<QueueHours> {
  const calendars = await newestCalendars(ctx);
  const queues = await listQueues(ctx);
  const byQueue = new Map(queues.map((queue) => [queue.id, calendars.get(queue.calendarId)]));
  const versionOf = (queueId: string) => {
    const version = byQueue.get(queueId);
    if (!version) throw new Error(`queue ${queueId} has no calendar`);
    return version;
  };
  return {
    defaultQueueId: queues.find((queue) => queue.key === defaultQueueKey)?.id ?? '',
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
