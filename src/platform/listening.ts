import pg from 'pg';
import { wakeChannel } from './events.ts';
import type { Log } from './log.ts';

/** Nobody notices so short a wait, and a hundred messages a second wake the readers of the log only twenty times. */
const pause = 50;

/**
 * Calls `wake` when events were written by anybody, over one connection that is made again when it breaks. Wakes
 * once after every (re)connection, because nobody was listening before. At once when it is quiet, then at most
 * every 50 ms: all that happened in between is read in one go.
 */
export function listenForEvents(
  url: string,
  wake: () => Promise<void>,
  log: Log,
): { close(): Promise<void> } {
  let client: pg.Client | undefined;
  let closed = false;
  let resting = false;
  let missed = false;
  function hear(): void {
    if (closed) return;
    missed = resting;
    if (resting) return;
    resting = true;
    setTimeout(rested, pause);
    void wake();
  }
  function rested(): void {
    resting = false;
    if (missed) hear();
  }
  async function connect(): Promise<void> {
    if (closed) return;
    const next = new pg.Client({ connectionString: url, application_name: 'polder-live', keepAlive: true });
    client = next;
    next.on('notification', hear);
    next.on('error', (error) => log.warn({ err: error }, 'live connection'));
    next.on('end', () => {
      if (!closed) setTimeout(connect, 1000);
    });
    try {
      await next.connect();
      await next.query(`listen ${wakeChannel}`);
      await wake();
    } catch (error) {
      log.warn({ err: error }, 'live connection');
    }
  }
  void connect();
  return {
    close: async () => {
      closed = true;
      await client?.end();
    },
  };
}
