import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { findAccount } from '../listening/account.ts';
import { forgetPosts } from '../listening/forgetting.ts';
import { getHeard } from '../listening/storing.ts';
import { transact } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { type ApiEnv, refusals } from './answering.ts';
import { allow } from './authenticating.ts';
import { line } from './text.ts';

const which = z.strictObject({
  channel: line(100)
    .overwrite((name) => name.toLowerCase())
    .openapi({ description: 'The network, as it was handed over.' }),
  account: line(200).openapi({ description: 'Which account of ours it came in on.' }),
  externalId: line(500).openapi({ description: 'Its id there.' }),
});

const removed = z
  .object({
    id: z.string().openapi({ example: 'me_01jd8xw2k0pz4d7c1n9r6yh3tb' }),
    removed: z.boolean().openapi({ description: 'false: it was gone already.' }),
  })
  .openapi('RemovedMessage');

const remove = createRoute({
  method: 'delete',
  path: '/messages',
  operationId: 'removeMessage',
  summary: 'Tell that its author took a message back',
  description:
    'For a message that its author deleted or no longer shows to everybody. Its words and what was concluded from them go at once; our answers stay. Handed over again, it stays gone. Doing it twice changes nothing. Scope: `messages:write`.',
  tags: ['messages'],
  middleware: [allow('message.receive')] as const,
  request: { query: which },
  responses: {
    200: { description: 'Its words are gone.', content: { 'application/json': { schema: removed } } },
    ...refusals(401, 403, 404, 422),
  },
});

export function serveMessageRemoval(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(remove, async (c) => {
    const { channel, account: name, externalId } = c.req.valid('query');
    const body = await transact(c.get('ctx'), 'legal', async (ctx) => {
      const account = await findAccount(ctx, { channel, name });
      if (!account) throw new Refusal('not-found.message', { externalId });
      const id = await getHeard(ctx, account, externalId);
      return { id, removed: (await forgetPosts(ctx, account, [externalId])) > 0 };
    });
    return c.json(body, 200);
  });
}
