import { dueAcross } from '../../organisation/opening/falling-due.ts';
import type { Timeline } from '../../organisation/opening/timeline.ts';
import { type Conditions, type Facts, fits } from '../routing/rule.ts';

/** In opening hours, or by the clock on the wall, day and night. */
export const clocks = ['hours', 'clock'] as const;
export type NormClock = (typeof clocks)[number];

/** What a customer may count on. Seconds; null: nothing is promised of that. */
export interface Norm {
  /** Stays the same while the norm is changed. */
  key: string;
  name: string;
  /** Keys; none: every queue. */
  queues: readonly string[];
  conditions: Conditions;
  clock: NormClock;
  /** Until the first answer, until each next one, and until the conversation is done. */
  first: number | null;
  next: number | null;
  resolution: number | null;
}

export type DueKind = 'first' | 'next' | 'resolution';

export interface Due {
  at: number;
  kind: DueKind;
}

/** The first norm that fits this conversation in this queue. */
export function normFor(norms: readonly Norm[], queue: string, facts: Facts): Norm | undefined {
  return norms.find(
    (norm) =>
      (norm.queues.length === 0 || norm.queues.includes(queue)) && fits(norm.conditions, facts) !== undefined,
  );
}

/** When what is promised of this kind falls due for what began at `from`; epoch seconds. */
export function fallsDue(
  norm: Norm,
  kind: DueKind,
  { from, timeline }: { from: number; timeline: Timeline },
): number | undefined {
  const seconds = norm[kind];
  if (seconds === null) return undefined;
  return norm.clock === 'clock' ? from + seconds : dueAcross(timeline, from, seconds);
}

/** What falls due first; of two at the same moment the first named. */
export function firstDue(dues: readonly (Due | null)[]): Due | null {
  return dues.reduce<Due | null>((first, due) => (due && (!first || due.at < first.at) ? due : first), null);
}
