import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { snooze, wake } from '../../conversations/resting/snoozing.ts';
import type { Context } from '../../platform/context.ts';
import { type ApiEnv, refusals } from '../answering.ts';
import { allow } from '../authenticating.ts';
import { time } from '../conversation.ts';
import { conversationPath, guarded, idempotentAndGuarded, version } from '../parameters.ts';
import { receive } from '../receiving.ts';
import { change, nowStands } from '../standing.ts';
import { line } from '../text.ts';

const newSnooze = z
  .strictObject({
    until: time.optional().openapi({ description: 'When it comes back by itself; within a year.' }),
    piece: line(60).optional().openapi({
      description: 'An order, invoice or delivery of the customer: it comes back when that stands otherwise.',
      example: 'or_01jd8xw2k0pz4d7c1n9r6yh3tb',
    }),
    version,
  })
  .openapi('NewSnooze', { example: { until: '2026-11-27T08:00:00.000Z' } });

const put = createRoute({
  method: 'put',
  path: '/conversations/{id}/snooze',
  operationId: 'snoozeConversation',
  summary: 'Set a conversation aside',
  description:
    'Out of sight until a moment, until an order moves on, or, with neither, until the customer writes; a customer who writes always brings it back. Scope: `conversations:write`.',
  tags: ['conversations'],
  middleware: [allow('conversation.close'), receive] as const,
  request: {
    params: conversationPath,
    headers: idempotentAndGuarded,
    body: { required: true, content: { 'application/json': { schema: newSnooze } } },
  },
  responses: { ...nowStands, ...refusals(401, 403, 404, 409, 413, 415, 422) },
});

const remove = createRoute({
  method: 'delete',
  path: '/conversations/{id}/snooze',
  operationId: 'wakeConversation',
  summary: 'Bring a conversation back',
  description: 'One that is in sight stays as it is. Scope: `conversations:write`.',
  tags: ['conversations'],
  middleware: [allow('conversation.close')] as const,
  request: { params: conversationPath, headers: guarded },
  responses: { ...nowStands, ...refusals(401, 403, 404, 409, 422) },
});

export function serveSnooze(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(put, async (c) => {
    const { id } = c.req.valid('param');
    const { until, piece, version } = c.req.valid('json');
    const asked = { id, headers: c.req.valid('header'), version, request: [until, piece] };
    const at = until === undefined ? null : Temporal.Instant.from(until);
    const act = async (ctx: Context) => void (await snooze(ctx, id, { at, piece: piece ?? null }));
    return c.json(await change(c, asked, act), 200);
  });
  app.openapi(remove, async (c) => {
    const { id } = c.req.valid('param');
    const asked = { id, headers: c.req.valid('header') };
    return c.json(await change(c, asked, async (ctx) => void (await wake(ctx, id))), 200);
  });
}
