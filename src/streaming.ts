import type { Change, Live } from './live.ts';
import { requires } from './organisation/authority.ts';
import type { Context } from './platform/context.ts';

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
      const tell = (changes: readonly Change[]) => {
        if (caughtUp) send(asEvent(changes));
        else early.push(...changes);
      };
      const unsubscribe = live.subscribe(ctx.actor, { tell, end });
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
      send(missed === undefined ? 'event: reset\ndata: {}\n\n' : asEvent([...missed, ...early]));
      caughtUp = true;
    },
    cancel: () => stop(),
  });
  return new Response(body, {
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' },
  });
}

function asEvent(changes: readonly Change[]): string {
  const last = changes.at(-1);
  if (!last) return '';
  const conversations = [...new Set(changes.map((change) => change.conversation))];
  return `id: ${last.id}\nevent: changed\ndata: ${JSON.stringify({ conversations })}\n\n`;
}
