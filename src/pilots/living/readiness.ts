import { contains, type FindCalendar, type Scope, widens } from '../scope.ts';
import { isChannelStatistic, longestTargetDays, type Plan } from './plan.ts';

/** Why a pilot may not start yet. The words say what is missing, where to fill it in and how to mend it. */
export const lacks = [
  'fit',
  'owner',
  'sponsor',
  'department',
  'metric',
  'channel-statistic',
  'baseline',
  'target',
  'target-worse',
  'target-date',
  'target-date-past',
  'target-date-far',
  'means',
  'means-missing',
  'capabilities',
  'phase-1',
  'phase-2',
  'phase-3',
  'phase-2-not-wider',
  'phase-3-not-wider',
  'rules-unread',
] as const;
export type Lack = (typeof lacks)[number];

export interface Readiness {
  readonly fitted: boolean;
  readonly hasOwner: boolean;
  readonly hasSponsor: boolean;
  readonly hasDepartment: boolean;
  readonly plan: Plan | null;
  /** The organisation's date, 'YYYY-MM-DD'. */
  readonly today: string;
  /** Colleagues in the scope of phase 1 who have house rules to read. */
  readonly rulesUnread: number;
  readonly findCalendar: FindCalendar;
}

/** Everything that still stands in the way of the start, in the order of the form. */
export function lackingOf(of: Readiness): Lack[] {
  const people: (Lack | false)[] = [
    !of.fitted && 'fit',
    !of.hasOwner && 'owner',
    !of.hasSponsor && 'sponsor',
    !of.hasDepartment && 'department',
  ];
  const { plan } = of;
  const rest: (Lack | false)[] = plan
    ? [...ofBenefit(plan, of.today), ...ofMeans(plan), ...ofPhases(plan, of.findCalendar)]
    : ['metric', 'baseline', 'target', 'target-date', 'means', 'phase-1', 'phase-2', 'phase-3'];
  return [...people, ...rest, of.rulesUnread > 0 && ('rules-unread' as const)].filter((one) => one !== false);
}

function ofBenefit({ metric, baseline, target, targetOn }: Plan, today: string): (Lack | false)[] {
  if (!metric) return ['metric'];
  const known = baseline !== null && target !== null;
  const improves = known && (metric.better === 'higher' ? target > baseline : target < baseline);
  return [
    isChannelStatistic(metric) && 'channel-statistic',
    baseline === null && 'baseline',
    target === null && 'target',
    known && !improves && 'target-worse',
    targetOn === null && 'target-date',
    targetOn !== null && targetOn <= today && 'target-date-past',
    targetOn !== null && daysBetween(today, targetOn) > longestTargetDays && 'target-date-far',
  ];
}

function ofMeans({ means, capabilities }: Plan): (Lack | false)[] {
  return [
    means.length === 0 && 'means',
    means.some(({ present }) => !present) && 'means-missing',
    capabilities.length === 0 && 'capabilities',
  ];
}

function ofPhases({ phases }: Plan, findCalendar: FindCalendar): (Lack | false)[] {
  const [one, two, three] = phases;
  return [
    !one && 'phase-1',
    !two && 'phase-2',
    !three && 'phase-3',
    Boolean(one && two) && !isWider(two?.scope, one?.scope, findCalendar) && 'phase-2-not-wider',
    Boolean(two && three) && !isWider(three?.scope, two?.scope, findCalendar) && 'phase-3-not-wider',
  ];
}

function isWider(next: Scope | undefined, before: Scope | undefined, findCalendar: FindCalendar): boolean {
  return next !== undefined && before !== undefined && widens(next, before, findCalendar);
}

/** Scaling or a change? What is the same, or narrower in one field, is a change. */
export function kindOfStep(next: Scope, now: Scope, findCalendar: FindCalendar): 'wider' | 'same' | 'change' {
  if (widens(next, now, findCalendar)) return 'wider';
  return contains(now, next, findCalendar) && contains(next, now, findCalendar) ? 'same' : 'change';
}

export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}
