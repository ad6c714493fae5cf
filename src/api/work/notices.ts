import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { askToLook, noticesOf } from '../../conversations/notifying/asking-to-look.ts';
import { kinds } from '../../conversations/notifying/kind.ts';
import { requireConversation } from '../../conversations/opened.ts';
import { transact } from '../../platform/context.ts';
import { type ApiEnv, refusals } from '../answering.ts';
import { allow } from '../authenticating.ts';
import { time, timeOf } from '../conversation.ts';
import { conversationPath, idempotentAndGuarded, version } from '../parameters.ts';
import { receive } from '../receiving.ts';
import { change, nowStands } from '../standing.ts';
import { line } from '../text.ts';

const notice = z
  .object({
    employee: z.object({
      id: z.string().openapi({ example: 'em_01jd8xw2k0hvy3mzb6q4r9t7cf' }),
      name: z.string(),
    }),
    kind: z.enum(kinds).openapi({ description: '`ruled`: a rule or a program asked them to look.' }),
    at: time,
  })
  .openapi('Notice');

const list = createRoute({
  method: 'get',
  path: '/conversations/{id}/notices',
  operationId: 'listNotices',
  summary: 'List what colleagues were told about a conversation',
  description: 'Not whether they read it: that is theirs. Scope: `conversations:read`.',
  tags: ['conversations'],
  middleware: [allow('inbox.read')] as const,
  request: { params: conversationPath },
  responses: {
    200: {
      description: 'Newest first, at most a hundred.',
      content: { 'application/json': { schema: z.object({ data: z.array(notice) }) } },
    },
    ...refusals(401, 403, 404),
  },
});

const newNotice = z
  .strictObject({ employee: line(100).openapi({ description: 'Of the colleague: `em_…`.' }), version })
  .openapi('NewNotice', { example: { employee: 'em_01jd8xw2k0hvy3mzb6q4r9t7cf' } });

const add = createRoute({
  method: 'post',
  path: '/conversations/{id}/notices',
  operationId: 'askToLook',
  summary: 'Tell a colleague to look at a conversation',
  description:
    'In Polder, on their devices and in the summary by mail, as they chose. Who may not read it cannot be told. Scope: `conversations:write`.',
  tags: ['conversations'],
  middleware: [allow('conversation.assign'), receive] as const,
  request: {
    params: conversationPath,
    headers: idempotentAndGuarded,
    body: { required: true, content: { 'application/json': { schema: newNotice } } },
  },
  responses: { ...nowStands, ...refusals(401, 403, 404, 409, 413, 415, 422) },
});

export function serveNotices(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(list, async (c) => {
    const { id } = c.req.valid('param');
    const notices = await transact(c.get('ctx'), 'service', async (ctx) =>
      noticesOf(ctx, (await requireConversation(ctx, id)).id),
    );
    const data = notices.map(({ employee, kind, at }) => ({
      employee: { id: employee.publicId, name: employee.name },
      kind,
      at: timeOf(at),
    }));
    return c.json({ data }, 200);
  });
  app.openapi(add, async (c) => {
    const { id } = c.req.valid('param');
    const { employee, version } = c.req.valid('json');
    const asked = { id, headers: c.req.valid('header'), version, request: employee };
    return c.json(await change(c, asked, (ctx) => askToLook(ctx, id, employee)), 200);
  });
}
