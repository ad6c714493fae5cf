import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import { publicId } from '../platform/public-id.ts';

export type Audience = 'public' | 'private';

/** Where messages came in on, and where answers leave from. */
export interface ChannelAccount {
  id: string;
  publicId: string;
  /** The network: x, mail, forum … or the name of an imported file. */
  channel: string;
  name: string;
  /** Which connector speaks to it (channels/). */
  connector: string;
  audience: Audience;
}

const privateChannels = new Set([
  'mail',
  'chat',
  'webform',
  'whatsapp',
  'messenger',
  'instagram-direct',
  'telegram',
  'webhook',
  'site',
]);

/** Channels on which others cannot read along. Anything unknown counts as public: it was found in the open. */
export function audienceOf(channel: string): Audience {
  return privateChannels.has(channel) ? 'private' : 'public';
}

/** Finds the account by channel and name, or registers it. */
export async function accountNamed(
  ctx: Context,
  { channel, name, connector }: { channel: string; name: string; connector: string },
): Promise<ChannelAccount> {
  await ctx.database
    .insertInto('channel_account')
    .values({
      public_id: publicId('ac', ctx.clock.now().epochMilliseconds),
      channel,
      name,
      connector,
      audience: audienceOf(channel),
      created_at: asDate(ctx.clock.now()),
    })
    .onConflict((conflict) => conflict.columns(['channel', 'name']).doNothing())
    .execute();
  const account = await findAccount(ctx, { channel, name });
  if (!account) throw new Error('an account was registered and is not there');
  return account;
}

export async function findAccount(
  ctx: Context,
  { channel, name }: { channel: string; name: string },
): Promise<ChannelAccount | undefined> {
  const row = await ctx.database
    .selectFrom('channel_account')
    .select(['id', 'public_id', 'channel', 'name', 'connector', 'audience'])
    .where('channel', '=', channel)
    .where('name', '=', name)
    .executeTakeFirst();
  return row && { ...row, publicId: row.public_id, audience: row.audience as Audience };
}

/** All accounts, by network and name. */
export async function listAccounts(
  ctx: Context,
): Promise<Pick<ChannelAccount, 'publicId' | 'channel' | 'name'>[]> {
  const rows = await ctx.database
    .selectFrom('channel_account')
    .select(['public_id', 'channel', 'name'])
    .orderBy('channel')
    .orderBy('name')
    .limit(500)
    .execute();
  return rows.map(({ public_id: publicId, channel, name }) => ({ publicId, channel, name }));
}

/** The networks of all accounts, by name. */
export async function listChannels(ctx: Context): Promise<string[]> {
  const found = await ctx.database
    .selectFrom('channel_account')
    .select('channel')
    .distinct()
    .orderBy('channel')
    .execute();
  return found.map(({ channel }) => channel);
}
