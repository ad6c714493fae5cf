import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

/**
 * A message of ours has a name on its channel now: what answers it, and a copy of it that comes back, are known by
 * that. Harmless to do twice.
 */
export async function nameOwn(
  ctx: Context,
  { messageId, receivedAt }: { messageId: string; receivedAt: Date },
  externalId: string,
): Promise<void> {
  const found = await sql<{ account: string; was: string }>`
    select channel_account_id as account, external_id as was from message
    where id = ${messageId} and received_at = ${receivedAt}`.execute(ctx.database);
  const [own] = found.rows;
  if (!own || own.was === externalId || own.was.startsWith('gone:')) return;
  const named = await sql`
    update message_key k set external_id = ${externalId}
    where k.channel_account_id = ${own.account} and k.external_id = ${own.was} and not exists (
      select from message_key o where o.channel_account_id = ${own.account} and o.external_id = ${externalId})`.execute(
    ctx.database,
  );
  if (Number(named.numAffectedRows ?? 0) === 0) return;
  await sql`update message set external_id = ${externalId} where id = ${messageId}
    and received_at = ${receivedAt}`.execute(ctx.database);
  await sql`
    update message m set parent_external_id = ${externalId}
    from conversation_item place join conversation_item i on i.conversation_id = place.conversation_id
    where place.message_id = ${messageId} and m.id = i.message_id and m.received_at = i.received_at
      and m.parent_external_id = ${own.was}`.execute(ctx.database);
}
