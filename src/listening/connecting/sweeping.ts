import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';

/** A part of all that was heard over an account, in the order of its keys. `to`: null at the end, to begin anew. */
export interface Sweep {
  readonly externalIds: readonly string[];
  readonly to: string | null;
}

/** What was missed there, with the moment of the first time (ISO 8601). */
export type Missed = Readonly<Record<string, string>>;

/** So young a message may not be shown everywhere yet. */
const young = { minutes: 15 };

/** Only what the network itself told under this name: what was read from a file may bear another's. */
const toldThere = sql`exists (select from message_source s where s.message_id = m.id
  and m.external_id in (s.facts ->> 'uri', s.facts ->> 'id'))`;

/** The next part of what others said there and is still kept here. One statement. */
export async function sweepOf(
  ctx: Context,
  { id, accountId }: { id: string; accountId: string },
  most: number,
): Promise<Sweep> {
  const until = asDate(ctx.clock.now().subtract(young));
  return transact(ctx, 'listen', async ({ database }) => {
    const found = await sql<{ id: string; kept: boolean }>`
      select k.external_id as id, coalesce(m.direction = 'in' and m.removed_at is null and m.received_at < ${until}
        and ${toldThere}, false) as kept
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

export async function noteSwept(ctx: Context, id: string, { to }: Pick<Sweep, 'to'>): Promise<void> {
  await sql`update channel_connection set swept_to = ${to} where id = ${id}`.execute(ctx.database);
}

export async function missedOf(ctx: Context, id: string): Promise<Missed> {
  const found = await sql<{ missed: Missed }>`
    select missed from channel_connection where id = ${id}`.execute(ctx.database);
  return found.rows[0]?.missed ?? {};
}

export async function noteMissed(ctx: Context, id: string, missed: Missed): Promise<void> {
  const told = JSON.stringify(missed);
  await sql`update channel_connection set missed = ${told}::jsonb where id = ${id}`.execute(ctx.database);
}

/** The newest of what others said there in public within two days. One statement. */
export async function recentOf(ctx: Context, accountId: string, most: number): Promise<string[]> {
  const now = ctx.clock.now();
  const [since, until] = [asDate(now.subtract({ hours: 48 })), asDate(now.subtract(young))];
  return transact(ctx, 'listen', async ({ database }) => {
    const found = await sql<{ id: string }>`
      select m.external_id as id from message m
      where received_at >= ${since} and received_at < ${until} and direction = 'in' and audience = 'public' and removed_at is null
        and channel_account_id = ${accountId} and ${toldThere}
      order by received_at desc limit ${most}`.execute(database);
    return found.rows.map(({ id }) => id);
  });
}
