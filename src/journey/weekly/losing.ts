import type { History } from '../../insights/rolling/history.ts';

type HeardDay = History['heard'][number];

/** A source that used to bring messages and stopped. */
export interface LostSource {
  readonly accountId: string;
  /** Messages a week, the middle of the eight weeks before. */
  readonly usual: number;
}

const weeksBefore = 8;
/** Fewer than this a week may well be chance. */
const regular = 10;
const silence = 0.1;

/**
 * Sources that fell silent in the last seven days before `today`. What they brought counts: when it was half of all or
 * more, figures say nothing about the organisation and everything about the pipe.
 */
export function lostSources(
  heard: readonly HeardDay[],
  today: string,
): { lost: LostSource[]; share: number } {
  const perAccount = Map.groupBy(heard, ({ accountId }) => accountId);
  const volumes = [...perAccount].map(([accountId, days]) => {
    const weeks = Array.from({ length: weeksBefore + 1 }, (_, back) => volumeIn(days, today, back));
    return { accountId, last: weeks[0] ?? 0, usual: middle(weeks.slice(1)) };
  });
  const lost = volumes.filter(({ usual, last }) => usual >= regular && last < usual * silence);
  const all = volumes.reduce((sum, { usual }) => sum + usual, 0);
  const gone = lost.reduce((sum, { usual }) => sum + usual, 0);
  return {
    lost: lost.map(({ accountId, usual }) => ({ accountId, usual })),
    share: all === 0 ? 0 : gone / all,
  };
}

function volumeIn(days: readonly HeardDay[], today: string, weeksBack: number): number {
  const end = Temporal.PlainDate.from(today).subtract({ days: 7 * weeksBack });
  const [from, to] = [end.subtract({ days: 7 }).toString(), end.toString()];
  return days.filter(({ day }) => day >= from && day < to).reduce((sum, { heard }) => sum + heard, 0);
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return ((sorted[3] ?? 0) + (sorted[4] ?? 0)) / 2;
}
