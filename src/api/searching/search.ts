import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { longestText, searchStates } from '../../conversations/searching/question.ts';
import { type Hit, searchConversations } from '../../conversations/searching/searching.ts';
import { type ApiEnv, refusals } from '../answering.ts';
import { allow } from '../authenticating.ts';
import { time, timeOf } from '../conversation.ts';
import { limit } from '../parameters.ts';

const hit = z
  .object({
    conversation: z.string().openapi({ example: 'cv_01jd8xw2k0w8n1v5x3jk2m9qra' }),
    message: z.string().openapi({ description: 'The newest message of it that fits.' }),
    kind: z.enum(['in', 'reply', 'post', 'note']),
    author: z.string().nullable(),
    at: time,
    excerpt: z
      .array(z.object({ text: z.string(), marked: z.boolean() }))
      .openapi({ description: 'Where it stands, in pieces; marked is what was asked for.' }),
    byName: z.boolean().openapi({ description: 'The words do not stand there: somebody is called so.' }),
    state: z.enum(['new', 'open', 'waiting', 'snoozed', 'done']),
    personName: z.string().nullable(),
    channel: z.string(),
    audience: z.enum(['public', 'private']),
    queue: z.string(),
  })
  .openapi('FoundConversation');

const day = z.iso.date().openapi({ example: '2026-11-24' });

const search = createRoute({
  method: 'get',
  path: '/search',
  operationId: 'searchConversations',
  summary: 'Search conversations',
  description:
    'In what was said, written and noted, in any state, and by name, account or number of the customer; newest first. Words are found in their other forms too (nl, en, es, de, fr). Quotes ask for words side by side, a minus for what must not be there. Scope: `conversations:read`.',
  tags: ['conversations'],
  middleware: [allow('inbox.read')] as const,
  request: {
    query: z.strictObject({
      q: z.string().min(1).max(longestText).openapi({ description: 'What to look for.', example: 'factuur' }),
      channel: z.string().max(100).optional().openapi({ description: 'The network.' }),
      queue: z.string().max(100).optional().openapi({ description: 'Key of a queue.' }),
      label: z.string().max(100).optional().openapi({ description: 'A label; those under it count too.' }),
      state: z.enum(searchStates).optional().openapi({ description: '`open`: not done yet.' }),
      from: day.optional().openapi({ description: 'Said on this day or later.' }),
      until: day.optional().openapi({ description: 'This day included.' }),
      colleague: z
        .string()
        .max(100)
        .optional()
        .openapi({ description: 'Who wrote it or had the conversation: `em_…`.' }),
      after: z.string().max(300).optional().openapi({ description: 'The `next` of the page before.' }),
      limit: limit(100, 25),
    }),
  },
  responses: {
    200: {
      description: 'One page.',
      content: {
        'application/json': {
          schema: z
            .object({
              data: z.array(hit),
              next: z
                .string()
                .optional()
                .openapi({ description: 'Send as `after`; absent on the last page.' }),
            })
            .openapi('FoundConversationList'),
        },
      },
    },
    ...refusals(401, 403, 422),
  },
});

export function serveSearch(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(search, async (c) => {
    const { q, after, limit = 25, ...asked } = c.req.valid('query');
    const { channel = null, queue = null, label = null, state = null, from = null } = asked;
    const { until = null, colleague = null } = asked;
    const text = q.replaceAll('\0', '');
    const question = { text, channel, queue, label, state, from, until, colleague };
    const { hits, next } = await searchConversations(c.get('ctx'), { question, after, limit });
    return c.json({ data: hits.map(outside), ...(next ? { next } : {}) }, 200);
  });
}

function outside({ publicId, at, seq: _, lastSeq: __, assigneeName: ___, ...row }: Hit): z.infer<typeof hit> {
  return { conversation: publicId, ...row, at: timeOf(at) };
}
