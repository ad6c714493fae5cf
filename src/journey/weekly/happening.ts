import type { StageNumber } from '../stages.ts';
import type { Stepped } from './stepping.ts';

export const eventKinds = [
  'stage_gained',
  'stage_lost',
  'wavering',
  'steady',
  'source_lost',
  'source_back',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** What happened in a week, for the time line. */
export interface JourneyEvent {
  readonly kind: EventKind;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The week as it stands after stepping. */
export interface WeekState {
  readonly proven: StageNumber;
  /** Criteria up to the proven stage that waver. */
  readonly wavering: readonly string[];
  readonly lost: readonly string[];
  readonly settled: boolean;
}

/** What is new since the week before. A stage that is gained or lost while everything is provisional is no event. */
export function happenings(
  before: WeekState | undefined,
  now: WeekState,
  steps: readonly Stepped[],
): JourneyEvent[] {
  const events: JourneyEvent[] = [];
  if (now.settled) {
    const [was, is] = [before?.settled ? before.proven : 1, now.proven];
    if (is > was) events.push({ kind: 'stage_gained', data: { from: was, to: is } });
    if (is < was)
      events.push({ kind: 'stage_lost', data: { from: was, to: is, causes: causes(steps, was) } });
  }
  const waver = now.wavering.filter((id) => !before?.wavering.includes(id));
  const steady = (before?.wavering ?? []).filter((id) => !now.wavering.includes(id) && isMet(steps, id));
  if (waver.length > 0) events.push({ kind: 'wavering', data: { criteria: waver } });
  if (steady.length > 0) events.push({ kind: 'steady', data: { criteria: steady } });
  const gone = now.lost.filter((id) => !before?.lost.includes(id));
  const back = (before?.lost ?? []).filter((id) => !now.lost.includes(id));
  if (gone.length > 0) events.push({ kind: 'source_lost', data: { accounts: gone } });
  if (back.length > 0) events.push({ kind: 'source_back', data: { accounts: back } });
  return events;
}

function isMet(steps: readonly Stepped[], id: string): boolean {
  return steps.some(({ outcome, held }) => outcome.criterion.id === id && held.state === 'met');
}

/** Required criteria up to the stage that was, which are not met now. */
function causes(steps: readonly Stepped[], was: number): string[] {
  return steps
    .filter(({ outcome, held }) => {
      const { stage, kind } = outcome.criterion;
      return kind === 'required' && stage <= was && !outcome.exempt && held.state !== 'met';
    })
    .map(({ outcome }) => outcome.criterion.id);
}
