import type { Criterion } from '../criterion.ts';
import type { Outcome } from '../evaluating.ts';
import { type Held, holdOf, isProvisional, isStale, isWavering, nothingHeld, step } from '../holding.ts';
import type { Reading } from '../judging.ts';

/** What one criterion remembers, with the round it was last judged in. */
export interface Remembered extends Held {
  readonly round: string | null;
}

export type Memory = ReadonlyMap<string, Remembered>;

export interface Stepped {
  readonly outcome: Outcome;
  readonly held: Remembered;
  readonly reading: Reading | 'frozen';
}

/** Every criterion one week later. What is measured per round steps only when there is a new one. */
export function stepAll(
  memory: Memory,
  outcomes: readonly Outcome[],
  { month, frozen }: { month: string; frozen: boolean },
): Stepped[] {
  return outcomes.map((outcome) => {
    const { criterion } = outcome;
    const before = memory.get(criterion.id) ?? { ...nothingHeld, round: null };
    if (frozen) return { outcome, held: before, reading: 'frozen' };
    const round = roundOf(outcome, month);
    const again = round !== null && round === before.round && outcome.reading !== 'unknown';
    if (again) return { outcome, held: before, reading: outcome.reading };
    const held = { ...step(before, outcome.reading, holdOf(criterion)), round: round ?? before.round };
    return { outcome, held, reading: outcome.reading };
  });
}

/** Which round the figures of a criterion per round are of; null when it is judged weekly. */
function roundOf({ criterion, judged }: Outcome, month: string): string | null {
  if (criterion.cadence === 'weekly') return null;
  const rounds = judged.flatMap(({ measured }) => measured?.round ?? []);
  return rounds.toSorted().at(-1) ?? month;
}

export function remembered(steps: readonly Stepped[]): Map<string, Remembered> {
  return new Map(steps.map(({ outcome, held }) => [outcome.criterion.id, held]));
}

/** The outcome that holds: the remembered state once there were enough evaluations, else the latest alone. */
export function settledOutcome(outcome: Outcome, memory: Memory): Outcome {
  const held = memory.get(outcome.criterion.id);
  const hold = holdOf(outcome.criterion);
  if (!held || outcome.exempt || isProvisional(held, hold)) return outcome;
  if (held.state === outcome.state) return outcome;
  const climbing = held.state !== 'met';
  const clock = { weeks: climbing ? held.up : held.down, needed: climbing ? hold.holdUp : hold.holdDown };
  return { ...outcome, state: held.state, held: clock };
}

export function waveringIn(
  criteria: readonly Criterion[],
  memory: Memory,
  warnAt?: number,
): { criterion: Criterion; down: number; holdDown: number }[] {
  return criteria.flatMap((criterion) => {
    const held = memory.get(criterion.id);
    const hold = holdOf(criterion);
    if (!held || !isWavering(held, hold, warnAt)) return [];
    return [{ criterion, down: held.down, holdDown: hold.holdDown }];
  });
}

/** Criteria whose state is kept and can no longer be judged. */
export function staleIn(criteria: readonly Criterion[], memory: Memory): string[] {
  return criteria.flatMap(({ id }) => {
    const held = memory.get(id);
    return held && isStale(held) ? [id] : [];
  });
}
