/** Seconds between a try and the next: quickly at first, then over three days. After the last it has failed. */
const pauses = [5, 60, 300, 1800, 7200, 18_000, 36_000, 43_200, 43_200, 54_000, 54_000] as const;

export const mostTries = pauses.length + 1;

/**
 * How long to wait after the `tries`-th try came to nothing, in seconds; null: not any more. Each a fifth shorter or
 * longer, by `chance` from 0 to 1, so that what failed together does not come back together.
 */
export function pauseAfter(tries: number, chance: number): number | null {
  const pause = pauses[tries - 1];
  return pause === undefined ? null : Math.round(pause * (0.8 + 0.4 * chance));
}

/** An endpoint of which nothing arrived for so long is switched off. */
export const patienceDays = 3;
