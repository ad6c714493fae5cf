import { type Interval, z95 } from './statistics.ts';

export interface Nps extends Interval {
  /** −100 to 100. */
  readonly value: number;
  readonly error: number;
  readonly n: number;
}

/**
 * Net promoter score with its 95 % interval: an answer counts +1, 0 or −1. `population`: of a small, finite group the
 * error is smaller. Null without answers.
 */
export function npsOf(
  promoters: number,
  passives: number,
  { detractors, population }: { detractors: number; population?: number },
): Nps | null {
  const n = promoters + passives + detractors;
  if (n === 0) return null;
  const [p, d] = [promoters / n, detractors / n];
  const finite =
    population !== undefined && population > n ? Math.sqrt((population - n) / (population - 1)) : 1;
  const value = 100 * (p - d);
  const error = 100 * Math.sqrt((p + d - (p - d) ** 2) / n) * finite;
  return { value, error, n, low: value - z95 * error, high: value + z95 * error };
}

/** How much more members recommend than others; no effect yet, because better customers join. */
export function liftOf(members: Nps, others: Nps): Omit<Nps, 'n'> {
  const value = members.value - others.value;
  const error = Math.hypot(members.error, others.error);
  return { value, error, low: value - z95 * error, high: value + z95 * error };
}

/** How far something is passed on: invitations per participant times newcomers per invitation; below 1 it ends. */
export function viralityOf(
  invitations: number,
  activated: number,
  began: number,
): { k: number; ceiling: number | null } {
  const k = invitations * activated;
  return { k, ceiling: k < 1 ? began / (1 - k) : null };
}
