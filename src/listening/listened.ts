import type { Context } from '../platform/context.ts';

export interface ListenedAccount {
  channel: string;
  name: string;
  audience: 'public' | 'private';
}

/** The accounts of ours on which we hear people, for everybody to see. */
export async function listenedAccounts(ctx: Context): Promise<ListenedAccount[]> {
  const rows = await ctx.database
    .selectFrom('channel_account')
    .select(['channel', 'name', 'audience'])
    .where('own', '=', true)
    .orderBy('channel')
    .orderBy('name')
    .limit(200)
    .execute();
  return rows.map((row) => ({ ...row, audience: row.audience as ListenedAccount['audience'] }));
}
