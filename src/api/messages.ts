import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { findConversationOf } from '../conversations/placing/placed.ts';
import { accountNamed, type ChannelAccount } from '../listening/account.ts';
import { hear } from '../listening/hearing.ts';
import type { Utterance } from '../listening/message.ts';
import { getHeard } from '../listening/storing.ts';
import { departmentNamed } from '../organisation/departments.ts';
import type { Context } from '../platform/context.ts';
import { once } from '../platform/http/idempotency.ts';
import { Refusal } from '../platform/refusal.ts';
import { knownAccounts } from './accounts.ts';
import { type ApiEnv, refusals, wrongFields } from './answering.ts';
import { allow } from './authenticating.ts';
import { idempotent } from './parameters.ts';
import { receive } from './receiving.ts';
import { markReplay } from './replaying.ts';
import { readSentAt } from './sent-at.ts';
import { line, text } from './text.ts';

const longestText = 100_000;

const newMessage = z
  .strictObject({
    channel: line(100)
      .overwrite((name) => name.toLowerCase())
      .openapi({
        description: 'The network: mail, forum, whatsapp … A name of your own is fine.',
      }),
    account: line(200).openapi({ description: 'Which account of ours it came in on.' }),
    externalId: line(500).openapi({ description: 'Its id there. Heard again, it is stored once.' }),
    text: text(longestText),
    author: z
      .strictObject({ id: line(300), name: line(300).optional() })
      .optional()
      .openapi({ description: 'Who wrote it, as the channel calls them. Absent: somebody unknown.' }),
    sentAt: z.string().max(40).optional().openapi({
      description: "ISO 8601. Without a zone: the organisation's. Absent: unknown.",
      example: '2026-11-24T10:14:03+01:00',
    }),
    direction: z.enum(['in', 'out']).default('in').openapi({ description: '`out`: we wrote it, elsewhere.' }),
    replyTo: line(500).optional().openapi({ description: 'The `externalId` it answers.' }),
    thread: line(500).optional(),
    automatic: z.boolean().default(false).openapi({ description: 'Of `out`: a machine wrote it.' }),
    department: line(200).optional().openapi({ description: 'Of `out`: which of ours wrote it.' }),
  })
  .openapi('NewMessage', {
    example: {
      channel: 'forum',
      account: 'community',
      externalId: 'post-1017',
      text: 'Mijn eindafrekening klopt niet, kunnen jullie kijken?',
      author: { id: 'fatima77', name: 'Fatima' },
      sentAt: '2026-11-24T10:14:03+01:00',
    },
  });
type NewMessage = z.infer<typeof newMessage>;

const heard = z
  .object({
    id: z.string().openapi({ example: 'me_01jd8xw2k0pz4d7c1n9r6yh3tb' }),
    conversation: z.string().optional().openapi({ description: 'Where it was placed.' }),
    duplicate: z.boolean(),
  })
  .openapi('HeardMessage');

const post = createRoute({
  method: 'post',
  path: '/messages',
  operationId: 'hearMessage',
  summary: 'Hand over one message',
  description:
    'The channel for everything that has none of its own. When the answer arrives, the message is stored for good, understood, and placed in a conversation. Scope: `messages:write`.',
  tags: ['messages'],
  middleware: [allow('message.receive'), receive] as const,
  request: {
    headers: idempotent,
    body: { required: true, content: { 'application/json': { schema: newMessage } } },
  },
  responses: {
    201: { description: 'Heard for the first time.', content: { 'application/json': { schema: heard } } },
    200: {
      description: 'Heard before; nothing changed.',
      content: { 'application/json': { schema: heard } },
    },
    ...refusals(401, 403, 409, 413, 415, 422),
  },
});

export function serveMessages(app: OpenAPIHono<ApiEnv>): void {
  const known = knownAccounts();
  app.openapi(post, async (c) => {
    const message = c.req.valid('json');
    const ctx = c.get('ctx');
    const sentAt = message.sentAt === undefined ? null : await readSentAt(ctx, message.sentAt);
    if (sentAt && 'wrong' in sentAt) throw wrongFields(c, [{ path: 'sentAt', message: sentAt.wrong }]);
    const key = c.req.valid('header')['idempotency-key'];
    let account = known.find(accountOf(message));
    const asked = { key, purpose: 'listen', request: ['POST', c.req.path, message] };
    const answer = await once(ctx, asked, async (ctx) => {
      account ??= await accountNamed(ctx, accountOf(message));
      return hearOne(ctx, { message, sentAt, account });
    });
    // Only now: what a transaction made goes with it when it fails.
    if (account) known.remember(account);
    markReplay(c, answer.replayed);
    return answer.body.duplicate ? c.json(answer.body, 200) : c.json(answer.body, 201);
  });
}

function accountOf({ channel, account }: NewMessage) {
  return { channel, name: account, connector: 'api' };
}

interface Hearing {
  message: NewMessage;
  sentAt: Date | null;
  account: ChannelAccount;
}

async function hearOne(ctx: Context, { message, sentAt, account }: Hearing) {
  const utterance = await utteranceOf(ctx, message, sentAt);
  const { externalId } = message;
  const heard = await hear(ctx, { account, utterances: [utterance] });
  if (heard.withheld > 0) throw new Refusal('forbidden.objection', { externalId });
  const [stored] = heard.publicIds;
  const id = stored ?? (await getHeard(ctx, account, externalId));
  const conversation = heard.placedIn[0] ?? (await findConversationOf(ctx, account.id, externalId));
  const body = { id, ...(conversation === null ? {} : { conversation }), duplicate: stored === undefined };
  return { status: stored === undefined ? 200 : 201, body };
}

async function utteranceOf(ctx: Context, message: NewMessage, sentAt: Date | null): Promise<Utterance> {
  const { externalId, text, author, direction, replyTo, thread, automatic, department } = message;
  const ours = direction === 'out';
  return {
    externalId,
    text,
    author: author?.id ?? null,
    authorName: author?.name ?? null,
    sentAt,
    direction,
    replyTo: replyTo ?? null,
    thread: thread ?? null,
    automatic: ours && automatic,
    departmentId: ours && department !== undefined ? (await departmentNamed(ctx, department)).id : null,
    employeeId: null,
  };
}
