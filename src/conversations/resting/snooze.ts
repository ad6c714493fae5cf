/** What ends a snooze: its moment, the customer, the order that was waited for, or somebody of us. */
export type WokenWhy = 'time' | 'reply' | 'order' | 'colleague' | 'closed';

/** Until when a conversation is out of sight. With neither it waits for the customer; the customer always wakes it. */
export interface Until {
  at: Temporal.Instant | null;
  /** Public id of an order, invoice or delivery of the customer: it wakes when that stands otherwise than now. */
  piece: string | null;
}

/** Nobody sets anything aside for longer: by then it is forgotten, not snoozed. */
export const longestSnooze = { hours: 24 * 366 } as const;

/** The moments that are offered by name. */
export const moments = ['hours', 'tomorrow', 'monday', 'week'] as const;
export type Moment = (typeof moments)[number];

const morning = { hour: 9, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 } as const;

/** When that is, where the organisation lives: in three hours, or at nine on a day to come. */
export function momentAt(moment: Moment, now: Temporal.Instant, timezone: string): Temporal.Instant {
  if (moment === 'hours') return now.add({ hours: 3 });
  const here = now.toZonedDateTimeISO(timezone);
  const days = moment === 'tomorrow' ? 1 : moment === 'week' ? 7 : 8 - here.dayOfWeek;
  return here.add({ days }).with(morning).toInstant();
}
