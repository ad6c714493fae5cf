import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';

/** A part of all that was heard over an account, in the order of its keys. `to`: null at the end, to begin anew. */
export interface Sweep {
  readonly externalIds: readonly string[];
  readonly to: string | null;
}

/** The next part of what others said there and is still kept here. One statement. */
export async function sweepOf(
  ctx: Context,
  { id, accountId }: { id: string; accountId: string },
  most: number,
): Promise<Sweep> {
  return transact(ctx, 'listen', async ({ database }) => {
    const found = await sql<{ id: string; kept: boolean }>`
      select k.external_id as id, coalesce(m.direction = 'in' and m.removed_at is null, false) as kept
      from (
        select external_id, message_id, received_at from message_key
        where channel_account_id = ${accountId}
          and external_id > (select coalesce(swept_to, '') from channel_connection where id = ${id})
        order by external_id limit ${most}) k
      left join message m on m.id = k.message_id and m.received_at = k.received_at
      order by k.external_id`.execute(database);
    const { rows } = found;
    return {
      externalIds: rows.filter(({ kept }) => kept).map(({ id }) => id),
      to: rows.length < most ? null : (rows.at(-1)?.id ?? null),
    };
  });
}

export async function noteSwept(ctx: Context, id: string, { to }: Sweep): Promise<void> {
  await sql`update channel_connection set swept_to = ${to} where id = ${id}`.execute(ctx.database);
}

/** The newest of what others said there in public within two days. One statement. */
export async function recentOf(ctx: Context, accountId: string, most: number): Promise<string[]> {
  const since = asDate(ctx.clock.now().subtract({ hours: 48 }));
  return transact(ctx, 'listen', async ({ database }) => {
    const found = await sql<{ id: string }>`
      select external_id as id from message
      where received_at >= ${since} and direction = 'in' and audience = 'public' and removed_at is null
        and channel_account_id = ${accountId}
      order by received_at desc limit ${most}`.execute(database);
    return found.rows.map(({ id }) => id);
  });
}
