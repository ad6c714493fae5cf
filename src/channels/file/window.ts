import type { Source } from './source.ts';

/** The bytes in hand: the part of a file that is not yet read as records. */
export interface Window {
  bytes: Buffer;
  /** Where in `bytes` the next record starts. */
  at: number;
  /** Nothing will follow. */
  ended: boolean;
  /** Nothing will follow, and what is in hand is really the end of the file. */
  complete: boolean;
  /** Adds at least as much as is left in hand, so that a long record is not joined again and again. */
  more(): Promise<void>;
  close(): Promise<void>;
}

export function openWindow({ chunks, progress }: Source): Window {
  const window: Window = {
    bytes: Buffer.alloc(0),
    at: 0,
    ended: false,
    complete: false,
    more: async () => {
      const parts = [window.bytes.subarray(window.at)];
      let missing = Math.max(1, window.bytes.length - window.at);
      while (missing > 0) {
        const { value, done } = await chunks.next();
        if (done) break;
        parts.push(value);
        missing -= value.length;
      }
      window.ended = missing > 0;
      window.complete = window.ended && progress.damage === null;
      window.bytes = Buffer.concat(parts);
      window.at = 0;
    },
    close: async () => {
      await chunks.return?.();
    },
  };
  return window;
}
