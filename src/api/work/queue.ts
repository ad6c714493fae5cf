import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { handOversOf } from '../../conversations/handing-over/hand-over.ts';
import { handOver } from '../../conversations/handing-over/handing-over.ts';
import { longestReason, moveToQueue } from '../../conversations/routing/moving.ts';
import { openConversation } from '../../conversations/thread.ts';
import { listQueueRows } from '../../organisation/queueing/queue-overview.ts';
import { transact } from '../../platform/context.ts';
import { type ApiEnv, refusals } from '../answering.ts';
import { allow } from '../authenticating.ts';
import { time } from '../conversation.ts';
import { conversationPath, idempotentAndGuarded, version } from '../parameters.ts';
import { receive } from '../receiving.ts';
import { change, nowStands } from '../standing.ts';
import { line, text } from '../text.ts';

const queueBody = z
  .object({
    key: z.string().openapi({ example: 'storingen' }),
    name: z.string(),
    department: z.string().nullable().openapi({ description: 'null: everybody.' }),
    calendar: z.string(),
    languages: z.array(z.string()),
    skills: z.array(z.string()),
  })
  .openapi('Queue');

const list = createRoute({
  method: 'get',
  path: '/queues',
  operationId: 'listQueues',
  summary: 'List the queues',
  description: 'Who works which conversations. Scope: `conversations:read`.',
  tags: ['conversations'],
  middleware: [allow('inbox.read')] as const,
  responses: {
    200: {
      description: 'Those that have not ended; what fits no rule comes into the first.',
      content: { 'application/json': { schema: z.object({ data: z.array(queueBody) }) } },
    },
    ...refusals(401, 403),
  },
});

const put = createRoute({
  method: 'put',
  path: '/conversations/{id}/queue',
  operationId: 'moveConversation',
  summary: 'Bring a conversation into another queue',
  description: 'The reason is shown with it. Scope: `conversations:write`.',
  tags: ['conversations'],
  middleware: [allow('conversation.assign'), receive] as const,
  request: {
    params: conversationPath,
    headers: idempotentAndGuarded,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .strictObject({ queue: line(100), reason: line(longestReason), version })
            .openapi('NewQueue', { example: { queue: 'storingen', reason: 'Er is geen stroom.' } }),
        },
      },
    },
  },
  responses: { ...nowStands, ...refusals(401, 403, 404, 409, 413, 415, 422) },
});

const ask = createRoute({
  method: 'post',
  path: '/conversations/{id}/hand-overs',
  operationId: 'handOver',
  summary: 'Ask another department',
  description:
    'The conversation stays where it is; the department gets a question with a due time of its own. Scope: `conversations:write`.',
  tags: ['conversations'],
  middleware: [allow('conversation.assign'), receive] as const,
  request: {
    params: conversationPath,
    headers: idempotentAndGuarded,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .strictObject({ department: line(200), question: text(4000), version })
            .openapi('NewHandOver', {
              example: { department: 'facturatie', question: 'Klopt dit termijnbedrag?' },
            }),
        },
      },
    },
  },
  responses: { ...nowStands, ...refusals(401, 403, 404, 409, 413, 415, 422) },
});

const handOverBody = z
  .object({
    id: z.string().openapi({ example: 'ho_01jd8xw2k0w8n1v5x3jk2m9qra' }),
    department: z.string(),
    askedAt: time,
    dueAt: time.nullable(),
    endedAt: time.nullable(),
    outcome: z.enum(['answered', 'returned', 'withdrawn']).nullable(),
    lines: z.array(
      z.object({
        kind: z.enum(['question', 'answer']),
        text: z.string(),
        at: time,
        by: z.string().nullable(),
      }),
    ),
  })
  .openapi('HandOver');

const asked = createRoute({
  method: 'get',
  path: '/conversations/{id}/hand-overs',
  operationId: 'listHandOvers',
  summary: 'What other departments were asked about a conversation',
  description: 'Newest first. Scope: `conversations:read`.',
  tags: ['conversations'],
  middleware: [allow('inbox.read')] as const,
  request: { params: conversationPath },
  responses: {
    200: {
      description: 'Questions and answers between departments.',
      content: { 'application/json': { schema: z.object({ data: z.array(handOverBody) }) } },
    },
    ...refusals(401, 403, 404),
  },
});

export function serveQueues(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(list, async (c) => {
    const rows = await listQueueRows(c.get('ctx'));
    const data = rows.map(({ key, name, department, calendar, languages, skills }) => ({
      ...{ key, name, languages, skills },
      department: department?.name ?? null,
      calendar: calendar.key,
    }));
    return c.json({ data }, 200);
  });
  app.openapi(put, async (c) => {
    const { id } = c.req.valid('param');
    const { queue, reason, version } = c.req.valid('json');
    const given = { id, headers: c.req.valid('header'), version, request: { queue, reason } };
    return c.json(await change(c, given, (ctx) => moveToQueue(ctx, id, { queue, reason })), 200);
  });
  app.openapi(ask, async (c) => {
    const { id } = c.req.valid('param');
    const { department, question, version } = c.req.valid('json');
    const given = { id, headers: c.req.valid('header'), version, request: { department, question } };
    const handed = await change(c, given, async (ctx) => {
      await handOver(ctx, id, { department, question });
    });
    return c.json(handed, 200);
  });
  app.openapi(asked, async (c) => {
    const { id } = c.req.valid('param');
    const items = await transact(c.get('ctx'), 'service', async (ctx) =>
      handOversOf(ctx, (await openConversation(ctx, id)).id),
    );
    const shown = items.map(({ id, department, askedAt, dueAt, endedAt, outcome, lines }) => ({
      ...{ id, department, outcome },
      askedAt: askedAt.toISOString(),
      dueAt: dueAt?.toISOString() ?? null,
      endedAt: endedAt?.toISOString() ?? null,
      lines: lines.map((one) => ({ ...one, at: one.at.toISOString() })),
    }));
    return c.json({ data: shown }, 200);
  });
}
