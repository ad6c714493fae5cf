import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import {
  addEndpoint,
  changeEndpoint,
  endEndpoint,
  getEndpoint,
  listEndpoints,
  rotateSecret,
  switchEndpoint,
} from '../../conversations/webhooks/endpoint.ts';
import { type ApiEnv, refusals } from '../answering.ts';
import { allow } from '../authenticating.ts';
import { receive } from '../receiving.ts';
import { newWebhook, secretBody, webhookBody, webhookOutside } from './webhook-body.ts';

const tags = ['arranging'];
const params = z.object({ id: z.string().max(60).openapi({ description: 'Of the webhook: `we_…`.' }) });
const asWebhook = { 'application/json': { schema: webhookBody } };
const scope = 'Scope: `organisation:write`.';

const list = createRoute({
  method: 'get',
  path: '/webhooks',
  operationId: 'listWebhooks',
  summary: 'List the webhooks',
  description: scope,
  tags,
  middleware: [allow('organisation.manage')] as const,
  responses: {
    200: {
      description: 'All of them; never a secret.',
      content: { 'application/json': { schema: z.object({ data: z.array(webhookBody) }) } },
    },
    ...refusals(401, 403),
  },
});

const add = createRoute({
  method: 'post',
  path: '/webhooks',
  operationId: 'addWebhook',
  summary: 'Make a webhook',
  description: `Its secret is in the answer and nowhere else, so this keeps no answer for an Idempotency-Key. ${scope}`,
  tags,
  middleware: [allow('organisation.manage'), receive] as const,
  request: { body: { required: true, content: { 'application/json': { schema: newWebhook } } } },
  responses: {
    201: { description: 'Made.', content: { 'application/json': { schema: secretBody } } },
    ...refusals(401, 403, 413, 415, 422),
  },
});

const get = createRoute({
  method: 'get',
  path: '/webhooks/{id}',
  operationId: 'getWebhook',
  summary: 'Read a webhook',
  description: scope,
  tags,
  middleware: [allow('organisation.manage')] as const,
  request: { params },
  responses: { 200: { description: 'As it stands.', content: asWebhook }, ...refusals(401, 403, 404) },
});

const change = createRoute({
  method: 'put',
  path: '/webhooks/{id}',
  operationId: 'changeWebhook',
  summary: 'Change a webhook, or switch it on or off',
  description: `Switched on again, what waited goes. ${scope}`,
  tags,
  middleware: [allow('organisation.manage'), receive] as const,
  request: {
    params,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: newWebhook.extend({ on: z.boolean().optional() }).openapi('WebhookChange'),
        },
      },
    },
  },
  responses: {
    200: { description: 'As it stands now.', content: asWebhook },
    ...refusals(401, 403, 404, 413, 415, 422),
  },
});

const remove = createRoute({
  method: 'delete',
  path: '/webhooks/{id}',
  operationId: 'removeWebhook',
  summary: 'Take a webhook away',
  description: `What waits does not leave any more. ${scope}`,
  tags,
  middleware: [allow('organisation.manage')] as const,
  request: { params },
  responses: {
    200: {
      description: 'Gone.',
      content: { 'application/json': { schema: z.object({ id: z.string() }) } },
    },
    ...refusals(401, 403, 404),
  },
});

const rotate = createRoute({
  method: 'post',
  path: '/webhooks/{id}/secrets',
  operationId: 'rotateWebhookSecret',
  summary: 'Make another secret',
  description: `The former one signs along for a day. ${scope}`,
  tags,
  middleware: [allow('organisation.manage')] as const,
  request: { params },
  responses: {
    201: { description: 'Made.', content: { 'application/json': { schema: secretBody } } },
    ...refusals(401, 403, 404),
  },
});

export function serveWebhooks(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(list, async (c) =>
    c.json({ data: (await listEndpoints(c.get('ctx'))).map(webhookOutside) }, 200),
  );
  app.openapi(add, async (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json(await addEndpoint(c.get('ctx'), c.req.valid('json')), 201);
  });
  app.openapi(get, async (c) =>
    c.json(webhookOutside(await getEndpoint(c.get('ctx'), c.req.valid('param').id)), 200),
  );
  app.openapi(change, async (c) => {
    const { id } = c.req.valid('param');
    const { on, ...given } = c.req.valid('json');
    const ctx = c.get('ctx');
    const { disabledAt } = await getEndpoint(ctx, id);
    await changeEndpoint(ctx, id, given);
    if (on !== undefined && on !== (disabledAt === null)) await switchEndpoint(ctx, id, on);
    return c.json(webhookOutside(await getEndpoint(ctx, id)), 200);
  });
  app.openapi(remove, async (c) => {
    const { id } = c.req.valid('param');
    await endEndpoint(c.get('ctx'), id);
    return c.json({ id }, 200);
  });
  app.openapi(rotate, async (c) => {
    const { id } = c.req.valid('param');
    c.header('Cache-Control', 'no-store');
    return c.json({ id, secret: await rotateSecret(c.get('ctx'), id) }, 201);
  });
}
