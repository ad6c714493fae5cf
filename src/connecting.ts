import { periodOf } from './channels/budget.ts';
import type { Channel } from './channels/channel.ts';
import type { Connection, Outgoing } from './channels/connection.ts';
import { restFor } from './channels/polling.ts';
import type { Pushed } from './channels/pushed.ts';
import { getConnector } from './connectors.ts';
import {
  type ChannelConnection,
  getConnection,
  keepSecrets,
  noteTest,
  noteTrial,
  secretsOf,
} from './listening/connecting/connection.ts';
import { deliveriesOf } from './listening/connecting/delivery.ts';
import { heardOf } from './listening/connecting/heard-of.ts';
import { spendingOf } from './listening/connecting/spending.ts';
import { deskOf } from './listening/talking/desk.ts';
import type { Context } from './platform/context.ts';
import { publicId } from './platform/public-id.ts';
import { words } from './platform/words.ts';
import { urls } from './urls.ts';

/** Opens the connector of an account. Tests hand in another way to open. */
export type Opener = (ctx: Context, connection: ChannelConnection) => Promise<Connection>;

/** How long a reader of what was handed in waits that nobody wakes, in milliseconds. */
const glance = 2000;

export const openConnection: Opener = async (ctx, { id, publicId, accountId, connector, settings }) => {
  const { channel, open } = getConnector(connector);
  return open({
    id: publicId,
    settings,
    secrets: await secretsOf(ctx, publicId),
    clock: ctx.clock,
    key: ctx.outside.linkSecret,
    deliveries: { ...deliveriesOf(ctx, id), waitForMore: (signal) => restFor(glance, signal) },
    desk: deskOf(ctx, id),
    wayIn: wayInto(ctx, publicId),
    allowed: ctx.outside.insideHosts ?? [],
    keepSecrets: (fresh) => keepSecrets(ctx, publicId, fresh),
    heardOf: (externalIds) => heardOf(ctx, accountId, externalIds),
    ...spendingAt(ctx, id, channel),
  });
};

function spendingAt(ctx: Context, id: string, { costs }: Channel) {
  return costs ? { spending: spendingOf(ctx, id, () => periodOf(costs, ctx.clock.now())) } : {};
}

/** Where messages for an account are handed in. */
export function wayInto(ctx: Context, publicId: string): string {
  return `${ctx.outside.baseUrl}${urls.arrival(publicId)}`;
}

/** What an account asks of whoever hands it messages; undefined when it is not handed any. */
export async function pushedInto(ctx: Context, connection: ChannelConnection): Promise<Pushed | undefined> {
  const { publicId: id, connector, settings } = connection;
  const { pushed } = getConnector(connector);
  if (!pushed) return undefined;
  return pushed({ id, settings, secrets: await secretsOf(ctx, id), key: ctx.outside.linkSecret });
}

/** Looks whether it answers and lets us in, in both directions. */
export async function tryConnection(ctx: Context, id: string, open: Opener = openConnection): Promise<void> {
  const connection = await getConnection(ctx, id);
  try {
    const opened = await open(ctx, connection);
    try {
      const health = await opened.check();
      const expiresAt = health.expiresAt === null ? null : new Date(health.expiresAt);
      await noteTrial(ctx, id, { trial: { state: 'good', as: health.as }, expiresAt });
    } finally {
      await opened.close();
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    await noteTrial(ctx, id, { trial: { state: 'failed', said: error.message.slice(0, 300) } });
  }
}

/** Sends one message to a colleague's own address, outside every conversation, to try the way out. */
export async function sendTest(
  ctx: Context,
  { id, to }: { id: string; to: string },
  open: Opener = openConnection,
): Promise<void> {
  const { channels } = words(ctx.locale);
  const opened = await open(ctx, await getConnection(ctx, id));
  try {
    const message: Outgoing = {
      ...{ nonce: publicId('me', ctx.clock.now().epochMilliseconds), attempt: 1 },
      audience: opened.channel.replies.includes('private') ? 'private' : 'public',
      ...{ text: channels.test.text, to: to === '' ? null : { handle: to, name: null }, answers: null },
      ...{ writtenAt: ctx.clock.now().toString(), locale: ctx.locale },
    };
    const outcome = await (opened.tryOut ? opened.tryOut(message) : opened.send(message));
    const state = outcome.kind === 'sent' ? 'sent' : 'failed';
    await noteTest(ctx, id, { state, said: outcome.answer.slice(0, 300) });
  } finally {
    await opened.close();
  }
}
