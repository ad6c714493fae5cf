import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';

/** What was handed in for an account, as it came. */
interface Delivered {
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly at: string;
}

/**
 * Keeps what was handed in, so that it can be answered at once; the same key a second time is nothing new. Whoever
 * reads is woken after the commit. Whether it was new.
 */
export async function keepDelivery(
  ctx: Context,
  connectionId: string,
  { key, headers, body }: Omit<Delivered, 'at'>,
): Promise<boolean> {
  return transact(ctx, 'listen', async (ctx) => {
    // Numbers are given in the order in which they commit: a reader never goes past one that is still coming.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`delivery ${connectionId}`}, 0))`.execute(
      ctx.database,
    );
    const kept = await sql`
      insert into channel_delivery (connection_id, key, headers, body, at)
      values (${connectionId}, ${key.slice(0, 500)}, ${JSON.stringify(headers)}, ${Buffer.from(body)},
        ${asDate(ctx.clock.now())})
      on conflict (connection_id, key) do nothing`.execute(ctx.database);
    ctx.told();
    return Number(kept.numAffectedRows ?? 0) > 0;
  });
}

/** A page of them is bounded by both: many small ones, or a few large ones. */
const mostOfPage = 50;
const mostBytes = 4_000_000;

/** What was handed in for one account, read by its connector; the cursor is the number of the last one read. */
export function deliveriesOf(ctx: Context, connectionId: string) {
  return {
    after: (cursor: string | null) =>
      transact(ctx, 'listen', async ({ database }) => {
        const from = cursor ?? '0';
        await sql`update channel_delivery set body = null, headers = '{}'
          where connection_id = ${connectionId} and id <= ${from}::bigint and body is not null`.execute(
          database,
        );
        const found = await sql<Delivered & { id: string; size: string }>`
          select id, key, headers, body, size, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
          from (select *, sum(length(body)) over (order by id) as size from channel_delivery
            where connection_id = ${connectionId} and id > ${from}::bigint and body is not null
            order by id limit ${mostOfPage + 1}) d order by id`.execute(database);
        const page = found.rows.filter(
          ({ size }, n) => n < mostOfPage && (n === 0 || Number(size) <= mostBytes),
        );
        return {
          deliveries: page.map(({ key, headers, body, at }) => ({ key, headers, body, at })),
          cursor: page.at(-1)?.id ?? from,
          more: page.length < found.rows.length,
        };
      }),
  };
}

/** Without the right signature: counted, so that people see it, and nothing kept of it. */
export async function countForgery(ctx: Context, connectionId: string): Promise<void> {
  const now = asDate(ctx.clock.now());
  await sql`
    insert into channel_forgery as f (connection_id, day, count, last_at) values (${connectionId}, ${now}, 1, ${now})
    on conflict (connection_id, day) do update set count = f.count + 1, last_at = excluded.last_at`.execute(
    ctx.database,
  );
}

export interface Forgeries {
  count: number;
  lastAt: Date | null;
}

/** Of the last seven days. */
export async function forgeriesOf(ctx: Context, connectionId: string): Promise<Forgeries> {
  const since = asDate(ctx.clock.now().subtract({ hours: 7 * 24 }));
  const found = await sql<Forgeries>`
    select coalesce(sum(count), 0)::int as count, max(last_at) as "lastAt" from channel_forgery
    where connection_id = ${connectionId} and last_at >= ${since}`.execute(ctx.database);
  return found.rows[0] ?? { count: 0, lastAt: null };
}

const keptDays = 30;

/** What nobody read for a month, and keys that nobody will use again. */
export async function forgetArrived(ctx: Context): Promise<void> {
  const before = asDate(ctx.clock.now().subtract({ hours: keptDays * 24 }));
  await transact(ctx, 'service', async ({ database }) => {
    await sql`delete from channel_delivery where at < ${before}`.execute(database);
    await sql`delete from channel_forgery where last_at < ${before}`.execute(database);
  });
}

/** Of an account that is no longer connected: nobody will read it. In the transaction that ends it. */
export async function dropDeliveries(ctx: Context, connectionId: string): Promise<void> {
  await transact(ctx, 'service', ({ database }) =>
    sql`delete from channel_delivery where connection_id = ${connectionId}`.execute(database),
  );
}
