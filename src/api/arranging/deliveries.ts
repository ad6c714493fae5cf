import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { getEndpoint } from '../../conversations/webhooks/endpoint.ts';
import { deliveriesOf } from '../../conversations/webhooks/log.ts';
import { replay, replayRange, sendTest } from '../../conversations/webhooks/replaying.ts';
import { type ApiEnv, refusals } from '../answering.ts';
import { allow } from '../authenticating.ts';
import { time } from '../conversation.ts';
import { receive } from '../receiving.ts';
import { line } from '../text.ts';
import { deliveryBody, deliveryOutside } from './webhook-body.ts';

const tags = ['arranging'];
const params = z.object({ id: z.string().max(60).openapi({ description: 'Of the webhook: `we_…`.' }) });
const scope = 'Scope: `organisation:write`.';

const list = createRoute({
  method: 'get',
  path: '/webhooks/{id}/deliveries',
  operationId: 'listWebhookDeliveries',
  summary: 'What a webhook was told',
  description: `Newest first, fifty at a time, kept for a month. ${scope}`,
  tags,
  middleware: [allow('organisation.manage')] as const,
  request: {
    params,
    query: z.strictObject({
      before: z.string().max(60).optional().openapi({ description: 'The last id of the page before.' }),
      state: z
        .enum(['waiting', 'sent', 'failed'])
        .optional()
        .openapi({ description: 'Only those that stand so.' }),
    }),
  },
  responses: {
    200: {
      description: 'One page.',
      content: { 'application/json': { schema: z.object({ data: z.array(deliveryBody) }) } },
    },
    ...refusals(401, 403, 404, 422),
  },
});

const test = createRoute({
  method: 'post',
  path: '/webhooks/{id}/tests',
  operationId: 'testWebhook',
  summary: 'Send a test',
  description: scope,
  tags,
  middleware: [allow('organisation.manage')] as const,
  request: { params },
  responses: {
    202: {
      description: 'On its way; the id is its `webhook-id`.',
      content: { 'application/json': { schema: z.object({ id: z.string() }) } },
    },
    ...refusals(401, 403, 404, 409),
  },
});

const newReplay = z
  .union([z.strictObject({ delivery: line(60) }), z.strictObject({ since: time, until: time })])
  .openapi('NewReplay', {
    example: { since: '2026-11-24T00:00:00.000Z', until: '2026-11-24T12:00:00.000Z' },
  });

const again = createRoute({
  method: 'post',
  path: '/webhooks/{id}/replays',
  operationId: 'replayWebhook',
  summary: 'Send one delivery again, or all that happened within a time',
  description: `What was sent goes again under its own \`webhook-id\`; what was never laid ready is laid ready. ${scope}`,
  tags,
  middleware: [allow('organisation.manage'), receive] as const,
  request: { params, body: { required: true, content: { 'application/json': { schema: newReplay } } } },
  responses: {
    202: {
      description: 'How many wait now.',
      content: { 'application/json': { schema: z.object({ waiting: z.int() }) } },
    },
    ...refusals(401, 403, 404, 413, 415, 422),
  },
});

export function serveDeliveries(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(list, async (c) => {
    const { id } = c.req.valid('param');
    await getEndpoint(c.get('ctx'), id);
    const rows = await deliveriesOf(c.get('ctx'), id, c.req.valid('query'));
    return c.json({ data: rows.map(deliveryOutside) }, 200);
  });
  app.openapi(test, async (c) => c.json({ id: await sendTest(c.get('ctx'), c.req.valid('param').id) }, 202));
  app.openapi(again, async (c) => {
    const { id } = c.req.valid('param');
    const given = c.req.valid('json');
    if ('delivery' in given) {
      await replay(c.get('ctx'), id, given.delivery);
      return c.json({ waiting: 1 }, 202);
    }
    const range = { since: Temporal.Instant.from(given.since), until: Temporal.Instant.from(given.until) };
    return c.json({ waiting: await replayRange(c.get('ctx'), id, range) }, 202);
  });
}
