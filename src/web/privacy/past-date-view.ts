import { type PastDate, standsStill } from '../../privacy/retaining/retaining.ts';

export interface PastDateView {
  oldestDays: number;
  ranAt: string | null;
  /** The worker has not looked for two nights: then the figure says nothing. */
  still: boolean;
}

export function pastDateView({ oldestDays, ranAt }: PastDate, now: Temporal.Instant): PastDateView {
  const still = ranAt !== null && standsStill({ ranAt }, now.epochMilliseconds);
  return { oldestDays, ranAt: ranAt?.toISOString() ?? null, still };
}
