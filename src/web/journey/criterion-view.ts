import { hasRows } from '../../insights/evidence.ts';
import type { Unit } from '../../insights/measured.ts';
import type { Absence, Basis } from '../../journey/criterion.ts';
import type { CriterionState, Outcome } from '../../journey/evaluating.ts';
import type { Judged, WhyCode } from '../../journey/judging.ts';
import type { Locale } from '../../platform/words.ts';
import { shownInterval } from './figure-view.ts';

/** One figure of a criterion beside its threshold. */
export interface PartView {
  indicator: string;
  unit: Unit;
  value: number | null;
  n: number;
  low: number | null;
  high: number | null;
  enter: number;
  direction: 'higher' | 'lower';
  /** The figure whose rows stand behind it, over how many days; null where there are none to show. */
  rows: { code: string; days: number } | null;
}

/** Why a criterion stands as it does: the code and what its words need. */
export interface WhyView {
  code: WhyCode;
  indicator: string | null;
  n: number;
  least: number;
  reason: string | null;
  absence: Absence | null;
  /** Held otherwise than the newest figures say: weeks so far, of how many. */
  held: { weeks: number; needed: number } | null;
}

export interface CriterionView {
  id: string;
  name: string;
  stage: number;
  required: boolean;
  state: CriterionState;
  parts: readonly PartView[];
  why: WhyView;
  /** Judged by something else, because this one does not fit here. */
  substituted: Absence | null;
  advice: readonly string[];
  effort: 1 | 2 | 3;
  basis: Basis;
  basisRef: string;
}

export function criterionView(outcome: Outcome, locale: Locale): CriterionView {
  const { criterion, state, judged, substituted } = outcome;
  const { id, stage, kind, advice, effort, basis, basisRef } = criterion;
  return {
    id,
    name: criterion[locale],
    stage,
    required: kind === 'required',
    state,
    parts: judged.map(partView),
    why: whyView(outcome),
    substituted: substituted ?? null,
    advice,
    effort,
    basis,
    basisRef,
  };
}

function partView({ part, measured }: Judged): PartView {
  const { indicator, unit, enter, direction } = part;
  const interval = measured && shownInterval(measured);
  const window = measured?.window;
  // People stand in for departments where there are few; the rows are the same.
  const code = indicator === 'PEOPLE' ? 'RESPONDING' : indicator;
  return {
    indicator,
    unit,
    enter,
    direction,
    value: measured?.value ?? null,
    n: measured?.n ?? 0,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    rows: typeof window === 'number' && hasRows(code) ? { code, days: window } : null,
  };
}

function whyView({ why, decidedBy, exempt, held }: Outcome): WhyView {
  return {
    code: why,
    indicator: decidedBy?.part.indicator ?? null,
    n: decidedBy?.measured?.n ?? 0,
    least: decidedBy?.part.nMin ?? 0,
    reason: decidedBy?.measured?.reason ?? null,
    absence: exempt ?? null,
    held: held ?? null,
  };
}
