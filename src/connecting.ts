import type { Connection } from './channels/connection.ts';
import { openMail } from './channels/mail/opening.ts';
import { mailSecrets, mailSettings } from './channels/mail/settings.ts';
import {
  type ChannelConnection,
  getConnection,
  noteTest,
  noteTrial,
  secretsOf,
} from './listening/connecting/connection.ts';
import type { Context } from './platform/context.ts';
import { publicId } from './platform/public-id.ts';
import { Refusal } from './platform/refusal.ts';
import { words } from './platform/words.ts';

/** Opens the connector of an account. Tests hand in another way to open. */
export type Opener = (ctx: Context, connection: ChannelConnection) => Promise<Connection>;

export const openConnection: Opener = async (ctx, { publicId, connector, settings }) => {
  if (connector !== 'mail') throw new Refusal('not-found.connector', { connector });
  return openMail({
    settings: mailSettings.parse(settings),
    secrets: mailSecrets.parse(await secretsOf(ctx, publicId)),
    key: ctx.outside.linkSecret,
    clock: ctx.clock,
  });
};

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
