import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import type { ChannelAccount } from '../account.ts';

/**
 * Messages that their authors took back before they were heard here: the hash of the key is kept, so that a late copy is
 * not heard. Those that were heard are left alone; `forgetPosts` takes their words. Harmless to do twice.
 */
export async function refuseLater(
  ctx: Context,
  account: Pick<ChannelAccount, 'id'>,
  externalIds: readonly string[],
): Promise<void> {
  const now = asDate(ctx.clock.now());
  await sql`
    insert into message_key (channel_account_id, external_id, message_id, received_at, sent_at)
    select ${account.id}, gone_key(said), nextval('message_id_seq'), ${now}, ${now}
    from unnest(${externalIds}::text[]) said
    where not exists (select from message_key k where k.channel_account_id = ${account.id} and k.external_id = said)
    on conflict do nothing`.execute(ctx.database);
}
