import { isOpenAt } from '../../organisation/calendar.ts';
import type { FindCalendar, Scope } from '../scope.ts';
import type { Week } from './effect.ts';

/** The figures that the house measures itself, within any scope of channels, hours and departments. */
export const liveCodes = ['RR', 'SL60', 'FRT'] as const;
export type LiveCode = (typeof liveCodes)[number];

/** What was asked within one hour, as it is handed in: sums that can be added up. */
export interface Hourly {
  readonly channel: string;
  readonly departmentId: string | null;
  readonly hour: number;
  readonly week: string;
  readonly asked: number;
  readonly answered: number;
  readonly inHours: number;
  readonly quick: number;
  readonly first: number;
  readonly logs: number;
  readonly squares: number;
}

export function isWithin(
  { channels, departments, hours }: Scope,
  one: Pick<Hourly, 'channel' | 'departmentId' | 'hour'>,
  findCalendar: FindCalendar,
): boolean {
  if (channels && !channels.includes(one.channel)) return false;
  if (departments && !departments.includes(one.departmentId ?? '')) return false;
  if (!hours) return true;
  const calendar = findCalendar(hours);
  return calendar !== undefined && isOpenAt(calendar, one.hour);
}

/** Added up per week; weeks in which nothing was asked are not there. */
export function weeksOf(code: LiveCode, hours: readonly Hourly[]): Week[] {
  return [...Map.groupBy(hours, ({ week }) => week)]
    .map(([week, all]) => weekOf(code, week, all))
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => (a.week < b.week ? -1 : 1));
}

function weekOf(code: LiveCode, week: string, all: readonly Hourly[]): Week {
  const sum = (field: 'asked' | 'answered' | 'inHours' | 'quick' | 'first' | 'logs' | 'squares') =>
    all.reduce((total, one) => total + one[field], 0);
  if (code === 'FRT') return waitIn(week, { n: sum('first'), logs: sum('logs'), squares: sum('squares') });
  const [n, k] = code === 'RR' ? [sum('asked'), sum('answered')] : [sum('inHours'), sum('quick')];
  return { week, n, value: n === 0 ? 0 : k / n };
}

/** Waiting times are skewed: the middle of their logarithms stands for the typical one. */
function waitIn(week: string, { n, logs, squares }: { n: number; logs: number; squares: number }): Week {
  if (n === 0) return { week, n, value: 0 };
  const middle = logs / n;
  const value = Math.exp(middle);
  return { week, n, value, spread: value * Math.sqrt(Math.max(0, squares / n - middle ** 2)) };
}
