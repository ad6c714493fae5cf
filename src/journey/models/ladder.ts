/** The nine process areas of the ladder. */
export const areas = [
  'listen',
  'classify',
  'record',
  'respond',
  'backoffice',
  'community',
  'content',
  'privacy',
  'change',
] as const;
export type ProcessArea = (typeof areas)[number];

/** What happened in an area, week by week, the newest last; at least 26 where there is as much. */
export interface AreaFacts {
  readonly area: ProcessArea;
  /** Not judged, and why not. */
  readonly outOfScope: string | null;
  readonly weeks: readonly number[];
  /** A value a week for the control chart, the newest last; empty where there is no figure. */
  readonly chart: readonly number[];
  readonly owner: boolean;
  readonly tool: boolean;
  /** A written way of working of at most twelve months, and the share that acknowledged it; null when there is none. */
  readonly written: { readonly fresh: boolean; readonly acknowledged: number | null } | null;
  /** The area has a figure with a target. */
  readonly target: boolean;
  /** Only for record and classify: the gate of data quality; undefined when it cannot be told. */
  readonly gate?: boolean | undefined;
  /** Only for record: the complete chain. */
  readonly chain?: boolean | undefined;
  /** Changes of the last half-year that were tested, and whether one was kept with a lasting gain. */
  readonly tested: number;
  readonly lasting: boolean;
}

export interface Rung {
  readonly area: ProcessArea;
  readonly level: 0 | 1 | 2 | 3 | 4 | 5;
  readonly outOfScope: string | null;
  /** The first test of the next level that fails; null at the top or out of scope. */
  readonly lacks: Lack | null;
}

export type Lack =
  | 'activity'
  | 'owner'
  | 'rhythm'
  | 'tool'
  | 'written'
  | 'acknowledged'
  | 'gate'
  | 'target'
  | 'chart'
  | 'special-cause'
  | 'chain'
  | 'tested'
  | 'lasting';

/** Staged: a level is reached only with all below it. */
export function rungOf(facts: AreaFacts): Rung {
  const { area, outOfScope } = facts;
  if (outOfScope !== null) return { area, level: 0, outOfScope, lacks: null };
  const tests: readonly (readonly [level: 1 | 2 | 3 | 4 | 5, lack: Lack, holds: boolean])[] = [
    [1, 'activity', facts.weeks.slice(-13).some((n) => n > 0)],
    [2, 'owner', facts.owner],
    [2, 'rhythm', hasRhythm(facts.weeks)],
    [2, 'tool', facts.tool],
    [3, 'written', facts.written?.fresh === true],
    [3, 'acknowledged', (facts.written?.acknowledged ?? 0) >= 0.8],
    [3, 'gate', !['classify', 'record'].includes(area) || facts.gate === true],
    [4, 'target', facts.target],
    [4, 'chart', facts.chart.length >= 20],
    [4, 'special-cause', !hasSpecialCause(facts.chart)],
    [4, 'chain', area !== 'record' || facts.chain === true],
    [5, 'tested', facts.tested >= 2],
    [5, 'lasting', facts.lasting],
  ];
  const failing = tests.find(([, , holds]) => !holds);
  const level = failing ? ((failing[0] - 1) as Rung['level']) : 5;
  return { area, level, outOfScope: null, lacks: failing?.[1] ?? null };
}

/** In at least three of each four weeks, over a quarter. */
export function hasRhythm(weeks: readonly number[]): boolean {
  const quarter = weeks.slice(-13);
  if (quarter.length < 13) return false;
  return Array.from({ length: 10 }, (_, i) => quarter.slice(i, i + 4)).every(
    (four) => four.filter((n) => n > 0).length >= 3,
  );
}

/** Points beyond three deviations in the last eight, or those eight all on one side of the middle (Western Electric 1 and 4). */
export function hasSpecialCause(chart: readonly number[]): boolean {
  if (chart.length < 20) return false;
  const before = chart.slice(0, -8);
  const last = chart.slice(-8);
  const mean = before.reduce((sum, x) => sum + x, 0) / before.length;
  const moves = before.slice(1).map((x, i) => Math.abs(x - (before[i] ?? x)));
  // The mean move between neighbours, divided by 1.128, is the deviation without what drifts.
  const deviation = moves.reduce((sum, x) => sum + x, 0) / moves.length / 1.128;
  if (last.some((x) => Math.abs(x - mean) > 3 * deviation)) return true;
  return last.every((x) => x > mean) || last.every((x) => x < mean);
}

/** The organisation stands where its lowest area in scope stands; null when none is in scope. */
export function lowestRung(rungs: readonly Rung[]): { level: number; area: ProcessArea } | null {
  const inScope = rungs.filter(({ outOfScope }) => outOfScope === null);
  const lowest = inScope.toSorted((a, b) => a.level - b.level)[0];
  return lowest ? { level: lowest.level, area: lowest.area } : null;
}
