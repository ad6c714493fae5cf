import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { note } from '../conversations/answering.ts';
import { send } from '../conversations/composing/sending.ts';
import { longestReply } from '../conversations/conversation.ts';
import { expectVersion } from '../conversations/opened.ts';
import { openThread, type Thread } from '../conversations/thread.ts';
import { labelsOn } from '../listening/explaining.ts';
import { once } from '../platform/http/idempotency.ts';
import { urls } from '../urls.ts';
import { type ApiEnv, refusals } from './answering.ts';
import { allow } from './authenticating.ts';
import { messageOutside, messagePage } from './conversation-message.ts';
import { conversationPath, idempotentAndGuarded, limit, seenVersion, version } from './parameters.ts';
import { receive } from './receiving.ts';
import { markReplay } from './replaying.ts';
import { text } from './text.ts';

const list = createRoute({
  method: 'get',
  path: '/conversations/{id}/messages',
  operationId: 'listConversationMessages',
  summary: 'Read the messages of a conversation',
  description:
    "The last ones, or those before `before`; oldest first. Opening it is written into the customer's ledger. Scope: `conversations:read`.",
  tags: ['conversations'],
  middleware: [allow('inbox.read')] as const,
  request: {
    params: conversationPath,
    query: z.strictObject({
      before: z
        .string()
        .regex(/^[1-9]\d{0,8}$/, 'Must be the `earlier` of another page')
        .optional()
        .openapi({ description: 'The `earlier` of the page after it.' }),
      limit: limit(100, 30),
    }),
  },
  responses: {
    200: { description: 'One page.', content: { 'application/json': { schema: messagePage } } },
    ...refusals(401, 403, 404, 422),
  },
});

const newMessage = z
  .strictObject({
    kind: z.enum(['reply', 'note']).openapi({
      description: '`reply` goes to the customer. `note` is for colleagues and never leaves.',
    }),
    text: text(longestReply),
    audience: z.enum(['public', 'private']).optional().openapi({
      description:
        'Of a reply: who reads it. Left out: as the conversation is. What was said in private is never answered in public.',
    }),
    followUp: z.boolean().optional().openapi({
      description: 'Of a reply: there is an answer already, or one on its way, and this one belongs to it.',
    }),
    version,
  })
  .openapi('NewConversationMessage', {
    example: { kind: 'reply', text: 'Dag Fatima, we kijken het meteen voor u na.', version: 3 },
  });

const written = z
  .object({
    id: z.string().openapi({ description: 'Of the message; of the answer on its way while it waits.' }),
    kind: z.enum(['reply', 'note']),
    state: z.enum(['written', 'waiting']).openapi({
      description: '`waiting`: a second person looks at it first, and then it is sent.',
    }),
  })
  .openapi('WrittenMessage');

const write = createRoute({
  method: 'post',
  path: '/conversations/{id}/messages',
  operationId: 'writeConversationMessage',
  summary: 'Answer, or write a note',
  description:
    'A reply ends the waiting and is put out for delivery; `delivery` of the message tells what became of it. Scope: `conversations:write`.',
  tags: ['conversations'],
  middleware: [allow('conversation.answer'), receive] as const,
  request: {
    params: conversationPath,
    headers: idempotentAndGuarded,
    body: { required: true, content: { 'application/json': { schema: newMessage } } },
  },
  responses: {
    201: { description: 'Written.', content: { 'application/json': { schema: written } } },
    202: { description: 'Handed in; it waits.', content: { 'application/json': { schema: written } } },
    ...refusals(401, 403, 404, 409, 413, 415, 422),
  },
});

export function serveConversationMessages(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(list, async (c) => {
    const { before, limit = 30 } = c.req.valid('query');
    const thread = await openThread(c.get('ctx'), c.req.valid('param').id, {
      before: before === undefined ? undefined : Number(before),
      limit,
    });
    const labels = await labelsOn(c.get('ctx'), inboundOf(thread));
    const earlier = thread.earlier === undefined ? {} : { earlier: String(thread.earlier) };
    return c.json(
      { data: thread.messages.map((one) => messageOutside(one, labels.get(one.publicId) ?? [])), ...earlier },
      200,
    );
  });
  app.openapi(write, async (c) => {
    const { id } = c.req.valid('param');
    const { kind, text, version, audience, followUp } = c.req.valid('json');
    const headers = c.req.valid('header');
    const seen = seenVersion(version, headers['if-match']);
    const request = ['POST', urls.api.conversationMessages(id), kind, text, audience, followUp, seen];
    const { body, replayed } = await once(
      c.get('ctx'),
      { key: headers['idempotency-key'], purpose: 'service', request },
      async (ctx) => {
        await expectVersion(ctx, id, seen);
        if (kind === 'note') return handed((await note(ctx, id, text)).publicId, kind, 'written');
        const sent = await send(ctx, id, { text, audience, followUp, version: seen, hold: false });
        return sent.state === 'sent'
          ? handed(sent.written.publicId, kind, 'written')
          : handed(sent.replyId, kind, 'waiting');
      },
    );
    markReplay(c, replayed);
    return c.json(body, body.state === 'waiting' ? 202 : 201);
  });
}

function handed(id: string, kind: 'reply' | 'note', state: 'written' | 'waiting') {
  return { status: state === 'waiting' ? 202 : 201, body: { id, kind, state } };
}

function inboundOf({ messages }: Thread): string[] {
  return messages.flatMap(({ kind, publicId }) => (kind === 'in' ? [publicId] : []));
}
