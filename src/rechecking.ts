import type { Connection } from './channels/connection.ts';
import { type Opener, openConnection } from './connecting.ts';
import { findAccount } from './listening/account.ts';
import { type ChannelConnection, listConnections } from './listening/connecting/connection.ts';
import { noteSwept, recentOf, sweepOf } from './listening/connecting/sweeping.ts';
import { type Context, transact } from './platform/context.ts';
import { keep } from './receiving.ts';

/** Of the last two days every time, of all that is kept a part each time: the whole of 100,000 within a day. */
const recent = 250;
const part = 750;

/**
 * Asks each network that can tell whether what was heard there still stands, and takes away here what its authors took
 * away there. One that cannot be reached keeps the others from nothing, and goes on where it was the next time.
 */
export async function recheckChannels(ctx: Context, open: Opener = openConnection): Promise<void> {
  const on = (await listConnections(ctx)).filter(({ state }) => state === 'on');
  for (const connection of on) {
    const opened = await open(ctx, connection).catch(() => undefined);
    if (!opened) continue;
    try {
      await recheck(ctx, connection, opened);
    } catch (error) {
      // Whoever receives over it meets the same trouble, and says so where people look.
      if (!(error instanceof Error) || !['Outage', 'Refused'].includes(error.name)) throw error;
    } finally {
      await opened.close();
    }
  }
}

async function recheck(ctx: Context, connection: ChannelConnection, { gone }: Connection): Promise<void> {
  const account = await findAccount(ctx, connection);
  if (!gone || !account) return;
  const sweep = await sweepOf(ctx, connection, part);
  const asked = new Set([...(await recentOf(ctx, account.id, recent)), ...sweep.externalIds]);
  const at = ctx.clock.now().toString();
  const missing = asked.size === 0 ? [] : await gone([...asked]);
  await transact(ctx, 'listen', async (ctx) => {
    await keep(
      ctx,
      account,
      missing.map((externalId) => ({ kind: 'removed', externalId, at })),
    );
    await noteSwept(ctx, connection.id, sweep);
  });
}
