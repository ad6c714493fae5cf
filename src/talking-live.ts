import { tallies } from './listening/talking/line.ts';
import type { Context } from './platform/context.ts';
import { listenForEvents } from './platform/listening.ts';
import type { Log } from './platform/log.ts';

export interface TalkLive {
  /** Server-sent events for one guest: that something changed, and nothing else. */
  stream(guestId: string, signal: AbortSignal): Response;
  close(): Promise<void>;
}

/** Between two looks, however much happens; and how often is looked unasked. Milliseconds. */
const rest = 250;
const glance = 5000;
const heartbeat = 15_000;
/** More browsers than this at once are told to ask by themselves. */
const mostStreams = 5000;
const mostOfGuest = 5;

interface Listener {
  guestId: string;
  tell(): void;
}

/** One listener and one statement for all guests that look, however many. */
export function openTalkLive(ctx: Context, url: string, log: Log): TalkLive {
  const listeners = new Set<Listener>();
  let known = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;

  async function look(): Promise<void> {
    timer = undefined;
    const guests = [...new Set([...listeners].map(({ guestId }) => guestId))];
    const before = known;
    known = await tallies(ctx, guests);
    for (const { guestId, tell } of listeners)
      if (before.has(guestId) && before.get(guestId) !== known.get(guestId)) tell();
    // Who was not looked at before is told once: something may have come in between.
    for (const { guestId, tell } of listeners) if (!before.has(guestId) && known.has(guestId)) tell();
  }

  function soon(): void {
    if (listeners.size === 0) return;
    timer ??= setTimeout(() => {
      looking = (looking ?? Promise.resolve())
        .then(look)
        .catch((error: unknown) => log.warn({ err: error }, 'talk reader'));
    }, rest);
  }

  const listening = listenForEvents(url, async () => soon(), log);
  const glancing = setInterval(soon, glance);
  return {
    stream: (guestId, signal) => {
      const mine = [...listeners].filter((one) => one.guestId === guestId).length;
      if (listeners.size >= mostStreams || mine >= mostOfGuest) return new Response(null, { status: 204 });
      return streamTo({ guestId, signal, soon, listeners });
    },
    close: async () => {
      clearInterval(glancing);
      clearTimeout(timer);
      await listening.close();
      await looking;
    },
  };
}

interface Streaming {
  guestId: string;
  signal: AbortSignal;
  listeners: Set<Listener>;
  soon(): void;
}

function streamTo({ guestId, signal, listeners, soon }: Streaming): Response {
  const encoder = new TextEncoder();
  let stop = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      send('retry: 3000\n\n');
      const listener = { guestId, tell: () => send('event: changed\ndata: {}\n\n') };
      listeners.add(listener);
      const beating = setInterval(() => send(': \n\n'), heartbeat);
      stop = () => {
        clearInterval(beating);
        listeners.delete(listener);
      };
      signal.addEventListener('abort', () => {
        stop();
        try {
          controller.close();
        } catch {
          // It was closed by the other end.
        }
      });
      soon();
    },
    cancel: () => stop(),
  });
  return new Response(body, {
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' },
  });
}
