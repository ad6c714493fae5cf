import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { findChannel } from '../../channels/channel.ts';
import {
  type ChannelConnection,
  getConnection,
  listConnections,
  turnConnection,
} from '../../listening/connecting/connection.ts';
import { type ApiEnv, refusals } from '../answering.ts';
import { allow } from '../authenticating.ts';
import { time } from '../conversation.ts';
import { receive } from '../receiving.ts';

const tags = ['arranging'];
const params = z.object({ id: z.string().max(60).openapi({ description: 'Of the channel: `cc_…`.' }) });
const scope = 'Scope: `channels:write`.';

const channelBody = z
  .object({
    id: z.string(),
    kind: z.string().openapi({ example: 'mail' }),
    name: z.string().openapi({ example: 'service@waterkracht.example' }),
    state: z.enum(['paused', 'on', 'ended']),
    tried: z
      .boolean()
      .openapi({ description: 'It answered and let us in. Before that it cannot be switched on.' }),
    untried: z.boolean().openapi({ description: 'Nobody has tried this kind on the real network yet.' }),
    heardAt: time.nullable(),
    expiresAt: time.nullable().openapi({ description: 'When the way in ends; null where no end is known.' }),
    receiving: z
      .object({ problem: z.string(), since: time.nullable(), againAt: time.nullable() })
      .nullable()
      .openapi({ description: 'What keeps messages from coming in; null: nothing.' }),
    sending: z
      .object({ failures: z.int(), openUntil: time.nullable() })
      .openapi({ description: 'Calls in a row that failed, and until when none is made.' }),
  })
  .openapi('Channel');
const asChannel = { 'application/json': { schema: channelBody } };

const list = createRoute({
  method: 'get',
  path: '/channels',
  operationId: 'listChannels',
  summary: 'List the connected channels with their health',
  description: scope,
  tags,
  middleware: [allow('channel.manage')] as const,
  responses: {
    200: {
      description: 'All of them; never a password.',
      content: { 'application/json': { schema: z.object({ data: z.array(channelBody) }) } },
    },
    ...refusals(401, 403),
  },
});

const get = createRoute({
  method: 'get',
  path: '/channels/{id}',
  operationId: 'getChannel',
  summary: 'Read a channel with its health',
  description: scope,
  tags,
  middleware: [allow('channel.manage')] as const,
  request: { params },
  responses: { 200: { description: 'As it stands.', content: asChannel }, ...refusals(401, 403, 404) },
});

const newState = z
  .strictObject({ state: z.enum(['on', 'paused']) })
  .openapi('NewChannelState', { example: { state: 'paused' } });

const turn = createRoute({
  method: 'put',
  path: '/channels/{id}/state',
  operationId: 'turnChannel',
  summary: 'Pause a channel, or let it go on',
  description: `Paused, nothing is heard and answers wait. Ending one is for a person. ${scope}`,
  tags,
  middleware: [allow('channel.manage'), receive] as const,
  request: { params, body: { required: true, content: { 'application/json': { schema: newState } } } },
  responses: {
    200: { description: 'As it stands now.', content: asChannel },
    ...refusals(401, 403, 404, 409, 413, 415, 422),
  },
});

export function serveChannels(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(list, async (c) =>
    c.json({ data: (await listConnections(c.get('ctx'))).map(channelOutside) }, 200),
  );
  app.openapi(get, async (c) =>
    c.json(channelOutside(await getConnection(c.get('ctx'), c.req.valid('param').id)), 200),
  );
  app.openapi(turn, async (c) => {
    const { id } = c.req.valid('param');
    await turnConnection(c.get('ctx'), id, c.req.valid('json').state);
    return c.json(channelOutside(await getConnection(c.get('ctx'), id)), 200);
  });
}

function channelOutside(connection: ChannelConnection): z.infer<typeof channelBody> {
  const { publicId, connector, name, state, triedAt, problem, failures } = connection;
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  const { problemSince, againAt, openUntil } = connection;
  return {
    ...{ id: publicId, kind: connector, name, state, tried: triedAt !== null },
    untried: findChannel(connector)?.untried === true,
    ...{ heardAt: iso(connection.heardAt), expiresAt: iso(connection.expiresAt) },
    receiving: problem === null ? null : { problem, since: iso(problemSince), againAt: iso(againAt) },
    sending: { failures, openUntil: iso(openUntil) },
  };
}
