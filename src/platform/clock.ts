/** The only source of time. Tests turn it; nothing else calls `Temporal.Now` or `Date.now` for facts. */
export interface Clock {
  now(): Temporal.Instant;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock that tests turn by hand. */
export interface TurnedClock extends Clock {
  turnTo(instant: string): void;
  forward(duration: Temporal.DurationLike): void;
}

/** Starts at `instant` (ISO 8601 with zone or `Z`) and stands still until turned. */
export function turnedClock(instant: string): TurnedClock {
  let current = Temporal.Instant.from(instant);
  return {
    now: () => current,
    turnTo: (next) => {
      current = Temporal.Instant.from(next);
    },
    forward: (duration) => {
      current = current.add(duration);
    },
  };
}

/** For the database driver, which knows only `Date`. */
export function asDate(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds);
}

export function asInstant(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime());
}
