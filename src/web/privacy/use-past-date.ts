import { useFormats, useWords } from '../layout/frame.tsx';
import type { PastDateView } from './past-date-view.ts';

/** The figure for the board, in a sentence: by how many days the oldest personal record is past its date. */
export function usePastDateSentence() {
  const { retention: words, days } = useWords().privacy;
  const { moment } = useFormats();
  return ({ oldestDays, ranAt, still }: PastDateView): string => {
    if (ranAt === null) return words.figureNever;
    const figure = `${words.figure}: ${days(oldestDays)}. ${words.looked(moment(ranAt))}`;
    return still ? `${figure} ${words.still}` : figure;
  };
}
