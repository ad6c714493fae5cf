import { asEvent, type Change, type Live, type Told } from './live.ts';
import { requires } from './organisation/authority.ts';
import type { Actor, Context } from './platform/context.ts';

const heartbeat = 15_000;
const retry = 2_000;

/** Who listens, and whether their session still stands. */
export interface StreamReader {
  ctx: Context;
  stillIn(): Promise<boolean>;
}

/**
 * Server-sent events: which conversations changed. Ids only. A browser that comes back says where it was
 * (Last-Event-ID) and is told what it missed, or to read everything again. Ends at once when the colleague leaves or
 * gets other roles, and within a heartbeat when the session ended.
 */
export function streamChanges(live: Live, { ctx, stillIn }: StreamReader, request: Request): Response {
  requires(ctx.actor, 'inbox.read');
  const encoder = new TextEncoder();
  const last = request.headers.get('last-event-id');
  let stop = () => {};
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const early: Change[] = [];
      let caughtUp = last === null;
      send(`retry: ${retry}\n\n`);
      const end = () => {
        stop();
        controller.close();
      };
      const tell = ({ changes, event }: Told) => {
        if (caughtUp) controller.enqueue(event);
        else early.push(...changes);
      };
      const news = () => send('event: news\ndata: {}\n\n');
      const unsubscribe = live.subscribe(ctx.actor, { tell, news, end });
      const timer = setInterval(beat, heartbeat);
      let open = true;
      stop = () => {
        open = false;
        unsubscribe();
        clearInterval(timer);
      };
      async function beat() {
        const holds = await stillIn().catch(() => true);
        if (!open) return;
        if (holds) send(': still here\n\n');
        else end();
      }
      request.signal.addEventListener('abort', () => stop());
      if (last === null) return;
      const missed = await live.since(ctx.actor, last);
      if (!open) return;
      const told = missed && asEvent([...missed, ...early]);
      if (told === undefined) send('event: reset\ndata: {}\n\n');
      else if (told.length > 0) controller.enqueue(told);
      caughtUp = true;
    },
    cancel: () => stop(),
  });
  return new Response(body, {
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' },
  });
}

export interface WallReader {
  /** Whose changes wake it. */
  actor: Actor;
  /** The figures now; undefined when this screen may show them no longer. */
  figures(): Promise<unknown>;
}

const wallAtMost = 2_000;
const wallAtLeast = 15_000;

/**
 * The figures of a wall, whenever something changed and every fifteen seconds: a screen that hears nothing for longer
 * knows that it is old. Ends when its key was taken back.
 */
export function streamWall(live: Live, { actor, figures }: WallReader, request: Request): Response {
  const encoder = new TextEncoder();
  let stop = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let [open, busy] = [true, false];
      let timer: NodeJS.Timeout | undefined;
      const end = () => {
        if (!open) return;
        stop();
        controller.close();
      };
      const unsubscribe = live.subscribe(actor, { tell: () => soon(wallAtMost), end });
      stop = () => {
        open = false;
        unsubscribe();
        clearTimeout(timer);
      };
      let due = Number.POSITIVE_INFINITY;
      function soon(wait: number) {
        const at = performance.now() + wait;
        if (!open || busy || at >= due) return;
        due = at;
        clearTimeout(timer);
        timer = setTimeout(send, wait);
      }
      async function send() {
        due = Number.POSITIVE_INFINITY;
        busy = true;
        try {
          const now = await figures();
          if (!open) return;
          if (now === undefined) {
            controller.enqueue(encoder.encode('event: gone\ndata: {}\n\n'));
            end();
            return;
          }
          controller.enqueue(encoder.encode(`event: figures\ndata: ${JSON.stringify(now)}\n\n`));
        } catch {
          // The next time is soon enough; the screen says itself that it is old.
        } finally {
          busy = false;
        }
        soon(wallAtLeast);
      }
      request.signal.addEventListener('abort', () => stop());
      controller.enqueue(encoder.encode(`retry: ${retry}\n\n`));
      void send();
    },
    cancel: () => stop(),
  });
  return new Response(body, {
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' },
  });
}
