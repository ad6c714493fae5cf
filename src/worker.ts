import type { Context } from './platform/context.ts';
import { followOnce } from './platform/following.ts';
import { listenForEvents } from './platform/listening.ts';
import type { Log } from './platform/log.ts';
import { reactions } from './reactions.ts';

/** Follows the event log for every reaction: at once when woken, and once a second in case a wake-up was missed. */
export function startFollowing(ctx: Context, url: string, log: Log): { stop(): Promise<void> } {
  let stopped = false;
  let running: Promise<void> | undefined;
  let again = false;

  async function follow(): Promise<void> {
    do {
      again = false;
      for (const reaction of reactions) {
        try {
          while (!stopped && (await followOnce(ctx, reaction, log)) > 0);
        } catch (error) {
          if (!stopped) log.warn({ err: error, reaction: reaction.name }, 'following');
        }
      }
    } while (again && !stopped);
  }

  async function wake(): Promise<void> {
    if (stopped) return;
    if (running) again = true;
    else running = follow().finally(() => (running = undefined));
  }

  const listening = listenForEvents(url, wake, log);
  const timer = setInterval(wake, 1000);
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await listening.close();
      await running;
    },
  };
}
