import type { Measured, Window } from '../insights/measured.ts';

const ladder: readonly Window[] = [28, 91, 182];

/**
 * The first window, from `start` upward, with at least `nMin` behind it; each step up is counted. When none
 * has enough, the widest one comes back so that its n can be shown. Windows outside 28, 91, 182 never widen.
 */
export function pickWindow(
  candidates: readonly Measured[],
  start: Window,
  nMin: number,
): Measured | undefined {
  const from = ladder.indexOf(start);
  const windows = from < 0 ? [start] : ladder.slice(from);
  let widest: Measured | undefined;
  for (const [steps, window] of windows.entries()) {
    const found = candidates.find((candidate) => candidate.window === window);
    if (!found) continue;
    widest = { ...found, stepUps: Math.max(found.stepUps, steps) };
    if (found.value !== null && found.n >= nMin) return widest;
  }
  return widest;
}
