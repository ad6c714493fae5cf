import type { Happened } from '../connection.ts';

/** What stands on the simulated channel. Moments in milliseconds of its own clock. */
export interface Post {
  readonly externalId: string;
  readonly nonce: string;
  readonly text: string;
  readonly answers: string | null;
  readonly at: number;
  /** From when on it can be found. */
  readonly visibleAt: number;
}

/** What a call meets. */
export type Fault =
  | 'none'
  /** It is done, and the answer does not come. */
  | 'timeout-after'
  /** It is done after the caller gave up. */
  | 'timeout-late'
  | 'timeout-before'
  | 'error-after'
  | 'error-before'
  | 'busy'
  | 'refused'
  | 'gibberish';

export const faults: readonly Fault[] = [
  'none',
  'timeout-after',
  'timeout-late',
  'timeout-before',
  'error-after',
  'error-before',
  'busy',
  'refused',
  'gibberish',
];

/** The other side: what people see there, and what is told to us in which order. */
export interface World {
  now(): number;
  /** Everything that was ever sent by us, as people there see it. */
  posts: Post[];
  /** What happened there, in the order in which it is told: duplicates, late and out of order as the test wants. */
  told: Happened[];
  /** What the next call to send meets. */
  nextFault(): Fault;
  /** Does the next look fail? */
  lookFails(): boolean;
  /** By how much its clock differs from ours. */
  skew: number;
}

/** A world in which nothing goes wrong until a test says so. */
export function calmWorld(clock: () => number): World {
  return { now: clock, posts: [], told: [], nextFault: () => 'none', lookFails: () => false, skew: 0 };
}
