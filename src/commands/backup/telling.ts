/** Progress in one line that is written over; on a terminal only, so that logs stay readable. */
export interface Counter {
  progress(done: { table: string; rows: number }): void;
  end(): void;
}

const interval = 200;

export function counter(word: string): Counter {
  let last = 0;
  let shown = false;
  return {
    progress: ({ table, rows }) => {
      const now = performance.now();
      if (!process.stderr.isTTY || now - last < interval) return;
      last = now;
      shown = true;
      process.stderr.write(`\r\x1b[K${word}: ${rows} rows, ${table}`);
    },
    end: () => {
      if (shown) process.stderr.write('\r\x1b[K');
      shown = false;
    },
  };
}

export function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** Three decimals say enough. */
export function secondsSince(started: number): number {
  return Math.round(performance.now() - started) / 1000;
}

/** `9.5 MB`, `40 kB`. */
export function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
