import type { IntervalCount, IntervalDay } from '../../conversations/measuring/interval-days.ts';
import { mergeSpreads, valuesOf } from '../../conversations/measuring/spread.ts';
import type { Measured } from '../measured.ts';
import { z90 } from '../statistics.ts';
import { type Days, type Frame, firstDay } from './frame.ts';
import { medianOf, shareOf, type Tally } from './making.ts';

/** What whole days cannot say: the pieces of a day around the moments from which something may count. */
export interface Edges {
  /** Until when a message is old enough: 72 hours and seven days back. Whole days before, and a piece of the day itself. */
  readonly settledDay: string;
  readonly settledPiece: readonly IntervalDay[];
  readonly readDay: string;
  readonly readPiece: readonly IntervalDay[];
  /** Received in opening hours so late that an hour of those had not passed. */
  readonly lastHour: readonly { departmentId: string; inHours: number; withinHour: number }[];
}

export interface Asked {
  readonly frame: Frame;
  readonly days: Days;
  readonly intervals: readonly IntervalDay[];
  readonly edges: Edges;
}

const guardShare = 0.6;

/** Figures of messages that asked an answer. */
export function answeringFigures({ frame, days, intervals, edges }: Asked): Measured[] {
  const from = firstDay(frame, days);
  const all = intervals.filter(({ day }) => day >= from);
  const settled = [...all.filter(({ day }) => day < edges.settledDay), ...edges.settledPiece];
  const readable = [...all.filter(({ day }) => day < edges.readDay), ...edges.readPiece];
  const of = (rows: readonly IntervalDay[], k: IntervalCount, n: IntervalCount): Tally => ({
    k: sum(rows, k),
    n: sum(rows, n),
  });
  const late = edges.lastHour.reduce(
    (total, one) => ({ n: total.n + one.inHours, k: total.k + one.withinHour }),
    { n: 0, k: 0 },
  );
  const hour = of(all, 'withinHour', 'inHours');
  const asked = sum(all, 'asked');
  const excluded = sum(all, 'excluded');
  const check = excluded > guardShare * (asked + excluded) ? { check: true as const } : {};
  return [
    shareOf(['RR', days], of(settled, 'answered', 'asked'), check),
    shareOf(['RR_ADDRESSED', days], of(settled, 'answeredOfUs', 'askedOfUs')),
    shareOf(['SL60', days], { k: hour.k - late.k, n: hour.n - late.n }),
    shareOf(['READ', days], of(readable, 'read', 'asked')),
    shareOf(['UNTIMED', days], of(all, 'untimed', 'asked')),
    shareOf(['UT', days], of(all, 'untagged', 'person')),
    shareOf(['TRIAGE', days], of(all, 'triaged', 'opened')),
    shareOf(['APPROVAL', days], of(all, 'easyApproved', 'easy')),
    touch(days, all),
    outside(days, settled),
    medianOf(['FRT', days], valuesOf(mergeSpreads(all.map(({ hours }) => hours)))),
    medianOf(['FRT_CLOCK', days], valuesOf(mergeSpreads(all.map(({ clock }) => clock)))),
  ];
}

export function sum(rows: readonly IntervalDay[], count: IntervalCount): number {
  return rows.reduce((total, { counts }) => total + counts[count], 0);
}

/** The median number of people who had an easy answer in hands. */
function touch(days: Days, rows: readonly IntervalDay[]): Measured {
  const [n, alone, two] = [sum(rows, 'easy'), sum(rows, 'easyAlone'), sum(rows, 'easyTwo')];
  const value = n === 0 ? null : alone * 2 >= n ? 1 : (alone + two) * 2 >= n ? 2 : 3;
  return {
    ...{ code: 'TOUCH', unit: 'count', window: days, population: 'process', stepUps: 0 },
    ...{ value, n, low: value, high: value },
  };
}

/** How the response rate outside opening hours stands to the one inside; the interval of a ratio, by its logarithm. */
function outside(days: Days, rows: readonly IntervalDay[]): Measured {
  const out = { k: sum(rows, 'outsideAnswered'), n: sum(rows, 'outsideAsked') };
  const inside = { k: sum(rows, 'answered') - out.k, n: sum(rows, 'asked') - out.n };
  const known = out.n > 0 && inside.k > 0;
  const value = known ? out.k / out.n / (inside.k / inside.n) : null;
  const spread = known && out.k > 0 ? Math.sqrt(1 / out.k - 1 / out.n + 1 / inside.k - 1 / inside.n) : null;
  const factor = spread === null ? null : Math.exp(z90 * spread);
  return {
    ...{ code: 'RR_OUTSIDE', unit: 'index', window: days, population: 'process', stepUps: 0 },
    value,
    n: Math.min(out.n, inside.n),
    low: value === null ? null : factor === null ? 0 : value / factor,
    high: value === null ? null : factor === null ? 1 : value * factor,
  };
}
