import type { StageNumber } from '../stages.ts';
import type { ProcessArea } from './ladder.ts';
import type { PhaseNumber } from './phase.ts';

/** Which phases of the roadmap go with a stage of the journey, by the table that maps the models. */
const together: Readonly<Record<StageNumber, readonly [least: PhaseNumber, most: PhaseNumber]>> = {
  1: [0, 1],
  2: [1, 1],
  3: [2, 3],
  4: [3, 3],
  5: [4, 4],
};

export type Disagreement =
  | { readonly kind: 'agree' }
  /** The roadmap is further: something is done that no rules or people stand behind. */
  | { readonly kind: 'phase-ahead'; readonly missing: string | null }
  /** The journey is further: the foundation is there and too little is done with it. */
  | { readonly kind: 'stage-ahead'; readonly missing: string | null }
  /** Both agree, and one process area holds the ladder down. */
  | { readonly kind: 'ladder-behind'; readonly missing: ProcessArea };

/** The three results are never forced into one number; where they differ, one sentence says so. */
export function disagreementOf(results: {
  readonly stage: StageNumber;
  readonly phase: PhaseNumber;
  /** The lowest level of the areas in scope, with its area. */
  readonly ladder: { readonly level: number; readonly area: ProcessArea } | null;
  readonly missingOfStage: string | null;
  readonly missingOfPhase: string | null;
}): Disagreement {
  const { stage, phase, ladder } = results;
  const [least, most] = together[stage];
  if (phase > most) return { kind: 'phase-ahead', missing: results.missingOfStage };
  if (phase < least) return { kind: 'stage-ahead', missing: results.missingOfPhase };
  if (ladder && ladder.level < stage - 1) return { kind: 'ladder-behind', missing: ladder.area };
  return { kind: 'agree' };
}
