/** What is meant to get better: the four results that count, the brand, or what channels count about themselves. */
export const resultTypes = ['satisfaction', 'revenue', 'efficiency', 'nps', 'brand', 'channel'] as const;
export type ResultType = (typeof resultTypes)[number];
/** The results of a business. Fans, likes and reach are none. */
export const businessTypes: readonly ResultType[] = ['satisfaction', 'revenue', 'efficiency', 'nps'];

export const cs = ['experience', 'conversation', 'content', 'collaboration'] as const;
export type C = (typeof cs)[number];

export interface GoalValue {
  /** `2026-11-24` */
  readonly day: string;
  readonly value: number;
  /** The 90 % interval, when it is an estimate. */
  readonly low: number | null;
  readonly high: number | null;
}

export interface Goal {
  readonly id: string;
  readonly publicId: string;
  readonly name: string;
  readonly why: string;
  readonly c: C;
  readonly departmentId: string | null;
  readonly department: string | null;
  readonly ownerId: string | null;
  readonly owner: string | null;
  readonly kpi: string | null;
  readonly unit: string | null;
  readonly resultType: ResultType;
  readonly direction: 'higher' | 'lower';
  readonly baseline: number | null;
  readonly target: number | null;
  readonly dueOn: string | null;
  readonly planLine: { readonly publicId: string; readonly name: string } | null;
  readonly planLineId: string | null;
  readonly endedOn: string | null;
  readonly endedWhy: string | null;
  /** Oldest first. */
  readonly values: readonly GoalValue[];
}

export const freshDays = 31;

/** A goal counts as measured with a figure, an owner, a target and a value of at most 31 days. */
export function isMeasured(goal: Goal, day: string): boolean {
  const last = goal.values.at(-1)?.day;
  return (
    goal.kpi !== null &&
    goal.ownerId !== null &&
    goal.target !== null &&
    last !== undefined &&
    daysBetween(last, day) <= freshDays
  );
}

export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

/** A result of the business with a baseline and three measured values or more. */
export function isResult(goal: Goal): boolean {
  return businessTypes.includes(goal.resultType) && goal.baseline !== null && goal.values.length >= 3;
}

/**
 * Whether the newest value is better than the baseline, the 90 % interval with it. A value counted completely is its
 * own interval.
 */
export function isBetter({ baseline, direction, values }: Goal): boolean {
  const last = values.at(-1);
  if (baseline === null || !last) return false;
  const worst = direction === 'higher' ? (last.low ?? last.value) : (last.high ?? last.value);
  return direction === 'higher' ? worst > baseline : worst < baseline;
}

/** How many weeks in a row, up to a day, every value was at or beyond the target. */
export function weeksOnTarget({ target, direction, values }: Goal, day: string): number {
  if (target === null) return 0;
  let since: string | undefined;
  for (const { day: on, value } of values.toReversed()) {
    const reached = direction === 'higher' ? value >= target : value <= target;
    if (!reached) break;
    since = on;
  }
  return since === undefined ? 0 : Math.floor(daysBetween(since, day) / 7);
}

/** A change is anchored when it stayed on target for half a year. */
export const anchoredWeeks = 26;
