import { type Area, areas } from '../library/template.ts';
import { isOn, isOver } from '../living/life.ts';
import type { Pilot } from '../living/pilot.ts';

export interface Spread {
  readonly byArea: Readonly<Record<Area, number>>;
  readonly byDepartment: readonly { readonly name: string; readonly pilots: number }[];
  readonly all: number;
  /** One C holds more than half of at least three pilots: then the wide range is missing. */
  readonly lopsided: Area | null;
  /** Cs in which nothing is tried. */
  readonly empty: readonly Area[];
}

const leastToJudge = 3;

type Counted = Pick<Pilot, 'state' | 'area' | 'department'>;

/** How wide the pilots are spread, over the four Cs and over the departments that are on board. */
export function spreadOf(pilots: readonly Counted[]): Spread {
  const on = pilots.filter(isOn);
  const count = (area: Area) => on.filter((one) => one.area === area).length;
  const byArea = {
    experience: count('experience'),
    conversation: count('conversation'),
    content: count('content'),
    collaboration: count('collaboration'),
  };
  const departments = Map.groupBy(on, ({ department }) => department?.name ?? '');
  const all = on.length;
  const lopsided = areas.find((area) => all >= leastToJudge && byArea[area] > all / 2) ?? null;
  return {
    byArea,
    byDepartment: [...departments]
      .filter(([name]) => name !== '')
      .map(([name, { length: pilots }]) => ({ name, pilots }))
      .toSorted((a, b) => b.pilots - a.pilots),
    all,
    lopsided,
    empty: areas.filter((area) => byArea[area] === 0),
  };
}

/** Per C how far it is: 0 nothing, 1 a pilot in its first phase, 2 further or kept, 3 kept for half a year and more. */
export type Grade = 0 | 1 | 2 | 3;

export interface Graded extends Counted {
  readonly phase: number;
  readonly keptSince: Temporal.Instant | null;
  /** A result that was measured in the last 31 days. */
  readonly measuredLately: boolean;
}

const anchoredDays = 26 * 7;

export function gradeOf(pilots: readonly Graded[], area: Area, now: Temporal.Instant): Grade {
  const own = pilots.filter((one) => one.area === area && isOn(one));
  if (own.length === 0) return 0;
  const kept = own.filter(({ state }) => state === 'kept');
  const departments = new Set(own.map(({ department }) => department?.id).filter(Boolean));
  const anchored = kept.some(
    ({ keptSince, measuredLately }) =>
      measuredLately && keptSince !== null && now.since(keptSince).total('hours') >= anchoredDays * 24,
  );
  if (anchored && departments.size >= 2) return 3;
  return kept.length > 0 || own.some(({ phase }) => phase >= 2) ? 2 : 1;
}

/** Four rows, the Cs; three columns, the phases: every component thought of, with its steps two and three. */
export interface IntegrationRow {
  readonly area: Area;
  readonly cells: readonly [IntegrationCell[], IntegrationCell[], IntegrationCell[]];
}

export interface IntegrationCell {
  readonly publicId: string;
  readonly title: string;
  readonly about: string;
  readonly days: number;
  readonly status: 'done' | 'now' | 'planned';
}

export function integrationPlan(pilots: readonly Pilot[]): IntegrationRow[] {
  const living = pilots.filter((one) => !isOver(one) && one.plan);
  return areas.map((area) => {
    const cellsAt = (at: 0 | 1 | 2) =>
      living.filter((one) => one.area === area).flatMap((pilot) => cellOf(pilot, at));
    return { area, cells: [cellsAt(0), cellsAt(1), cellsAt(2)] };
  });
}

function cellOf({ publicId, title, plan, phase, state }: Pilot, at: 0 | 1 | 2): IntegrationCell[] {
  const planned = plan?.phases[at];
  if (!planned) return [];
  const status = phase > at + 1 ? 'done' : phase === at + 1 && state !== 'planned' ? 'now' : 'planned';
  return [{ publicId, title, about: planned.about, days: planned.days, status }];
}
