import type { Clock } from '../../platform/clock.ts';

/** Whether the access to an account ended, or does so within a week. */
export type Ending = 'over' | 'soon' | null;

const week = 7 * 86_400_000;

export function endingOf(expiresAt: Date | null, clock: Clock): Ending {
  if (expiresAt === null) return null;
  const left = expiresAt.getTime() - clock.now().epochMilliseconds;
  if (left <= 0) return 'over';
  return left <= week ? 'soon' : null;
}
