import type { PilotFigures } from '../../pilots/measures.ts';
import {
  businessTypes,
  daysBetween,
  freshDays,
  type Goal,
  isBetter,
  isMeasured,
  isResult,
} from '../goals/goal.ts';
import { isForecast, meanError, type PlanLine } from '../goals/plan.ts';
import type { Measured } from '../measured.ts';
import { censusOf, countOf, factOf } from './making.ts';

export interface Aims {
  /** The day of evaluation. */
  readonly day: string;
  readonly goals: readonly Goal[];
  readonly lines: readonly PlanLine[];
  readonly pilots: readonly PilotFigures[];
}

/** In a new year the lines of the old one still count for a month. */
const graceDays = 31;
const endedDays = 364;
const revisedDays = 92;

export function resultFigures(aims: Aims): Measured[] {
  const { day, goals, pilots } = aims;
  const running = pilots.filter(({ state }) => state === 'running' || state === 'deciding');
  const measured =
    goals.filter((goal) => isMeasured(goal, day)).length +
    running.filter((pilot) => isMeasuredPilot(pilot, day)).length;
  return [
    countOf(['PILOTS', 'now'], running.filter(({ owned }) => owned).length, { n: running.length }),
    censusOf(['KC', 'now'], { k: measured, n: goals.length + running.length }),
    ...businessResults(aims),
    ...returns(aims),
    ...planFigures(aims),
    countOf(['GOAL_MEASURED', 'now'], goals.filter((goal) => isOfDepartment(goal, day)).length, {
      n: goals.length,
    }),
  ];
}

function isMeasuredPilot({ owned, metric, target, valueOn }: PilotFigures, day: string): boolean {
  return (
    owned && metric !== null && target !== null && valueOn !== null && daysBetween(valueOn, day) <= freshDays
  );
}

/** A goal of one department about brand or satisfaction that is measured: the test of the phase of dialogue. */
function isOfDepartment(goal: Goal, day: string): boolean {
  return ['brand', 'satisfaction'].includes(goal.resultType) && isMeasured(goal, day);
}

function businessResults({ day, goals, pilots }: Aims): Measured[] {
  const proven = goals.filter(isResult);
  const ofPilots = pilots.filter(
    ({ metric, weeks }) =>
      weeks >= 3 && metric !== null && businessTypes.some((type) => type === metric.type),
  );
  const types = new Set([
    ...proven.map(({ resultType }) => resultType),
    ...ofPilots.map(({ metric }) => metric?.type),
  ]);
  const better = proven.filter(isBetter).length + ofPilots.filter((pilot) => pilot.better).length;
  const round = day.slice(0, 7);
  const n = proven.length + ofPilots.length;
  return [
    countOf(['RESULT_TYPES', 'now'], types.size, { n, round }),
    countOf(['RESULT_BETTER', 'now'], better, { n, round }),
  ];
}

/** Pilots that ended or were scaled in a year: whether their return lies above nothing, its interval with it. */
function returns({ day, pilots }: Aims): Measured[] {
  const ended = pilots.filter(({ endedOn }) => endedOn !== null && daysBetween(endedOn, day) <= endedDays);
  const positive = ended.filter(({ verdict }) => verdict === 'positive').length;
  return [
    countOf(['ROI_POSITIVE', 364], positive, { n: ended.length }),
    censusOf(['ROI_SHARE', 364], { k: positive, n: ended.length }),
  ];
}

function planFigures({ day, goals, lines }: Aims): Measured[] {
  const year = Number(day.slice(0, 4));
  const fresh = daysBetween(`${year}-01-01`, day) < graceDays;
  const counts = (line: PlanLine) =>
    isForecast(line, line.year === year ? day : `${line.year}-12-31`) &&
    (line.year === year || (fresh && line.year === year - 1));
  const engaging = goals.filter(({ kpi }) => kpi !== null);
  const tied = engaging.filter((goal) => lines.some((line) => line.id === goal.planLineId && counts(line)));
  const revised = lines.some(
    ({ revisedOn }) => revisedOn !== null && daysBetween(revisedOn, day) <= revisedDays,
  );
  const own = lines.filter((line) => goals.some(({ planLineId }) => planLineId === line.id));
  const errors = own.map((line) => meanError(line.periods)).filter(({ value }) => value !== null);
  const mean = errors.reduce((sum, { value }) => sum + (value ?? 0), 0) / Math.max(1, errors.length);
  const closed = Math.max(0, ...errors.map(({ n }) => n));
  return [
    censusOf(['KF', 'plan-year'], { k: tied.length, n: engaging.length }),
    factOf(['FORECAST_REVISED', 'now'], revised),
    {
      ...{ code: 'MAPE', unit: 'index', window: 'plan-year', population: 'census', stepUps: 0 },
      ...{ value: errors.length > 0 ? mean : null, n: closed, low: null, high: null, round: day.slice(0, 7) },
    },
  ];
}
