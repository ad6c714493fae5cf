import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { listInbox } from '../conversations/inbox.ts';
import { views } from '../conversations/listing/row.ts';
import { openConversation } from '../conversations/thread.ts';
import { type ApiEnv, refusals } from './answering.ts';
import { allow } from './authenticating.ts';
import { conversationBody, conversationList, conversationOutside, listedOutside } from './conversation.ts';
import { conversationPath, limit } from './parameters.ts';

const list = createRoute({
  method: 'get',
  path: '/conversations',
  operationId: 'listConversations',
  summary: 'List conversations',
  description:
    'Newest first, a page at a time. `mine` is what the owner of a key works on; a program has no work of its own, so for keys it is empty. Scope: `conversations:read`.',
  tags: ['conversations'],
  middleware: [allow('inbox.read')] as const,
  request: {
    query: z.strictObject({
      view: z.enum(views).default('open').openapi({ description: 'Which conversations.' }),
      after: z.string().max(300).optional().openapi({ description: 'The `next` of the page before.' }),
      limit: limit(100, 25),
    }),
  },
  responses: {
    200: { description: 'One page.', content: { 'application/json': { schema: conversationList } } },
    ...refusals(401, 403, 422),
  },
});

const one = createRoute({
  method: 'get',
  path: '/conversations/{id}',
  operationId: 'getConversation',
  summary: 'Get one conversation',
  description:
    "Its state and who it is with. Opening it is written into the customer's ledger. Scope: `conversations:read`.",
  tags: ['conversations'],
  middleware: [allow('inbox.read')] as const,
  request: { params: conversationPath },
  responses: {
    200: {
      description: 'The conversation. `ETag` holds its version.',
      content: { 'application/json': { schema: conversationBody } },
    },
    ...refusals(401, 403, 404),
  },
});

export function serveConversations(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(list, async (c) => {
    const { view, after, limit = 25 } = c.req.valid('query');
    const { rows, counts, next } = await listInbox(c.get('ctx'), { view, after, limit });
    return c.json({ data: rows.map(listedOutside), counts, ...(next ? { next } : {}) }, 200);
  });
  app.openapi(one, async (c) => {
    const thread = await openConversation(c.get('ctx'), c.req.valid('param').id);
    c.header('ETag', `"${thread.version}"`);
    return c.json(conversationOutside(thread), 200);
  });
}
