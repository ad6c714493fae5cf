import type { Connection } from './channels/connection.ts';
import { type Opener, openConnection } from './connecting.ts';
import { type ChannelAccount, findAccount } from './listening/account.ts';
import { type ChannelConnection, listConnections } from './listening/connecting/connection.ts';
import { missedOf, noteMissed, noteSwept, recentOf, sweepOf } from './listening/connecting/sweeping.ts';
import { type Context, transact } from './platform/context.ts';
import { keep } from './receiving.ts';

/**
 * In one turn at most so many: a quarter of the last two days, the rest of all that is kept, part by part: the whole of
 * 100,000 within a day.
 */
const usual = 1000;
const sweeps = 3;

/** A miss counts again only after this: two in one run, or of a run that is tried again at once, are one. */
const betweenMisses = 5 * 60_000;
/** What is missed beyond these is missed once more when its turn comes. */
const mostMissed = 2000;

/**
 * Asks each network that can tell whether what was heard there still stands, and takes away here what its authors took
 * away there: what was missed twice, in two runs. One that cannot be reached or answers oddly keeps the others from
 * nothing, and goes on where it was the next time.
 */
export async function recheckChannels(ctx: Context, open: Opener = openConnection): Promise<void> {
  const on = (await listConnections(ctx)).filter(({ state }) => state === 'on');
  const odd: unknown[] = [];
  for (const connection of on) {
    const opened = await open(ctx, connection).catch(() => undefined);
    if (!opened) continue;
    try {
      await recheck(ctx, connection, opened);
    } catch (error) {
      // Whoever receives over it meets the same trouble, and says so where people look.
      if (!(error instanceof Error) || !['Outage', 'Refused'].includes(error.name)) odd.push(error);
    } finally {
      await opened.close();
    }
  }
  // After all others had their turn: what nobody foresaw must be seen.
  if (odd.length > 0) throw odd[0];
}

async function recheck(ctx: Context, connection: ChannelConnection, opened: Connection): Promise<void> {
  const account = await findAccount(ctx, connection);
  if (!opened.gone || !account) return;
  const share = Math.ceil(((await opened.mostGone?.()) ?? usual) / 4);
  const into = { connection, account, gone: opened.gone };
  const missed = Object.keys(await missedOf(ctx, connection.id)).slice(0, share);
  const first = [...new Set([...missed, ...(await recentOf(ctx, account.id, share))])];
  await askAfter(ctx, into, first);
  const asked = new Set(first);
  for (let turn = 0; turn < sweeps; turn += 1) {
    const { externalIds, to } = await sweepOf(ctx, connection, share);
    await askAfter(
      ctx,
      into,
      externalIds.filter((id) => !asked.has(id)),
    );
    // After each part, so that what breaks off later does not begin here again.
    await transact(ctx, 'listen', (ctx) => noteSwept(ctx, connection.id, { to }));
    if (to === null) return;
  }
}

interface Into {
  connection: ChannelConnection;
  account: ChannelAccount;
  gone: NonNullable<Connection['gone']>;
}

async function askAfter(
  ctx: Context,
  { connection, account, gone }: Into,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const missing = await gone(ids);
  const now = ctx.clock.now();
  const at = now.toString();
  await transact(ctx, 'listen', async (ctx) => {
    const missed = new Map(Object.entries(await missedOf(ctx, connection.id)));
    const since = new Map(missing.map((id) => [id, missed.get(id) ?? at]));
    for (const id of ids) missed.delete(id);
    const removed: string[] = [];
    for (const [id, first] of since)
      if (now.epochMilliseconds - Date.parse(first) >= betweenMisses) removed.push(id);
      else if (missed.size < mostMissed) missed.set(id, first);
    await keep(
      ctx,
      account,
      removed.map((externalId) => ({ kind: 'removed', externalId, at })),
    );
    await noteMissed(ctx, connection.id, Object.fromEntries(missed));
  });
}
