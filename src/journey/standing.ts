import { criteria } from './criteria.ts';
import type { Outcome } from './evaluating.ts';
import type { StageNumber } from './stages.ts';

/** Met although a stage below it is not proven: shown with the foundation that is missing. */
export interface Ahead {
  readonly outcome: Outcome;
  readonly missing: readonly string[];
}

export interface Standing {
  /** The largest stage with all required criteria up to it met. Stage 1 needs nothing. */
  readonly proven: StageNumber;
  /** The largest stage with no required criterion up to it not met: unknown counts as open. */
  readonly possible: StageNumber;
  /** Required criteria of the next stage: for showing only. Absent at stage 5. */
  readonly progress?: { readonly stage: StageNumber; readonly met: number; readonly required: number };
  /** What keeps the next stage from being proven: least effort first, then what also unlocks most later. */
  readonly blockers: readonly Outcome[];
  readonly ahead: readonly Ahead[];
  /** Criteria up to `possible` that do not apply and have no substitute: "proven with exception". */
  readonly exceptions: readonly string[];
}

export function standingOf(outcomes: readonly Outcome[]): Standing {
  const proven = highest(outcomes, (outcome) => outcome.state === 'met');
  const possible = highest(outcomes, (outcome) => outcome.state !== 'not_met');
  const next = requiredOf(outcomes, proven + 1);
  const met = next.filter((outcome) => outcome.state === 'met').length;
  return {
    proven,
    possible,
    ...(proven < 5 && { progress: { stage: (proven + 1) as StageNumber, met, required: next.length } }),
    blockers: next.filter((outcome) => outcome.state !== 'met').sort(leastEffortFirst),
    ahead: aheadOf(outcomes, proven),
    exceptions: outcomes.filter((o) => o.exempt && o.criterion.stage <= possible).map((o) => o.criterion.id),
  };
}

/** Required criteria of one stage that apply. */
export function requiredOf(outcomes: readonly Outcome[], stage: number): Outcome[] {
  return outcomes.filter(
    ({ criterion, exempt }) => criterion.stage === stage && criterion.kind === 'required' && !exempt,
  );
}

function highest(outcomes: readonly Outcome[], holds: (outcome: Outcome) => boolean): StageNumber {
  let stage: StageNumber = 1;
  for (const next of [2, 3, 4, 5] as const) {
    if (!requiredOf(outcomes, next).every(holds)) break;
    stage = next;
  }
  return stage;
}

function aheadOf(outcomes: readonly Outcome[], proven: StageNumber): Ahead[] {
  const early = outcomes.filter((o) => o.state === 'met' && o.criterion.stage > proven + 1);
  return early.map((outcome) => ({ outcome, missing: missingBelow(outcomes, outcome.criterion.stage) }));
}

function missingBelow(outcomes: readonly Outcome[], stage: number): string[] {
  const below = [2, 3, 4, 5].filter((lower) => lower < stage).flatMap((lower) => requiredOf(outcomes, lower));
  return below.filter((outcome) => outcome.state !== 'met').map((outcome) => outcome.criterion.id);
}

function leastEffortFirst(a: Outcome, b: Outcome): number {
  return a.criterion.effort - b.criterion.effort || unlocks(b) - unlocks(a);
}

// Working on this figure also moves the later criteria that look at it.
function unlocks({ criterion }: Outcome): number {
  const figures = new Set(criterion.parts.map((part) => part.indicator));
  return criteria.filter(
    ({ stage, kind, parts }) =>
      stage > criterion.stage && kind === 'required' && parts.some((part) => figures.has(part.indicator)),
  ).length;
}
