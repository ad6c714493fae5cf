import { setTimeout as delay } from 'node:timers/promises';
import { type Connection, Outage } from './channels/connection.ts';
import { type Opener, openConnection } from './connecting.ts';
import { deliverAll } from './delivering.ts';
import { type ChannelConnection, listConnections } from './listening/connecting/connection.ts';
import { noteProblem } from './listening/connecting/cursor.ts';
import type { Context } from './platform/context.ts';
import { pauseAfterFailures } from './platform/limits.ts';
import { listenForEvents } from './platform/listening.ts';
import type { Log } from './platform/log.ts';
import { isRefusal } from './platform/refusal.ts';
import { receiveAll } from './receiving.ts';

export interface ChannelWorker {
  stop(): Promise<void>;
}

/** How often is looked for accounts that were connected, paused or ended, and for answers whose pause is over. */
const glance = 2000;
/** How long stopping waits for a call, in milliseconds. */
const longestStop = 10_000;
/** Between two looks at least, however much happens. */
const breath = 250;

/**
 * Speaks with every account that is on, each by itself: one that is dead, or slow, costs the others nothing. Answers
 * leave when events wake it; messages are received when the channel says so.
 */
export function startChannels(
  ctx: Context,
  url: string,
  { log, open = openConnection }: { log: Log; open?: Opener },
): ChannelWorker {
  const ending = new AbortController();
  const running = new Map<string, Running>();
  let wake = Promise.withResolvers<void>();
  const listening = listenForEvents(
    url,
    async () => {
      wake.resolve();
      wake = Promise.withResolvers<void>();
    },
    log,
  );
  const woken = () => wake.promise;
  const overseeing = oversee();

  async function oversee(): Promise<void> {
    while (!ending.signal.aborted) {
      const wanted = await listConnections(ctx).catch((error: unknown) => {
        log.warn({ err: error }, 'channels');
        return undefined;
      });
      if (wanted) await align(wanted.filter(({ state }) => state === 'on'));
      await delay(glance, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  }

  async function align(wanted: readonly ChannelConnection[]): Promise<void> {
    const keys = new Set(wanted.map(keyOf));
    for (const [key, one] of running) {
      if (keys.has(key)) continue;
      running.delete(key);
      void one.stop();
    }
    for (const connection of wanted) {
      const key = keyOf(connection);
      if (!running.has(key)) running.set(key, run(ctx, connection, { log, open, woken }));
    }
  }

  return {
    stop: async () => {
      ending.abort();
      await listening.close();
      await overseeing;
      await Promise.all([...running.values()].map((one) => one.stop()));
    },
  };
}

/** Other settings are another connection: the old one is closed and the new one opened. */
function keyOf({ publicId, settings, triedAt }: ChannelConnection): string {
  return JSON.stringify([publicId, settings, triedAt?.getTime()]);
}

interface Running {
  stop(): Promise<void>;
}

interface Means {
  log: Log;
  open: Opener;
  woken(): Promise<void>;
}

function run(ctx: Context, connection: ChannelConnection, means: Means): Running {
  const stopping = new AbortController();
  const rest = (milliseconds: number) =>
    delay(milliseconds, undefined, { signal: stopping.signal }).catch(() => undefined);
  let opened: Connection | undefined;
  const ended = loops();

  async function loops(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        opened = await means.open(ctx, connection);
        break;
      } catch (error) {
        await trouble(error, 1);
        await rest(60_000);
      }
    }
    if (!opened) return;
    const here = opened;
    await Promise.all([hearing(here), speaking(here)]);
    await here.close().catch(() => undefined);
  }

  async function hearing(open: Connection): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      try {
        await receiveAll(ctx, connection, open);
        failures = 0;
        await moreOf(open, { stopping: stopping.signal, woken: means.woken });
        await rest(breath);
      } catch (error) {
        if (stopping.signal.aborted) return;
        if (isRefusal(error) && error.code === 'conflict.overtaken') {
          await rest(1000);
          continue;
        }
        failures += 1;
        await trouble(error, failures);
        await rest(pauseAfterTrouble(error, failures, Math.random()));
      }
    }
  }

  async function speaking(open: Connection): Promise<void> {
    while (!stopping.signal.aborted) {
      const woken = means.woken();
      try {
        await deliverAll(ctx, { connection, open });
      } catch (error) {
        means.log.error({ err: error, connection: connection.publicId }, 'delivering');
        await rest(5000);
      }
      await rest(breath);
      await Promise.race([woken, rest(glance)]);
    }
  }

  async function trouble(error: unknown, failures: number): Promise<void> {
    const problem = error instanceof Error ? error.message : 'unknown';
    const again = new Date(ctx.clock.now().epochMilliseconds + pauseAfterTrouble(error, failures, 1));
    means.log.warn({ connection: connection.publicId, problem }, 'receiving');
    await noteProblem(ctx, connection.id, { problem, again }).catch(() => undefined);
  }

  return {
    stop: async () => {
      stopping.abort();
      // What hangs is cut off here; an answer in the middle of its call is found by whoever comes next.
      await opened?.close().catch(() => undefined);
      await Promise.race([ended, delay(longestStop, undefined, { ref: false })]);
    },
  };
}

const longestAsked = 24 * 3600;

/** Never sooner than the other side asked to wait; milliseconds. `chance`: between 0 and 1. */
export function pauseAfterTrouble(error: unknown, failures: number, chance: number): number {
  const asked = error instanceof Outage ? Math.min(error.after ?? 0, longestAsked) : 0;
  return Math.max(pauseAfterFailures(failures, chance), asked * 1000);
}

/** What is handed in is read when something happened, whatever it was; else when the channel says so. */
async function moreOf(
  open: Connection,
  { stopping, woken }: { stopping: AbortSignal; woken(): Promise<void> },
): Promise<void> {
  if (open.channel.receives !== 'push') return open.waitForMore(stopping);
  const enough = new AbortController();
  const waiting = open.waitForMore(AbortSignal.any([stopping, enough.signal]));
  await Promise.race([waiting, woken()]).finally(() => enough.abort());
  await waiting.catch(() => undefined);
}
