import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { undoAct } from '../../conversations/acting/undoing.ts';
import { merge } from '../../conversations/joining/merging.ts';
import { splitOff } from '../../conversations/joining/splitting.ts';
import { once } from '../../platform/http/idempotency.ts';
import { type ApiEnv, refusals } from '../answering.ts';
import { allow } from '../authenticating.ts';
import { conversationPath, idempotent } from '../parameters.ts';
import { receive } from '../receiving.ts';
import { markReplay } from '../replaying.ts';
import { line } from '../text.ts';

const done = z
  .object({
    act: z
      .string()
      .nullable()
      .openapi({ description: 'To take it back: `ca_…`.', example: 'ca_01jd8xw2k0pz4d7c1n9r6yh3tb' }),
    conversation: z.string().openapi({ description: 'Where the messages stand now: `cv_…`.' }),
  })
  .openapi('RearrangedConversation');
const made = { 201: { description: 'Done.', content: { 'application/json': { schema: done } } } };
const json = <T extends z.ZodType>(schema: T) => ({
  required: true,
  content: { 'application/json': { schema } },
});

const mergeRoute = createRoute({
  method: 'post',
  path: '/conversations/{id}/merge',
  operationId: 'mergeConversation',
  summary: 'Merge a conversation into another',
  description:
    'Of the same person, on the same account. Its messages stand in the other one from then on; what was measured stays as measured. Scope: `conversations:write`.',
  tags: ['conversations'],
  middleware: [allow('conversation.assign'), receive] as const,
  request: {
    params: conversationPath,
    headers: idempotent,
    body: json(
      z
        .strictObject({ into: line(60).openapi({ description: 'Where the messages go: `cv_…`.' }) })
        .openapi('ConversationMerge', { example: { into: 'cv_01jd8xw2k0w8n1v5x3jk2m9qra' } }),
    ),
  },
  responses: { ...made, ...refusals(401, 403, 404, 409, 413, 415, 422) },
});

const splitRoute = createRoute({
  method: 'post',
  path: '/conversations/{id}/split',
  operationId: 'splitConversation',
  summary: 'Give some messages a conversation of their own',
  description:
    'At least one message stays, and at least one that is no note goes. Scope: `conversations:write`.',
  tags: ['conversations'],
  middleware: [allow('conversation.assign'), receive] as const,
  request: {
    params: conversationPath,
    headers: idempotent,
    body: json(
      z
        .strictObject({ messages: z.array(line(60)).min(1).max(500) })
        .openapi('NewSplit', { example: { messages: ['me_01jd8xw2k0pz4d7c1n9r6yh3tb'] } }),
    ),
  },
  responses: { ...made, ...refusals(401, 403, 404, 409, 413, 415, 422) },
});

const undo = createRoute({
  method: 'delete',
  path: '/conversation-acts/{act}',
  operationId: 'undoConversationAct',
  summary: 'Take an act back',
  description:
    'Conversations that still stand as the act left them stand as before; others stay. Scope: `conversations:write`.',
  tags: ['conversations'],
  middleware: [allow('conversation.assign')] as const,
  request: { params: z.object({ act: z.string().max(60).openapi({ description: 'Of the act: `ca_…`.' }) }) },
  responses: {
    200: {
      description: 'How many conversations stand as before.',
      content: { 'application/json': { schema: z.object({ conversations: z.int() }) } },
    },
    ...refusals(401, 403, 404, 409),
  },
});

export function serveJoining(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(mergeRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { into } = c.req.valid('json');
    const key = c.req.valid('header')['idempotency-key'];
    const { body, replayed } = await once(
      c.get('ctx'),
      { key, purpose: 'service', request: ['merge', id, into] },
      async (ctx) => {
        const act = await merge(ctx, { from: id, into });
        return { status: 201, body: { act: act?.publicId ?? null, conversation: into } };
      },
    );
    markReplay(c, replayed);
    return c.json(body, 201);
  });
  app.openapi(splitRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { messages } = c.req.valid('json');
    const key = c.req.valid('header')['idempotency-key'];
    const { body, replayed } = await once(
      c.get('ctx'),
      { key, purpose: 'service', request: ['split', id, messages] },
      async (ctx) => {
        const { publicId, conversation } = await splitOff(ctx, id, messages);
        return { status: 201, body: { act: publicId as string | null, conversation } };
      },
    );
    markReplay(c, replayed);
    return c.json(body, 201);
  });
  app.openapi(undo, async (c) =>
    c.json({ conversations: await undoAct(c.get('ctx'), c.req.valid('param').act) }, 200),
  );
}
