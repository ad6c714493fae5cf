import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';

/** A message that could not be read or stored, put where people see it. */
export interface Aside {
  id: string;
  key: string;
  reason: string;
  at: Date;
  /** How many times it was tried. */
  times: number;
  /** How much of it is kept, in bytes; 0: nothing, and it cannot be tried again. */
  bytes: number;
}

/** More than this of a broken message helps nobody. */
const most = 10_000_000;

/** In the transaction that moves the cursor past it. The same one twice is one. */
export async function putAside(
  ctx: Context,
  connectionId: string,
  { key, why, raw }: { key: string; why: string; raw: Uint8Array | null },
): Promise<void> {
  const kept = raw && raw.length <= most ? Buffer.from(raw) : null;
  await sql`
    insert into channel_aside as a (connection_id, key, reason, raw, at)
    values (${connectionId}, ${key.slice(0, 500)}, ${why.slice(0, 300)}, ${kept}, ${asDate(ctx.clock.now())})
    on conflict (connection_id, key) do update set reason = excluded.reason, raw = coalesce(excluded.raw, a.raw),
      at = excluded.at, times = a.times + 1`.execute(ctx.database);
}

const shown = 50;

/** The newest, without their words. */
export async function listAside(ctx: Context, connectionId: string): Promise<Aside[]> {
  return transact(ctx, 'service', async ({ database }) => {
    const found = await sql<Aside>`
      select id, key, reason, at, times, coalesce(length(raw), 0) as bytes from channel_aside
      where connection_id = ${connectionId} order by id desc limit ${shown}`.execute(database);
    return found.rows;
  });
}

/** As it came, to be tried once more; locked until that is done. @throws Refusal `not-found.channel-aside` */
export async function takeAside(
  ctx: Context,
  connectionId: string,
  id: string,
): Promise<{ key: string; raw: Uint8Array }> {
  const found = await sql<{ key: string; raw: Buffer | null }>`
    select key, raw from channel_aside where connection_id = ${connectionId} and id = ${id} for update`.execute(
    ctx.database,
  );
  const [row] = found.rows;
  if (!row?.raw) throw new Refusal('not-found.channel-aside', { id });
  return { key: row.key, raw: row.raw };
}

/** It was stored after all, or a colleague does not want it. */
export async function dropAside(ctx: Context, connectionId: string, id: string): Promise<void> {
  await transact(ctx, 'service', ({ database }) =>
    sql`delete from channel_aside where connection_id = ${connectionId} and id = ${id}`.execute(database),
  );
}

const keptDays = 30;

/** What nobody looked at for a month goes. */
export async function forgetAside(ctx: Context): Promise<void> {
  const before = asDate(ctx.clock.now().subtract({ hours: keptDays * 24 }));
  await transact(ctx, 'service', ({ database }) =>
    sql`delete from channel_aside where at < ${before}`.execute(database),
  );
}
