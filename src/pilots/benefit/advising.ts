import type { Phase } from '../living/life.ts';
import type { Success } from './roi.ts';

export type Advice = 'scale' | 'keep' | 'extend' | 'stop';

export interface Evidence {
  /** undefined: nothing can be said yet. */
  readonly success: Success | undefined;
  readonly guardBroken: boolean;
  readonly phase: Phase;
  readonly extended: boolean;
  /** The means of the next phase are there. */
  readonly meansForNext: boolean;
}

/**
 * What the figures say at the decision: scale when the target is met and nothing broke; keep when the means for more are
 * missing; extend once when nothing is proven; else stop and write down what was learned. People decide.
 */
export function advise({ success, guardBroken, phase, extended, meansForNext }: Evidence): Advice {
  if (guardBroken) return 'stop';
  const succeeded = success?.target === true && success.sure;
  if (succeeded) return phase < 3 && meansForNext ? 'scale' : 'keep';
  const inconclusive = success === undefined || !(success.sure || success.harmful);
  return inconclusive && !extended ? 'extend' : 'stop';
}
