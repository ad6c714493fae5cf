/** Keeps from asking what does not answer: after some failures in a row it rests, each time longer. */
export interface Breaker {
  /** Whether something may be asked now. After a rest, one may try; the others wait for what comes of it. */
  mayAsk(now: number): boolean;
  passed(): void;
  /** `wait`: milliseconds that the other side asks for. */
  failed(now: number, wait?: number): void;
  /** Until when it rests, in milliseconds since 1970; null while it does not. */
  restsUntil(now: number): number | null;
}

export interface BreakerRules {
  /** So many failures in a row. */
  failures: number;
  /** The first rest; each next one is twice as long, up to the longest. Milliseconds. */
  rest: number;
  longest: number;
}

const usual: BreakerRules = { failures: 5, rest: 60_000, longest: 15 * 60_000 };

export function makeBreaker(rules: BreakerRules = usual): Breaker {
  let inARow = 0;
  let rest = rules.rest;
  let until: number | null = null;
  let tried: number | null = null;
  return {
    mayAsk: (now) => {
      if (until === null) return true;
      if (now < until) return false;
      // Whoever tried and never came back does not keep it shut for ever.
      if (tried !== null && now < tried + rules.rest) return false;
      tried = now;
      return true;
    },
    passed: () => {
      inARow = 0;
      rest = rules.rest;
      until = null;
      tried = null;
    },
    failed: (now, wait = 0) => {
      inARow += 1;
      const failedAgain = tried !== null;
      tried = null;
      if (inARow < rules.failures && !failedAgain && wait === 0) return;
      until = now + Math.max(rest, Math.min(wait, rules.longest));
      rest = Math.min(rest * 2, rules.longest);
    },
    restsUntil: (now) => (until !== null && now < until ? until : null),
  };
}
