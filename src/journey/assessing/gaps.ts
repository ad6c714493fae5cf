import type { Context } from '../../platform/context.ts';
import type { Outcome } from '../evaluating.ts';
import { answersTo, sheetsOf } from './figures.ts';
import { closeness, items } from './items.ts';
import { fewest, groupOf, isCounted, type Score, scoreOf } from './scoring.ts';

export interface ItemResult extends Score {
  readonly code: string;
  readonly criterion: string;
  /** What colleagues say minus what is measured, in points of share; null when one of the two is not known. */
  readonly gap: number | null;
}

export interface RoundResult {
  readonly answered: number;
  readonly counted: boolean;
  /** The widest gap first. */
  readonly items: readonly ItemResult[];
  /** Share of sheets per group 1-3, 4-6, 7-10; null below five answers. */
  readonly closeness: readonly number[] | null;
}

/** What a round says, beside what is measured. Nothing of fewer than five. */
export async function readResult(
  ctx: Context,
  roundId: string,
  outcomes: readonly Outcome[],
): Promise<RoundResult> {
  const sheets = await sheetsOf(ctx, roundId);
  const results = items.map(({ code, criterion }) => {
    const score = scoreOf(answersTo(sheets, code));
    return { ...score, code, criterion, gap: gapOf(score.share, measuredShare(outcomes, criterion)) };
  });
  const marks = sheets.flatMap(({ answers }) => {
    const mark = Number(answers[closeness.code]);
    return mark >= 1 && mark <= 10 ? [mark] : [];
  });
  return {
    answered: sheets.length,
    counted: isCounted(sheets),
    items: results.toSorted((a, b) => Math.abs(b.gap ?? 0) - Math.abs(a.gap ?? 0)),
    closeness:
      marks.length < fewest
        ? null
        : [0, 1, 2].map((group) => marks.filter((mark) => groupOf(mark) === group).length / marks.length),
  };
}

export function gapOf(said: number | null, measured: number | null): number | null {
  return said === null || measured === null ? null : said - measured;
}

/** The measured value of a criterion, where it is a share; what is so or not so counts as 1 or 0. */
function measuredShare(outcomes: readonly Outcome[], id: string): number | null {
  const outcome = outcomes.find(({ criterion }) => criterion.id === id);
  const measured = outcome?.judged.find(
    ({ measured }) => measured?.source !== 'survey' && measured?.unit === 'share',
  )?.measured;
  if (measured?.value !== null && measured?.value !== undefined) return measured.value;
  if (!outcome || outcome.state === 'unknown') return null;
  return outcome.judged.some(({ measured }) => measured?.source === 'survey')
    ? null
    : outcome.state === 'met'
      ? 1
      : 0;
}
