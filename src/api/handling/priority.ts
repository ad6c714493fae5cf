import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { doTogether } from '../../conversations/acting/doing.ts';
import { lockConversation } from '../../conversations/opened.ts';
import type { Context } from '../../platform/context.ts';
import { type ApiEnv, refusals } from '../answering.ts';
import { allow } from '../authenticating.ts';
import { conversationPath, guarded, idempotentAndGuarded, version } from '../parameters.ts';
import { receive } from '../receiving.ts';
import { change, nowStands } from '../standing.ts';

const newPriority = z.strictObject({ version }).openapi('NewPriority', { example: {} });

const put = createRoute({
  method: 'put',
  path: '/conversations/{id}/priority',
  operationId: 'putConversationFirst',
  summary: 'Put a conversation before all others',
  description:
    'Whoever asks for the next one gets it first, until it is done; one that is done stays as it is. Scope: `conversations:write`.',
  tags: ['conversations'],
  middleware: [allow('conversation.assign'), receive] as const,
  request: {
    params: conversationPath,
    headers: idempotentAndGuarded,
    body: { required: true, content: { 'application/json': { schema: newPriority } } },
  },
  responses: { ...nowStands, ...refusals(401, 403, 404, 409, 413, 415, 422) },
});

const remove = createRoute({
  method: 'delete',
  path: '/conversations/{id}/priority',
  operationId: 'putConversationBack',
  summary: 'Give a conversation its turn again',
  description: 'One that has no priority stays as it is. Scope: `conversations:write`.',
  tags: ['conversations'],
  middleware: [allow('conversation.assign')] as const,
  request: { params: conversationPath, headers: guarded },
  responses: { ...nowStands, ...refusals(401, 403, 404, 409, 422) },
});

export function servePriority(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(put, async (c) => {
    const { id } = c.req.valid('param');
    const { version } = c.req.valid('json');
    const asked = { id, headers: c.req.valid('header'), version, request: 'first' };
    return c.json(await change(c, asked, (ctx) => give(ctx, id, 1)), 200);
  });
  app.openapi(remove, async (c) => {
    const { id } = c.req.valid('param');
    return c.json(await change(c, { id, headers: c.req.valid('header') }, (ctx) => give(ctx, id, 0)), 200);
  });
}

async function give(ctx: Context, id: string, priority: 0 | 1): Promise<void> {
  await lockConversation(ctx, id);
  await doTogether(ctx, [id], { kind: 'priority', priority });
}
