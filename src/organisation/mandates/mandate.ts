/** Each right holds those before it: who may send may draft, who may approve may send. */
export const rights = ['read', 'draft', 'send', 'approve'] as const;
export type Right = (typeof rights)[number];

export interface Mandate {
  /** null: every channel. */
  readonly channel: string | null;
  /** null: every topic, and what has no topic. */
  readonly topic: string | null;
  readonly right: Right;
  /** First and last day, `2026-11-24`; no last day: until it is ended. */
  readonly fromOn: string;
  readonly untilOn: string | null;
  readonly endedAt: Temporal.Instant | null;
}

export interface Asked {
  readonly channel: string;
  /** All of them must be allowed; none: only a mandate for every topic will do. */
  readonly topics: readonly string[];
  readonly right: Right;
  readonly at: Temporal.Instant;
  /** The day of `at` where the organisation is. */
  readonly on: string;
}

export function includes(right: Right, other: Right): boolean {
  return rights.indexOf(right) >= rights.indexOf(other);
}

export function holdsOn(mandate: Mandate, { at, on }: Pick<Asked, 'at' | 'on'>): boolean {
  const { fromOn, untilOn, endedAt } = mandate;
  if (endedAt !== null && Temporal.Instant.compare(endedAt, at) <= 0) return false;
  return fromOn <= on && (untilOn === null || on <= untilOn);
}

/** Whether mandates together allow what is asked. */
export function allows(mandates: readonly Mandate[], asked: Asked): boolean {
  const fitting = mandates.filter(
    (one) =>
      holdsOn(one, asked) &&
      (one.channel === null || one.channel === asked.channel) &&
      includes(one.right, asked.right),
  );
  if (fitting.some(({ topic }) => topic === null)) return true;
  return asked.topics.length > 0 && asked.topics.every((topic) => fitting.some((one) => one.topic === topic));
}
