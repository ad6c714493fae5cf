import type { Criterion } from './criterion.ts';
import type { CriterionState } from './evaluating.ts';
import type { Reading } from './judging.ts';

/** What one criterion remembers between evaluations. */
export interface Held {
  readonly state: CriterionState;
  /** Evaluations in a row beyond enter, beyond exit, without a figure. */
  readonly up: number;
  readonly down: number;
  readonly unknown: number;
  /** Evaluations with a figure since the state was last unknown. */
  readonly seen: number;
}

export interface Hold {
  readonly holdUp: number;
  readonly holdDown: number;
  /** After so many bad ones it wavers; half-way when not said. */
  readonly warnAt?: number;
}

export const nothingHeld: Held = { state: 'unknown', up: 0, down: 0, unknown: 0, seen: 0 };

const evaluationsUntilStale = 8;
const evaluationsUntilUnknown = 26;

/** Weekly: six up, eight down (eight on one side of the line is the classical control-chart rule). */
export function holdOf({ cadence, strict }: Pick<Criterion, 'cadence' | 'strict'>): Hold {
  return cadence === 'weekly' ? { holdUp: 6, holdDown: 8, ...strict } : { holdUp: 1, holdDown: 2 };
}

/**
 * One evaluation later. `frozen` (a declared holiday, a source that stopped) changes nothing; an unknown figure
 * leaves the counters standing too, so that a stopped import can never look like a fallback.
 */
export function step(held: Held, reading: Reading | 'frozen', hold: Hold): Held {
  if (reading === 'frozen') return held;
  if (reading === 'unknown') {
    const unknown = held.unknown + 1;
    return unknown >= evaluationsUntilUnknown ? { ...nothingHeld, unknown } : { ...held, unknown };
  }
  const up = reading === 'up' ? held.up + 1 : 0;
  const down = reading === 'down' ? held.down + 1 : 0;
  const seen = held.seen + 1;
  return { state: stateAfter({ ...held, up, down, seen }, hold), up, down, unknown: 0, seen };
}

function stateAfter(held: Held, { holdUp, holdDown }: Hold): CriterionState {
  if (held.up >= holdUp) return 'met';
  if (held.down >= holdDown) return 'not_met';
  // Enough was seen to have been proven, and it was not.
  if (held.state === 'unknown' && held.seen >= holdUp) return 'not_met';
  return held.state;
}

/** Until then the outcome of the latest evaluation alone is shown, as provisional. */
export function isProvisional(held: Held, hold: Hold): boolean {
  return held.seen < hold.holdUp;
}

/** Half-way to being lost: "wankelt". An ambition to hold warns one earlier. */
export function isWavering(held: Held, hold: Hold, warnAt = hold.warnAt ?? hold.holdDown / 2): boolean {
  return held.state === 'met' && held.down >= Math.min(warnAt, hold.warnAt ?? warnAt);
}

/** The state is kept but can no longer be judged. */
export function isStale(held: Held): boolean {
  return held.state !== 'unknown' && held.unknown >= evaluationsUntilStale;
}
