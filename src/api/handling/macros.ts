import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { replyStates } from '../../conversations/composing/reply.ts';
import { repliesIn } from '../../conversations/composing/showing-replies.ts';
import { insertMacro, listMacros } from '../../conversations/macros/using.ts';
import { openConversation } from '../../conversations/thread.ts';
import { transact } from '../../platform/context.ts';
import { once } from '../../platform/http/idempotency.ts';
import { type ApiEnv, refusals } from '../answering.ts';
import { allow } from '../authenticating.ts';
import { time } from '../conversation.ts';
import { conversationPath, idempotent } from '../parameters.ts';
import { receive } from '../receiving.ts';
import { markReplay } from '../replaying.ts';
import { line } from '../text.ts';

const macroBody = z
  .object({
    id: z.string().openapi({ example: 'ma_01jd8xw2k0pz4d7c1n9r6yh3tb' }),
    name: z.string(),
    words: z.object({ nl: z.string().optional(), en: z.string().optional() }),
    uses: z.int(),
  })
  .openapi('Macro');

const list = createRoute({
  method: 'get',
  path: '/macros',
  operationId: 'listMacros',
  summary: 'List the ready-made texts',
  description: 'Those for everybody. Scope: `conversations:write`.',
  tags: ['conversations'],
  middleware: [allow('conversation.answer')] as const,
  responses: {
    200: {
      description: 'By name.',
      content: { 'application/json': { schema: z.object({ data: z.array(macroBody) }) } },
    },
    ...refusals(401, 403),
  },
});

const newUse = z
  .strictObject({
    macro: line(60).openapi({ description: 'Of the text: `ma_…`.' }),
    locale: z.enum(['nl', 'en']).optional().openapi({ description: 'Left out: that of the customer.' }),
    acting: z.boolean().default(false).openapi({
      description: 'Also do what comes along with the text: label, state, colleague, queue.',
    }),
  })
  .openapi('NewMacroUse', { example: { macro: 'ma_01jd8xw2k0pz4d7c1n9r6yh3tb', acting: true } });

const use = createRoute({
  method: 'post',
  path: '/conversations/{id}/macro-uses',
  operationId: 'useMacro',
  summary: 'Fill a ready-made text for a conversation',
  description:
    'Gives the text; nothing is sent. Places that nobody knows stay open, and a text with one never leaves. Scope: `conversations:write`.',
  tags: ['conversations'],
  middleware: [allow('conversation.answer'), receive] as const,
  request: {
    params: conversationPath,
    headers: idempotent,
    body: { required: true, content: { 'application/json': { schema: newUse } } },
  },
  responses: {
    201: {
      description: 'The text, and what came along and could not be done.',
      content: {
        'application/json': { schema: z.object({ text: z.string(), left: z.array(z.string()) }) },
      },
    },
    ...refusals(401, 403, 404, 409, 413, 415, 422),
  },
});

const replyBody = z
  .object({
    id: z.string().openapi({ description: 'Of the answer on its way: `rp_…`.' }),
    author: z.string(),
    text: z.string(),
    audience: z.enum(['public', 'private']),
    state: z.enum(replyStates),
    madeAt: time,
    reason: z.string().nullable().openapi({ description: 'Why it came to nothing.' }),
  })
  .openapi('Reply');

const replies = createRoute({
  method: 'get',
  path: '/conversations/{id}/replies',
  operationId: 'listReplies',
  summary: 'Answers on their way, and what became of them',
  description:
    'Newest first. Approving is for a second person, never for a program; a draft belongs to who writes it. Scope: `conversations:read`.',
  tags: ['conversations'],
  middleware: [allow('inbox.read')] as const,
  request: { params: conversationPath },
  responses: {
    200: {
      description: 'At most fifty.',
      content: { 'application/json': { schema: z.object({ data: z.array(replyBody) }) } },
    },
    ...refusals(401, 403, 404),
  },
});

export function serveMacros(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(list, async (c) => {
    const macros = await listMacros(c.get('ctx'));
    return c.json(
      { data: macros.map(({ publicId, name, words, uses }) => ({ id: publicId, name, words, uses })) },
      200,
    );
  });
  app.openapi(use, async (c) => {
    const { id } = c.req.valid('param');
    const given = c.req.valid('json');
    const { body, replayed } = await once(
      c.get('ctx'),
      {
        key: c.req.valid('header')['idempotency-key'],
        purpose: 'service',
        request: [c.req.method, c.req.path, given],
      },
      async (ctx) => {
        const { text, left } = await insertMacro(ctx, id, given);
        return { status: 201, body: { text, left: [...left] } };
      },
    );
    markReplay(c, replayed);
    return c.json(body, 201);
  });
  app.openapi(replies, async (c) => {
    const { id } = c.req.valid('param');
    const rows = await transact(c.get('ctx'), 'service', async (ctx) =>
      repliesIn(ctx, (await openConversation(ctx, id)).id),
    );
    return c.json(
      { data: rows.map(({ madeAt, ...row }) => ({ ...row, madeAt: madeAt.toISOString() })) },
      200,
    );
  });
}
