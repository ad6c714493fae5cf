/** Days back from the evaluation; `now` is a state, `plan-year` the running plan, `round` a survey or incident. */
export type Window = 28 | 91 | 182 | 364 | 'now' | 'plan-year' | 'round';

export type Unit = 'share' | 'seconds' | 'count' | 'index';

/**
 * One figure, as modules give it to insights and journey reads it.
 * `share` 0..1 with k of n; `seconds` a median; `count` a whole number; `index` anything else.
 */
export interface Measured {
  readonly code: string;
  readonly unit: Unit;
  /** null: could not be measured, `reason` says why. */
  readonly value: number | null;
  readonly n: number;
  /** For a share: how many of n. */
  readonly k?: number;
  /** The 90 % interval, the one decisions use. Screens compute their own 95 %. */
  readonly low: number | null;
  readonly high: number | null;
  readonly window: Window;
  /** A census counts a complete, known set and has no sampling error; a process is a sample of what goes on. */
  readonly population: 'census' | 'process';
  /** How often the window was widened to reach nMin. */
  readonly stepUps: number;
  readonly reason?: string;
  /** Ascending values (or an even quantile grid of them) behind a median; makes its certainty exact. */
  readonly sorted?: ArrayLike<number>;
  /** Where it comes from; live rows when absent. */
  readonly source?: 'measured' | 'document' | 'survey' | 'attested';
  /** For evidence that ages (document, survey, attestation); live rows are always fresh. */
  readonly ageDays?: number;
  readonly validDays?: number;
  /** Of what is measured per round (a survey, a half-year, a closed period): which one. */
  readonly round?: string;
  /** What chance alone would give, where group sizes distort the figure. */
  readonly expected?: { readonly low: number; readonly high: number };
  /** Look at it before believing it: most messages were put aside as "no answer needed". */
  readonly check?: true;
}
