import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Answered, Pushed } from './channels/pushed.ts';
import { pushedInto } from './connecting.ts';
import { type ChannelConnection, findConnection } from './listening/connecting/connection.ts';
import { countForgery, keepDelivery } from './listening/connecting/delivery.ts';
import type { Context } from './platform/context.ts';
import type { RequestVariables } from './platform/http/answering.ts';
import { readRawBody } from './platform/http/raw-body.ts';
import { remoteOf } from './platform/http/remote.ts';
import type { Log } from './platform/log.ts';
import { isRefusal, Refusal } from './platform/refusal.ts';
import { throttle } from './platform/throttling.ts';

/** No header that is kept is longer. */
const longestHeader = 1000;
/** So many wrong signatures from one place in five minutes are answered as such. */
const forgeries = { most: 60, seconds: 300 };

/**
 * The way in for what others hand us: outside sessions, because whoever brings it has none, and proves who they are by
 * a signature over the bytes. It is kept and answered at once; reading it is the work of who receives.
 */
export function arriving({
  context,
  log,
}: {
  context: Context;
  log: Log;
}): Hono<{ Variables: RequestVariables }> {
  const door = new Hono<{ Variables: RequestVariables }>();
  door.get('/:connection', async (c) => {
    const { pushed } = await pushedAt(context, c.req.param('connection'));
    const answer = pushed.greet?.(new URL(c.req.url).searchParams, context.clock.now().epochMilliseconds);
    if (!answer) throw new Refusal('forbidden.arrival');
    return give(c.body.bind(c), answer);
  });
  door.post('/:connection', async (c) => {
    const { pushed, connection } = await pushedAt(context, c.req.param('connection'));
    const body = await readRawBody(c.req.raw, pushed.largest);
    const headers = Object.fromEntries(c.req.raw.headers);
    const query = new URL(c.req.url).searchParams;
    const judged = pushed.judge({ headers, query, body, now: context.clock.now().epochMilliseconds });
    if (judged.kind === 'greeted') return give(c.body.bind(c), judged.answer);
    if (judged.kind === 'forged') {
      log.warn({ connection: connection.publicId, requestId: c.get('requestId') }, 'forged arrival');
      await countForgery(context, connection.id);
      await throttleForgery(context, connection, remoteOf(c.env));
      throw new Refusal('forbidden.arrival', {}, 401);
    }
    await keepDelivery(context, connection.id, { key: judged.key, headers: kept(pushed, headers), body });
    return c.body(null, 200);
  });
  return door;
}

type Give = (body: string, status: ContentfulStatusCode, headers: Record<string, string>) => Response;

function give(body: Give, answer: Answered): Response {
  return body(answer.body, answer.status as ContentfulStatusCode, {
    'Content-Type': `${answer.type}; charset=utf-8`,
    'Cache-Control': 'no-store',
  });
}

/** Also of one that stands still: what comes meanwhile is read when it goes on. @throws Refusal `not-found.address` */
async function pushedAt(
  ctx: Context,
  id: string,
): Promise<{ connection: ChannelConnection; pushed: Pushed }> {
  const connection = await findConnection(ctx, id);
  const pushed = connection && (await pushedInto(ctx, connection));
  if (!connection || !pushed) throw new Refusal('not-found.address', { path: '/in' });
  return { connection, pushed };
}

function kept({ keeps }: Pushed, headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    keeps.flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, value.slice(0, longestHeader)]];
    }),
  );
}

/** @throws Refusal `too-many.arrivals`; never for what is signed well, wherever it comes from */
async function throttleForgery(
  ctx: Context,
  { publicId }: ChannelConnection,
  remote: string | undefined,
): Promise<void> {
  const from = createHash('sha256')
    .update(`${publicId} ${remote ?? ''}`)
    .digest('base64url')
    .slice(0, 22);
  try {
    await throttle(ctx, `arrival:${from}`, forgeries);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw new Refusal('too-many.arrivals', { seconds: forgeries.seconds });
  }
}
