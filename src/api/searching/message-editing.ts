import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { findAccount } from '../../listening/account.ts';
import { editPosts } from '../../listening/editing.ts';
import { getHeard } from '../../listening/storing.ts';
import { transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type ApiEnv, refusals } from '../answering.ts';
import { allow } from '../authenticating.ts';
import { line, text } from '../text.ts';

const longestText = 100_000;

const changed = z
  .strictObject({
    channel: line(100)
      .overwrite((name) => name.toLowerCase())
      .openapi({ description: 'The network, as it was handed over.' }),
    account: line(200).openapi({ description: 'Which account of ours it came in on.' }),
    externalId: line(500).openapi({ description: 'Its id there.' }),
    text: text(longestText).openapi({ description: 'What it says now.' }),
    at: z.iso
      .datetime({ offset: true })
      .optional()
      .openapi({ description: 'When they changed it. Absent: now.' }),
  })
  .openapi('ChangedMessage', {
    example: {
      channel: 'forum',
      account: 'community',
      externalId: 'post-1017',
      text: 'Mijn eindafrekening klopt toch, dank!',
      at: '2026-11-24T10:20:00+01:00',
    },
  });

const result = z
  .object({
    id: z.string().openapi({ example: 'me_01jd8xw2k0pz4d7c1n9r6yh3tb' }),
    changed: z.boolean().openapi({ description: 'false: it said so already, or was taken back.' }),
  })
  .openapi('EditedMessage');

const edit = createRoute({
  method: 'patch',
  path: '/messages',
  operationId: 'editMessage',
  summary: 'Tell that its author changed a message',
  description:
    'It is read anew, and colleagues see that it was changed and what stood there before, until its words go. Doing it twice changes nothing. Scope: `messages:write`.',
  tags: ['messages'],
  middleware: [allow('message.receive')] as const,
  request: { body: { required: true, content: { 'application/json': { schema: changed } } } },
  responses: {
    200: { description: 'It says so now.', content: { 'application/json': { schema: result } } },
    ...refusals(401, 403, 404, 422),
  },
});

export function serveMessageEditing(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(edit, async (c) => {
    const { channel, account: name, externalId, text, at } = c.req.valid('json');
    const body = await transact(c.get('ctx'), 'listen', async (ctx) => {
      const account = await findAccount(ctx, { channel, name });
      if (!account) throw new Refusal('not-found.message', { externalId });
      const id = await getHeard(ctx, account, externalId);
      const edits = [{ externalId, text, at: at ? new Date(at) : null }];
      return { id, changed: (await editPosts(ctx, account, edits)) > 0 };
    });
    return c.json(body, 200);
  });
}
