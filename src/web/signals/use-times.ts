import { useFormats, useWords } from '../layout/frame.tsx';
import type { ShownContrast } from './words-view.ts';

/** How many times as often; with "at least" when the other set never says it. */
export function useTimes(): (row: ShownContrast) => string {
  const { words } = useWords().signals;
  const { number } = useFormats();
  return ({ times, otherMessages }) => {
    const written = number(times, times < 10 ? 1 : 0);
    return otherMessages === 0 ? words.timesAtLeast(written) : words.timesOf(written);
  };
}
