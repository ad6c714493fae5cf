import type { DataFiles } from './sizes.ts';

/** A place where a rule does not hold, and why. One that is no longer needed makes the test fail. */
export interface Exception {
  readonly rule: string;
  readonly path: string;
  readonly because: string;
}

export const exceptions: readonly Exception[] = [
  { rule: 'time', path: 'src/platform/clock.ts', because: 'it is the clock' },
  {
    rule: 'time',
    path: 'src/platform/data-folder.ts',
    because: 'since when a process holds the folder is a fact about the machine; there is no context yet',
  },
  {
    rule: 'time',
    path: 'src/web/layout/frame.tsx',
    because: 'an error page whose first loader failed has no time of the server to count from',
  },
  {
    rule: 'packages',
    path: 'src/understanding/guessing.ts',
    because: 'loads the language detector at its first use; it reads a file of a package, nothing of ours',
  },
  {
    rule: 'spelling',
    path: 'src/server.ts',
    because: 'the web bundle is made by the build; it is no source of ours that could be named',
  },
  {
    rule: 'spelling',
    path: 'src/platform/transformer/transformer-worker.ts',
    because: 'an optional package that most installations lack; it is found at the start or refused',
  },
  {
    rule: 'timers',
    path: 'src/talking-live.ts',
    because:
      'beats while a guest looks, and looks itself when a wake-up was lost; as live.ts does for colleagues',
  },
  {
    rule: 'timers',
    path: 'src/live.ts',
    because:
      'a transaction that ends without telling hides what came after it; nobody else would wake the reader',
  },
  {
    rule: 'timers',
    path: 'src/streaming.ts',
    because: 'the heartbeat of one open stream, which ends with it',
  },
  {
    rule: 'timers',
    path: 'src/channel-worker.ts',
    because:
      'it speaks with each account as long as the process lives, and rests when a channel does not answer',
  },
  {
    rule: 'subscribing',
    path: 'src/insights/reporting/rolling.ts',
    because: 'asks how far the log is, on its own time; it subscribes to nothing',
  },
  {
    rule: 'subscribing',
    path: 'src/conversations/measuring/touched-days.ts',
    because: 'takes the type of a place in the log; it subscribes to nothing',
  },
  {
    rule: 'subscribing',
    path: 'src/channel-worker.ts',
    because: 'any event may have put an answer out; it looks in its own queue and reads no event',
  },
  {
    rule: 'timers',
    path: 'src/worker.ts',
    because: 'the follower itself: once a second in case a wake-up was missed',
  },
  {
    rule: 'subscribing',
    path: 'src/talking-live.ts',
    because: 'tells guests that something changed and changes nothing itself',
  },
  {
    rule: 'subscribing',
    path: 'src/live.ts',
    because: 'tells browsers what changed and changes nothing itself',
  },
  {
    rule: 'subscribing',
    path: 'src/listening/noticing/grouping.ts',
    because: 'two thousand messages at once, in a job of schedule.ts; reactions get their events one by one',
  },
  {
    rule: 'parameters',
    path: 'src/web/entry.server.tsx',
    because: 'React Router calls it with five',
  },
];

export const dataFiles: DataFiles = {
  'src/understanding/words/': 'lists of words, read as a table and not as code',
};
