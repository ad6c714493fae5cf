import { type C, cs } from '../../insights/goals/goal.ts';
import type { PilotFigures } from '../../pilots/measures.ts';

/** Van Belleghem's four: how far each is in use, 0 to 3, and which departments take part. */
export interface Bar {
  readonly c: C;
  readonly value: 0 | 1 | 2 | 3;
  readonly departments: readonly string[];
}

const keptDays = 26 * 7;
const freshDays = 31;

/**
 * 0: nothing of it in use; 1: a pilot in its first phase; 2: one further, or kept; 3: kept for half a year, with two
 * departments and a result measured this month. Capabilities that are on without a pilot count as begun.
 */
export function profileOf(
  pilots: readonly PilotFigures[],
  { day, begun }: { day: string; begun: ReadonlySet<C> },
): Bar[] {
  return cs.map((c) => {
    const own = pilots.filter(
      ({ area, state }) => area === c && ['running', 'deciding', 'kept'].includes(state),
    );
    const departments = [...new Set(own.flatMap(({ departmentId }) => departmentId ?? []))];
    const last = own.some((pilot) => isAnchored(pilot, day)) && departments.length >= 2;
    const further = own.some(({ state, phase }) => state === 'kept' || phase >= 2);
    const value = last ? 3 : further ? 2 : own.length > 0 || begun.has(c) ? 1 : 0;
    return { c, value, departments };
  });
}

function isAnchored({ state, keptOn, valueOn, metric }: PilotFigures, day: string): boolean {
  if (state !== 'kept' || keptOn === null || valueOn === null || metric === null) return false;
  return daysTo(keptOn, day) >= keptDays && daysTo(valueOn, day) <= freshDays;
}

function daysTo(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

/** The lowest bar: advice goes there first, so that what is begun spreads. */
export function lowestOf(bars: readonly Bar[]): C | undefined {
  return bars.toSorted((a, b) => a.value - b.value || a.departments.length - b.departments.length)[0]?.c;
}

/** Van Belleghem's integration: knowledge, pilots, integration, leverage. Each asks the one before. */
export const overlays = ['none', 'knowledge', 'pilot', 'integration', 'leverage'] as const;
export type Overlay = (typeof overlays)[number];

export interface OverlayFacts {
  readonly bars: readonly Bar[];
  readonly runningCs: number;
  /** Training or policy begun, and an account. */
  readonly knows: boolean;
  readonly team: boolean;
  readonly listens: boolean;
  readonly met: (criterion: string) => boolean;
}

export function overlayOf({ bars, runningCs, knows, team, listens, met }: OverlayFacts): Overlay {
  if (!knows) return 'none';
  if (runningCs < 2 || !team || !listens) return 'knowledge';
  if (!bars.every(({ value }) => value >= 2) || !met('4.4') || !met('4.8')) return 'pilot';
  return bars.every(({ value }) => value === 3) && met('4.3') && met('5.1') ? 'leverage' : 'integration';
}
