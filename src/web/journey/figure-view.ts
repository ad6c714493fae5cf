import { hasRows } from '../../insights/evidence.ts';
import type { Measured, Unit, Window } from '../../insights/measured.ts';
import { type Interval, medianInterval, wilson, z95 } from '../../insights/statistics.ts';
import { type CriterionState, isUnmet, type Outcome } from '../../journey/evaluating.ts';
import type { Judged } from '../../journey/judging.ts';

/** One threshold a figure is held against. */
export interface ThresholdView {
  criterion: string;
  stage: number;
  required: boolean;
  enter: number;
  direction: 'higher' | 'lower';
  state: CriterionState;
  /** The value is beyond the threshold, but not surely. */
  uncertain: boolean;
}

/** A figure as the screen shows it: with the 95 % interval, while decisions use 90 %. */
export interface FigureView {
  code: string;
  unit: Unit;
  value: number | null;
  n: number;
  /** For a share: how many of n. */
  k: number | null;
  low: number | null;
  high: number | null;
  /** A complete count has no interval. */
  counted: boolean;
  window: Window;
  /** The window it was meant for, when there was too little in that. */
  widenedFrom: number | null;
  reason: string | null;
  rows: boolean;
  thresholds: readonly ThresholdView[];
}

const ladder: readonly Window[] = [28, 91, 182];

export function figureView(measured: Measured, outcomes: readonly Outcome[]): FigureView {
  const { code, unit, value, n, window, stepUps } = measured;
  const counted = measured.population === 'census';
  const { low, high } = shownInterval(measured) ?? { low: null, high: null };
  const meant = ladder[ladder.indexOf(window) - stepUps];
  return {
    code,
    unit,
    value,
    n,
    k: measured.k ?? null,
    low,
    high,
    counted,
    window,
    widenedFrom: stepUps > 0 && typeof meant === 'number' ? meant : null,
    reason: measured.reason ?? null,
    rows: hasRows(code),
    thresholds: thresholdsOf(code, outcomes),
  };
}

/** The interval people see; decisions use the narrower one of the figure itself. */
export function shownInterval({ unit, value, n, k, sorted, population }: Measured): Interval | undefined {
  // A complete count has no sampling error.
  if (value === null || population === 'census') return undefined;
  if (unit === 'share') return wilson(k ?? Math.round(value * n), n, z95);
  return sorted ? medianInterval(sorted, 0.95) : undefined;
}

function thresholdsOf(code: string, outcomes: readonly Outcome[]): ThresholdView[] {
  return outcomes.flatMap(({ criterion, judged }) =>
    judged
      .filter(({ part }) => part.indicator === code)
      .map((one) => ({
        criterion: criterion.id,
        stage: criterion.stage,
        required: criterion.kind === 'required',
        enter: one.part.enter,
        direction: one.part.direction,
        state: stateOf(one),
        uncertain: one.why === 'uncertain',
      })),
  );
}

export function stateOf(judged: Judged): CriterionState {
  if (judged.reading === 'unknown') return 'unknown';
  return isUnmet(judged) ? 'not_met' : 'met';
}
