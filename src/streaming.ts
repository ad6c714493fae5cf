import type { Change, Live } from './live.ts';
import { requires } from './organisation/authority.ts';
import type { Context } from './platform/context.ts';

const heartbeat = 15_000;
const retry = 2_000;

/**
 * Server-sent events: which conversations changed. Ids only. A browser that comes back says where it was
 * (Last-Event-ID) and is told what it missed, or to read everything again.
 */
export function streamChanges(live: Live, ctx: Context, request: Request): Response {
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
      const unsubscribe = live.subscribe(ctx.actor, (changes) => {
        if (caughtUp) send(asEvent(changes));
        else early.push(...changes);
      });
      const timer = setInterval(() => send(': still here\n\n'), heartbeat);
      stop = () => {
        unsubscribe();
        clearInterval(timer);
      };
      request.signal.addEventListener('abort', () => stop());
      if (last === null) return;
      const missed = await live.since(ctx.actor, last);
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
