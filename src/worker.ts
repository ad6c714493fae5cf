import { setTimeout as delay } from 'node:timers/promises';
import type { Context } from './platform/context.ts';
import { batch, followOnce, type Position, settledEnd, settledVerbs, verbsOf } from './platform/following.ts';
import { listenForEvents } from './platform/listening.ts';
import type { Log } from './platform/log.ts';
import { reactions } from './reactions.ts';

/**
 * Between two looks, in milliseconds. Each look opens a transaction for every reaction that is concerned; in a rush one
 * look handles what many messages brought, and hearing keeps the database to itself in between.
 */
const rest = 200;

/**
 * Follows the event log for every reaction: at once when woken, and once a second in case a wake-up was missed. A
 * reaction is called when something of its verb has happened since the last look; the first look calls them all, and
 * one every ten minutes, so that no cursor falls far behind.
 */
export function startFollowing(ctx: Context, url: string, log: Log): { stop(): Promise<void> } {
  let stopped = false;
  const ending = new AbortController();
  let running: Promise<void> | undefined;
  let again = false;
  let seen: Position | undefined;

  async function look(): Promise<void> {
    const { end, verbs } = seen
      ? await settledVerbs(ctx, seen)
      : { end: await settledEnd(ctx), verbs: undefined };
    let whole = true;
    for (const reaction of reactions) {
      if (verbs && !verbsOf(reaction).some((verb) => verbs.has(verb))) continue;
      try {
        let handled: number | undefined = batch;
        // What comes in meanwhile is for the next look, with all that comes with it.
        while (!stopped && handled === batch) handled = await followOnce(ctx, reaction, log);
        // Held by another worker, that may yet break off.
        whole &&= handled !== undefined;
      } catch (error) {
        whole = false;
        if (!stopped) log.warn({ err: error, reaction: reaction.name }, 'following');
      }
    }
    // Where one did not come to its end, all are called again: each begins where its own cursor stands.
    seen = whole ? end : undefined;
  }

  async function follow(): Promise<void> {
    do {
      again = false;
      await look().catch((error: unknown) => {
        if (!stopped) log.warn({ err: error }, 'following');
      });
      await delay(rest, undefined, { signal: ending.signal }).catch(() => undefined);
    } while (again && !stopped);
  }

  async function wake(): Promise<void> {
    if (stopped) return;
    if (running) again = true;
    else running = follow().finally(() => (running = undefined));
  }

  const listening = listenForEvents(url, wake, log);
  const timer = setInterval(wake, 1000);
  const all = setInterval(() => (seen = undefined), 600_000);
  return {
    stop: async () => {
      stopped = true;
      ending.abort();
      clearInterval(timer);
      clearInterval(all);
      await listening.close();
      await running;
    },
  };
}
