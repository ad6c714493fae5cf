import type { Context as HonoContext } from 'hono';
import { expectVersion } from '../conversations/opened.ts';
import { currentState } from '../conversations/thread.ts';
import type { Context } from '../platform/context.ts';
import { once } from '../platform/http/idempotency.ts';
import type { ApiEnv } from './answering.ts';
import { type CurrentState, currentStateBody, stateOutside } from './conversation.ts';
import { seenVersion } from './parameters.ts';
import { markReplay } from './replaying.ts';

/** What an operation that changes how a conversation stands answers with. */
export const nowStands = {
  200: {
    description: 'How it stands now. `ETag` holds its version.',
    content: { 'application/json': { schema: currentStateBody } },
  },
};

interface Change {
  id: string;
  headers: { 'if-match'?: string | undefined; 'idempotency-key'?: string | undefined };
  version?: number | undefined;
  /** What of the body makes it the same request. */
  request?: unknown;
}

/** Changes how a conversation stands, as the caller saw it, once; gives how it stands then. */
export async function change(
  c: HonoContext<ApiEnv>,
  { id, headers, version, request }: Change,
  act: (ctx: Context) => Promise<void>,
): Promise<CurrentState> {
  const seen = seenVersion(version, headers['if-match']);
  const same = [c.req.method, c.req.path, request, seen];
  const { body, replayed } = await once(
    c.get('ctx'),
    { key: headers['idempotency-key'], purpose: 'service', request: same },
    async (ctx) => {
      await expectVersion(ctx, id, seen);
      await act(ctx);
      return { status: 200, body: stateOutside(await currentState(ctx, id)) };
    },
  );
  markReplay(c, replayed);
  c.header('ETag', `"${body.version}"`);
  return body;
}
