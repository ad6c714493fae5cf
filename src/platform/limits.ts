/** How much an account may call, and whether it is at all worth calling. Moments in milliseconds since 1970. */
export interface Limits {
  /** Calls that are left in the bucket, as of `filledAt`. */
  readonly tokens: number;
  readonly filledAt: number;
  /** Calls in a row that failed because of the account or the channel. */
  readonly failures: number;
  /** Not called before this; null: nothing stops it. */
  readonly openUntil: number | null;
}

export interface Rate {
  readonly calls: number;
  readonly seconds: number;
}

export const freshLimits = (rate: Rate, now: number): Limits => ({
  tokens: rate.calls,
  filledAt: now,
  failures: 0,
  openUntil: null,
});

/** A breaker that opened lets one call through when its time is over; only that one's success closes it. */
const mostFailures = 5;
const firstRest = 30_000;
const longestRest = 15 * 60_000;

/** Takes one call out of the bucket; `undefined` when it is empty, or when the breaker is open. `after` says when. */
export function takeCall(
  limits: Limits,
  rate: Rate,
  now: number,
): { taken: Limits | undefined; after: number } {
  if (limits.openUntil !== null && now < limits.openUntil)
    return { taken: undefined, after: limits.openUntil };
  const perSecond = rate.calls / rate.seconds;
  // A clock that was set back fills nothing and takes nothing.
  const passed = Math.max(0, now - limits.filledAt) / 1000;
  const tokens = Math.min(rate.calls, limits.tokens + passed * perSecond);
  if (tokens < 1) return { taken: undefined, after: now + Math.ceil(((1 - tokens) / perSecond) * 1000) };
  // Half open: the others wait until it is known how this one fared.
  const openUntil = limits.openUntil === null ? null : now + restAfter(limits.failures);
  return {
    taken: { ...limits, tokens: tokens - 1, filledAt: Math.max(now, limits.filledAt), openUntil },
    after: now,
  };
}

/** What a call tells about the account. `asked`: seconds that it told us to stay away. */
export function afterCall(
  limits: Limits,
  went: 'well' | 'badly',
  { now, asked }: { now: number; asked: number | null },
): Limits {
  if (went === 'well') return { ...limits, failures: 0, openUntil: null };
  const failures = limits.failures + 1;
  const rest = failures >= mostFailures ? restAfter(failures) : 0;
  const until = Math.max(rest, (asked ?? 0) * 1000);
  return { ...limits, failures, openUntil: until > 0 ? now + until : limits.openUntil };
}

/** Is it known to be broken, and not only asked to be patient? */
export function isBroken({ failures }: Pick<Limits, 'failures'>): boolean {
  return failures >= mostFailures;
}

function restAfter(failures: number): number {
  return Math.min(longestRest, firstRest * 2 ** Math.max(0, Math.min(20, failures - mostFailures)));
}

/** How long to stay away after so many failures in a row, in milliseconds: doubling, up to five minutes, with full jitter. */
export function pauseAfterFailures(failures: number, chance: number): number {
  return Math.ceil(1000 + chance * Math.min(5 * 60_000, 2000 * 2 ** Math.min(20, failures)));
}
