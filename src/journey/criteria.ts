import type { Criterion } from './criterion.ts';
import { engagedCriteria } from './engaged-criteria.ts';
import { experimentalCriteria } from './experimental-criteria.ts';
import { operationalCriteria } from './operational-criteria.ts';
import { resultsCriteria } from './results-criteria.ts';

/** All criteria of stages 2 to 5, in order. Stage 1 needs nothing: it is recognised, not passed. */
export const criteria: readonly Criterion[] = [
  ...experimentalCriteria,
  ...operationalCriteria,
  ...resultsCriteria,
  ...engagedCriteria,
];
