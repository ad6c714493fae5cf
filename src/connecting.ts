import type { Connection } from './channels/connection.ts';
import type { Pushed } from './channels/pushed.ts';
import { getConnector } from './connectors.ts';
import {
  type ChannelConnection,
  getConnection,
  noteTest,
  noteTrial,
  secretsOf,
} from './listening/connecting/connection.ts';
import { deliveriesOf } from './listening/connecting/delivery.ts';
import type { Context } from './platform/context.ts';
import { publicId } from './platform/public-id.ts';
import { words } from './platform/words.ts';

/** Opens the connector of an account. Tests hand in another way to open. */
export type Opener = (ctx: Context, connection: ChannelConnection) => Promise<Connection>;

export const openConnection: Opener = async (ctx, { id, publicId, connector, settings }) =>
  getConnector(connector).open({
    id: publicId,
    settings,
    secrets: await secretsOf(ctx, publicId),
    clock: ctx.clock,
    key: ctx.outside.linkSecret,
    deliveries: deliveriesOf(ctx, id),
  });

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
    const outcome = await opened.send({
      ...{ nonce: publicId('me', ctx.clock.now().epochMilliseconds), attempt: 1, audience: 'private' },
      ...{ text: channels.test.text, to: { handle: to, name: null }, answers: null },
      ...{ writtenAt: ctx.clock.now().toString(), locale: ctx.locale },
    });
    const state = outcome.kind === 'sent' ? 'sent' : 'failed';
    await noteTest(ctx, id, { state, said: outcome.answer.slice(0, 300) });
  } finally {
    await opened.close();
  }
}
