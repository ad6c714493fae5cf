import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { close, reopen } from '../conversations/closing.ts';
import { type ApiEnv, refusals } from './answering.ts';
import { allow } from './authenticating.ts';
import { conversationPath, guarded, idempotentAndGuarded, version } from './parameters.ts';
import { receive } from './receiving.ts';
import { change, nowStands } from './standing.ts';

const newClosure = z
  .strictObject({
    reason: z.enum(['answered', 'no_answer_needed']).openapi({
      description: '`no_answer_needed` also ends the waiting: it no longer counts as unanswered.',
    }),
    version,
  })
  .openapi('NewClosure', { example: { reason: 'answered' } });

const put = createRoute({
  method: 'put',
  path: '/conversations/{id}/closure',
  operationId: 'closeConversation',
  summary: 'Close a conversation',
  description: 'Closing what is closed changes nothing. Scope: `conversations:write`.',
  tags: ['conversations'],
  middleware: [allow('conversation.close'), receive] as const,
  request: {
    params: conversationPath,
    headers: idempotentAndGuarded,
    body: { required: true, content: { 'application/json': { schema: newClosure } } },
  },
  responses: { ...nowStands, ...refusals(401, 403, 404, 409, 413, 415, 422) },
});

const remove = createRoute({
  method: 'delete',
  path: '/conversations/{id}/closure',
  operationId: 'reopenConversation',
  summary: 'Reopen a conversation',
  description: 'One that is open stays as it is. Scope: `conversations:write`.',
  tags: ['conversations'],
  middleware: [allow('conversation.close')] as const,
  request: { params: conversationPath, headers: guarded },
  responses: { ...nowStands, ...refusals(401, 403, 404, 409, 422) },
});

export function serveClosure(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(put, async (c) => {
    const { id } = c.req.valid('param');
    const { reason, version } = c.req.valid('json');
    const asked = { id, headers: c.req.valid('header'), version, request: reason };
    return c.json(await change(c, asked, (ctx) => close(ctx, id, reason)), 200);
  });
  app.openapi(remove, async (c) => {
    const { id } = c.req.valid('param');
    const asked = { id, headers: c.req.valid('header') };
    return c.json(await change(c, asked, (ctx) => reopen(ctx, id)), 200);
  });
}
