import { anchoredWeeks, type Goal, isMeasured, weeksOnTarget } from '../../../insights/goals/goal.ts';

export function goalView(goal: Goal, day: string) {
  const last = goal.values.at(-1) ?? null;
  const complete = goal.kpi !== null && goal.ownerId !== null && goal.target !== null;
  const weeks = weeksOnTarget(goal, day);
  return {
    ...goal,
    values: [...goal.values],
    last,
    state:
      goal.endedOn !== null
        ? 'ended'
        : !complete
          ? 'incomplete'
          : isMeasured(goal, day)
            ? 'measured'
            : 'stale',
    weeks,
    anchored: weeks >= anchoredWeeks,
  } as const;
}

export type GoalView = ReturnType<typeof goalView>;
