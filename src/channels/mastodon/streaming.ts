import { restFor } from '../polling.ts';
import { openSocket } from '../socket.ts';
import type { Server } from './calling.ts';

/** What a server says by itself, where it does: only that it is time to look; what is there is asked for as always. */
export interface Streaming {
  /** Resolves when something came. Never, where the server does not stream. */
  more(): Promise<void>;
  close(): void;
}

/** So long is not tried again where a server does not stream, in milliseconds. */
const restUnstreamed = 10 * 60_000;
/** However much a server says, it is looked at so often at most, in milliseconds. */
const wakeEvery = 3000;

export function streamingOf({ server, token, allowed, clock }: Server): Streaming {
  let socket: { terminate(): void } | undefined;
  let opening = false;
  let closed = false;
  let restUntil = 0;
  let news = Promise.withResolvers<void>();
  const ending = new AbortController();
  let waking = false;
  let wokenAt = Number.NEGATIVE_INFINITY;
  const wake = () => {
    waking = false;
    wokenAt = performance.now();
    news.resolve();
    news = Promise.withResolvers<void>();
  };
  // The first at once; what comes right after it together.
  const wakeSoon = () => {
    if (waking) return;
    waking = true;
    const rest = wokenAt + wakeEvery - performance.now();
    if (rest <= 0) wake();
    else restFor(Math.ceil(rest), ending.signal).then(wake, () => undefined);
  };
  const now = () => clock.now().epochMilliseconds;

  async function open(): Promise<void> {
    opening = true;
    try {
      const address = `${server.replace(/^http/, 'ws').replace(/\/$/, '')}/api/v1/streaming?stream=user:notification`;
      const headers = { Authorization: `Bearer ${token}` };
      const opened = await openSocket(address, { allowed, headers, largest: 1_000_000 });
      socket = opened;
      if (closed) opened.terminate();
      opened.on('message', wakeSoon);
      opened.on('close', () => {
        socket = undefined;
        restUntil = now() + 30_000;
      });
      opened.resume();
    } catch {
      restUntil = now() + restUnstreamed;
    } finally {
      opening = false;
    }
  }

  return {
    more: () => {
      if (!socket && !opening && !closed && now() >= restUntil) void open();
      return news.promise;
    },
    close: () => {
      closed = true;
      ending.abort();
      socket?.terminate();
    },
  };
}
