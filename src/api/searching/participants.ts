import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { participantsOf, setParticipant } from '../../conversations/following/participants.ts';
import { requireConversation } from '../../conversations/opened.ts';
import { transact } from '../../platform/context.ts';
import { type ApiEnv, refusals } from '../answering.ts';
import { allow } from '../authenticating.ts';
import { conversationPath, guarded, idempotentAndGuarded, version } from '../parameters.ts';
import { receive } from '../receiving.ts';
import { change, nowStands } from '../standing.ts';
import { line } from '../text.ts';

const participant = z
  .object({
    id: z.string().openapi({ example: 'em_01jd8xw2k0hvy3mzb6q4r9t7cf' }),
    name: z.string(),
    why: z.enum(['answered', 'noted', 'mentioned', 'followed']),
  })
  .openapi('Participant');

const one = conversationPath.extend({
  employee: z.string().max(80).openapi({ description: 'The colleague: `em_…`.' }),
});

const newParticipant = z
  .strictObject({ employee: line(80).openapi({ description: 'The colleague: `em_…`.' }), version })
  .openapi('NewParticipant', { example: { employee: 'em_01jd8xw2k0hvy3mzb6q4r9t7cf' } });

const list = createRoute({
  method: 'get',
  path: '/conversations/{id}/participants',
  operationId: 'listParticipants',
  summary: 'List who follows a conversation',
  description: 'Colleagues who hear when the customer writes again. Scope: `conversations:read`.',
  tags: ['conversations'],
  middleware: [allow('inbox.read')] as const,
  request: { params: conversationPath },
  responses: {
    200: {
      description: 'Longest first.',
      content: { 'application/json': { schema: z.object({ data: z.array(participant) }) } },
    },
    ...refusals(401, 403, 404),
  },
});

const add = createRoute({
  method: 'post',
  path: '/conversations/{id}/participants',
  operationId: 'addParticipant',
  summary: 'Make a colleague follow a conversation',
  description:
    'Only a colleague who may read it. Who follows it already stays. Scope: `conversations:write`.',
  tags: ['conversations'],
  middleware: [allow('conversation.assign'), receive] as const,
  request: {
    params: conversationPath,
    headers: idempotentAndGuarded,
    body: { required: true, content: { 'application/json': { schema: newParticipant } } },
  },
  responses: { ...nowStands, ...refusals(401, 403, 404, 409, 413, 415, 422) },
});

const remove = createRoute({
  method: 'delete',
  path: '/conversations/{id}/participants/{employee}',
  operationId: 'removeParticipant',
  summary: 'Let a colleague follow a conversation no longer',
  description: 'Who does not follow it stays away. Scope: `conversations:write`.',
  tags: ['conversations'],
  middleware: [allow('conversation.assign')] as const,
  request: { params: one, headers: guarded },
  responses: { ...nowStands, ...refusals(401, 403, 404, 409, 422) },
});

export function serveParticipants(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(list, async (c) => {
    const data = await transact(c.get('ctx'), 'service', async (ctx) => {
      const { id } = await requireConversation(ctx, c.req.valid('param').id);
      return participantsOf(ctx, id);
    });
    return c.json({ data: data.map(({ publicId, name, why }) => ({ id: publicId, name, why })) }, 200);
  });
  app.openapi(add, async (c) => {
    const { id } = c.req.valid('param');
    const { employee, version } = c.req.valid('json');
    const asked = { id, headers: c.req.valid('header'), version, request: employee };
    return c.json(await change(c, asked, (ctx) => setParticipant(ctx, id, { employee, on: true })), 200);
  });
  app.openapi(remove, async (c) => {
    const { id, employee } = c.req.valid('param');
    const asked = { id, headers: c.req.valid('header') };
    return c.json(await change(c, asked, (ctx) => setParticipant(ctx, id, { employee, on: false })), 200);
  });
}
