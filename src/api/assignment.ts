import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { assign } from '../conversations/assigning.ts';
import { type ApiEnv, refusals } from './answering.ts';
import { allow } from './authenticating.ts';
import { conversationPath, guarded, idempotentAndGuarded, version } from './parameters.ts';
import { receive } from './receiving.ts';
import { change, nowStands } from './standing.ts';
import { line } from './text.ts';

const newAssignment = z
  .strictObject({
    employee: line(100).openapi({ description: 'Of the colleague: `em_…`.' }),
    version,
  })
  .openapi('NewAssignment', { example: { employee: 'em_01jd8xw2k0hvy3mzb6q4r9t7cf' } });

const put = createRoute({
  method: 'put',
  path: '/conversations/{id}/assignment',
  operationId: 'assignConversation',
  summary: 'Assign a conversation to a colleague',
  description: 'A conversation that is done cannot be assigned. Scope: `conversations:write`.',
  tags: ['conversations'],
  middleware: [allow('conversation.assign'), receive] as const,
  request: {
    params: conversationPath,
    headers: idempotentAndGuarded,
    body: { required: true, content: { 'application/json': { schema: newAssignment } } },
  },
  responses: { ...nowStands, ...refusals(401, 403, 404, 409, 413, 415, 422) },
});

const remove = createRoute({
  method: 'delete',
  path: '/conversations/{id}/assignment',
  operationId: 'unassignConversation',
  summary: 'Take a conversation from whoever has it',
  description: 'One that nobody has stays as it is. Scope: `conversations:write`.',
  tags: ['conversations'],
  middleware: [allow('conversation.assign')] as const,
  request: { params: conversationPath, headers: guarded },
  responses: { ...nowStands, ...refusals(401, 403, 404, 409, 422) },
});

export function serveAssignment(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(put, async (c) => {
    const { id } = c.req.valid('param');
    const { employee, version } = c.req.valid('json');
    const asked = { id, headers: c.req.valid('header'), version, request: employee };
    return c.json(await change(c, asked, (ctx) => assign(ctx, id, employee)), 200);
  });
  app.openapi(remove, async (c) => {
    const { id } = c.req.valid('param');
    const asked = { id, headers: c.req.valid('header') };
    return c.json(await change(c, asked, (ctx) => assign(ctx, id, null)), 200);
  });
}
