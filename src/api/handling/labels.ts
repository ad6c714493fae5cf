import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { doTogether } from '../../conversations/acting/doing.ts';
import { listLabels } from '../../conversations/labelling/labels.ts';
import { lockConversation } from '../../conversations/opened.ts';
import { type ApiEnv, refusals } from '../answering.ts';
import { allow } from '../authenticating.ts';
import { conversationPath, guarded, idempotentAndGuarded, version } from '../parameters.ts';
import { receive } from '../receiving.ts';
import { change, nowStands } from '../standing.ts';
import { line } from '../text.ts';

const labelBody = z
  .object({
    id: z.string().openapi({ example: 'lb_01jd8xw2k0pz4d7c1n9r6yh3tb' }),
    name: z.string(),
    parent: z.string().nullable().openapi({ description: 'The label under which it stands.' }),
  })
  .openapi('InboxLabel');

const list = createRoute({
  method: 'get',
  path: '/labels',
  operationId: 'listInboxLabels',
  summary: 'List the labels of the inbox',
  description: 'In the order of their tree. Scope: `conversations:read`.',
  tags: ['conversations'],
  middleware: [allow('inbox.read')] as const,
  responses: {
    200: {
      description: 'All of them.',
      content: { 'application/json': { schema: z.object({ data: z.array(labelBody) }) } },
    },
    ...refusals(401, 403),
  },
});

const params = conversationPath.extend({
  label: z.string().openapi({ description: 'Of the label: `lb_…`.' }),
});

const newLabel = z
  .strictObject({ label: line(60).openapi({ description: 'Of the label: `lb_…`.' }), version })
  .openapi('NewConversationLabel', { example: { label: 'lb_01jd8xw2k0pz4d7c1n9r6yh3tb' } });

const add = createRoute({
  method: 'post',
  path: '/conversations/{id}/labels',
  operationId: 'labelConversation',
  summary: 'Put a label on a conversation',
  description: 'One that stands there stays. Scope: `conversations:write`.',
  tags: ['conversations'],
  middleware: [allow('conversation.assign'), receive] as const,
  request: {
    params: conversationPath,
    headers: idempotentAndGuarded,
    body: { required: true, content: { 'application/json': { schema: newLabel } } },
  },
  responses: { ...nowStands, ...refusals(401, 403, 404, 409, 413, 415, 422) },
});

const remove = createRoute({
  method: 'delete',
  path: '/conversations/{id}/labels/{label}',
  operationId: 'unlabelConversation',
  summary: 'Take a label off a conversation',
  description: 'One that does not stand there stays away. Scope: `conversations:write`.',
  tags: ['conversations'],
  middleware: [allow('conversation.assign')] as const,
  request: { params, headers: guarded },
  responses: { ...nowStands, ...refusals(401, 403, 404, 409, 422) },
});

export function serveLabels(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(list, async (c) => {
    const labels = await listLabels(c.get('ctx'));
    return c.json(
      { data: labels.map(({ publicId, name, parent }) => ({ id: publicId, name, parent })) },
      200,
    );
  });
  app.openapi(add, async (c) => {
    const { id } = c.req.valid('param');
    const { label, version } = c.req.valid('json');
    const asked = { id, headers: c.req.valid('header'), version, request: label };
    return c.json(
      await change(c, asked, async (ctx) => {
        await lockConversation(ctx, id);
        await doTogether(ctx, [id], { kind: 'label', label });
      }),
      200,
    );
  });
  app.openapi(remove, async (c) => {
    const { id, label } = c.req.valid('param');
    const asked = { id, headers: c.req.valid('header') };
    return c.json(
      await change(c, asked, async (ctx) => {
        await lockConversation(ctx, id);
        await doTogether(ctx, [id], { kind: 'unlabel', label });
      }),
      200,
    );
  });
}
