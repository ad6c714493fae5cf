import { sql } from 'kysely';
import { keepWordsForClaim } from '../customers/using.ts';
import { asDate } from '../platform/clock.ts';
import { type Context, transact } from '../platform/context.ts';
import type { ChannelAccount } from './account.ts';
import { messageForgotten } from './events.ts';
import { recount } from './noticing/keeping.ts';

export interface MessageKey {
  id: string;
  receivedAt: Date;
}

/**
 * Takes the words out of messages whose time is over, with what was concluded from them, and unties them from whoever
 * wrote them. The row stays for counts, and the hash of its key, so that the same file brings nothing back.
 */
export async function forgetMessages(ctx: Context, keys: readonly MessageKey[]): Promise<number> {
  if (keys.length === 0) return 0;
  await forgetConclusions(ctx, keys);
  await sql`
    update message_key k set external_id = gone_key(k.external_id)
    from message m join ${of(keys)} on m.id = e.id and m.received_at = e.received_at
    where k.channel_account_id = m.channel_account_id and k.external_id = m.external_id
      and k.external_id not like 'gone:%'`.execute(ctx.database);
  const done = await sql`
    update message m set text = '', author = case when m.direction = 'in' then null else m.author end,
      person_id = null, identity_id = null, thread = null, parent_external_id = null,
      external_id = case when m.external_id like 'gone:%' then m.external_id else gone_key(m.external_id) end,
      language = null, sentiment = null, sentiment_score = null, intent = null, urgency = null, understanding = null,
      removed_at = ${asDate(ctx.clock.now())}, removed_why = 'retention'
    from ${of(keys)} where m.id = e.id and m.received_at = e.received_at`.execute(ctx.database);
  await ctx.emit([messageForgotten(keys.map(({ id }) => id))]);
  return Number(done.numAffectedRows ?? 0);
}

/**
 * The author deleted or protected posts: their words and what was concluded from them go at once. Whose case it was
 * stays, as do our own answers and the keys, so that a late copy is not heard anew. A legal hold does not keep the words
 * standing where colleagues read: it sets them apart for the claim (decision 008). How many went.
 */
export async function forgetPosts(
  ctx: Context,
  account: ChannelAccount,
  externalIds: readonly string[],
): Promise<number> {
  return transact(ctx, 'legal', async (ctx) => {
    const found = await sql<MessageKey & { personId: string | null; text: string }>`
      select m.id, m.received_at as "receivedAt", m.person_id as "personId", m.text
      from message_key k join message m on m.id = k.message_id and m.received_at = k.received_at
      where k.channel_account_id = ${account.id} and k.external_id = any(${externalIds}::text[])
        and m.direction = 'in' and m.removed_at is null
      order by m.id for update of m`.execute(ctx.database);
    if (found.rows.length === 0) return 0;
    const now = asDate(ctx.clock.now());
    await keepWordsForClaim(ctx, now, found.rows);
    await forgetConclusions(ctx, found.rows);
    await sql`
      update message m set text = '', author = null, language = null, sentiment = null, sentiment_score = null,
        intent = null, urgency = null, understanding = null, removed_at = ${now}, removed_why = 'author'
      from ${of(found.rows)} where m.id = e.id and m.received_at = e.received_at`.execute(ctx.database);
    await ctx.emit([messageForgotten(found.rows.map(({ id }) => id))]);
    return found.rows.length;
  });
}

/** Labels, corrections, and the signatures by which near copies are known. */
async function forgetConclusions(ctx: Context, keys: readonly MessageKey[]): Promise<void> {
  await sql`delete from label l using ${of(keys)}
    where l.message_id = e.id and l.received_at = e.received_at`.execute(ctx.database);
  await sql`delete from correction c using ${of(keys)} where c.message_id = e.id`.execute(ctx.database);
  await sql`
    with gone as (delete from alike a using ${of(keys)} where a.message_id = e.id returning a.group_id)
    update alike_group g set size = greatest(0, g.size - t.n)
    from (select group_id, count(*)::integer as n from gone where group_id is not null group by 1) t
    where g.id = t.group_id`.execute(ctx.database);
  const bursts = await sql<{ burst_id: string }>`
    delete from burst_message b using ${of(keys)} where b.message_id = e.id returning b.burst_id`.execute(
    ctx.database,
  );
  await recount(ctx, [...new Set(bursts.rows.map((row) => row.burst_id))]);
}

function of(keys: readonly MessageKey[]) {
  return sql`unnest(${keys.map(({ id }) => id)}::bigint[], ${keys.map((key) => key.receivedAt)}::timestamptz[])
    as e (id, received_at)`;
}
