import type { Phase } from '../living/life.ts';
import { type CostKind, costKinds, type Plan } from '../living/plan.ts';
import { type Advice, advise } from './advising.ts';
import { type Effect, effectOf, level, type Sides, type Week } from './effect.ts';
import type { Cost } from './figures.ts';
import { paybackWeek, type Return, returnOf, type Success, successOf, worthOf } from './roi.ts';

export interface Reckoned {
  readonly plan: Plan;
  readonly phase: Phase;
  readonly extended: boolean;
  readonly benefit: Sides;
  readonly guard: Sides;
  readonly costs: readonly Cost[];
  /** The Monday of the week in which the phase began. */
  readonly start: string;
  /** Weeks that the phase has run, parts included. */
  readonly weeks: number;
}

export interface Reckoning {
  readonly effect: Effect | null;
  readonly success: Success | null;
  readonly return: Return;
  readonly guard: { readonly value: number | null; readonly broken: boolean } | null;
  readonly advice: Advice;
  readonly payback: number | null;
}

/** What a pilot came to until now, from what was measured: never an estimate, and never what nobody measured. */
export function reckon(of: Reckoned): Reckoning {
  const { plan, benefit, start } = of;
  const { metric, target } = plan;
  const effect = metric ? (effectOf(metric, benefit, start) ?? null) : null;
  const cost = costOf(of);
  const worths = metric && effect ? [{ metric, effect, unitValue: plan.unitValue }] : [];
  const success = metric && effect && target !== null ? successOf(metric, effect, target) : null;
  const guard = guardOf(plan, of.guard, start);
  return {
    effect,
    success,
    return: returnOf(worths, cost),
    guard,
    advice: advise({
      success: success ?? undefined,
      guardBroken: guard?.broken ?? false,
      phase: of.phase,
      extended: of.extended,
      meansForNext: plan.means.every(({ present }) => present),
    }),
    payback: paybackOf(of, effect, cost),
  };
}

/** Hours as they were noted, else as planned for the weeks that it ran; the rest as noted, else as planned. */
export function costOf({ plan, costs, weeks }: Pick<Reckoned, 'plan' | 'costs' | 'weeks'>): number {
  const noted = (kind: CostKind) =>
    costs.filter((one) => one.kind === kind).reduce((sum, { euros }) => sum + euros, 0);
  return costKinds.reduce((sum, kind) => {
    const planned = kind === 'hours' ? plan.hours * plan.rate * weeks : (plan.otherCosts[kind] ?? 0);
    return sum + (noted(kind) || planned);
  }, 0);
}

const guardWeeks = 4;

function guardOf({ guard }: Plan, { pilot }: Sides, start: string): Reckoning['guard'] {
  if (!guard) return null;
  const last = pilot.filter(({ week }) => week >= start).slice(-guardWeeks);
  if (last.length === 0) return { value: null, broken: false };
  const value = level({ unit: 'index' }, last).mean;
  return { value, broken: guard.better === 'higher' ? value < guard.limit : value > guard.limit };
}

/** Per week what its own level brought beside the counterfactual, against the costs spread evenly. */
function paybackOf(
  { plan, benefit, start, weeks }: Reckoned,
  effect: Effect | null,
  cost: number,
): number | null {
  const { metric, unitValue } = plan;
  if (!metric || !effect || weeks <= 0) return null;
  const sign = metric.better === 'higher' ? 1 : -1;
  const during = benefit.pilot.filter(({ week }) => week >= start);
  const worthIn = (one: Week) =>
    worthOf(
      { metric, effect: { ...effect, n: one.n, weeks: 1 }, unitValue },
      sign * (one.value - effect.counterfactual),
    );
  return paybackWeek(
    during.map(worthIn),
    during.map(() => cost / Math.max(1, during.length)),
  );
}
