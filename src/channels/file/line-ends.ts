import type { Window } from './window.ts';

export const feed = 0x0a;
export const back = 0x0d;

/**
 * Length of the line ending at `at`: 0 when there is none, -1 when the next byte decides. CR alone ends a line
 * only in files that end all their lines so (`loneReturn`); elsewhere it is part of a text.
 */
export function lineEnd(bytes: Buffer, at: number, ends: { loneReturn: boolean; complete: boolean }): number {
  if (bytes[at] === feed) return 1;
  if (bytes[at] !== back) return 0;
  if (at + 1 >= bytes.length) return ends.complete ? 1 : -1;
  if (bytes[at + 1] === feed) return 2;
  return ends.loneReturn ? 1 : 0;
}

/** How many lines end between two places. */
export function countLineEnds(
  bytes: Buffer,
  span: { from: number; to: number },
  loneReturn: boolean,
): number {
  const ends = { loneReturn, complete: true };
  let count = 0;
  if (!loneReturn) {
    for (
      let at = bytes.indexOf(feed, span.from);
      at !== -1 && at < span.to;
      at = bytes.indexOf(feed, at + 1)
    ) {
      count++;
    }
    return count;
  }
  for (let at = span.from; at < span.to; at++) {
    const length = lineEnd(bytes, at, ends);
    if (length > 0) count++;
    if (length === 2) at++;
  }
  return count;
}

/** Goes to the next line; false when its start is not in hand yet and the window is used up so far. */
export function leaveLine(window: Window, loneReturn: boolean): boolean {
  const { bytes, complete } = window;
  const ends = { loneReturn, complete };
  for (; window.at < bytes.length; window.at++) {
    const length = lineEnd(bytes, window.at, ends);
    if (length === -1) return false;
    if (length === 0) continue;
    window.at += length;
    return true;
  }
  return complete;
}

/** Passes empty lines; gives how many. */
export function passEmptyLines(window: Window, loneReturn: boolean): number {
  const ends = { loneReturn, complete: window.complete };
  for (let lines = 0; ; lines++) {
    const length = lineEnd(window.bytes, window.at, ends);
    if (length < 1) return lines;
    window.at += length;
  }
}
