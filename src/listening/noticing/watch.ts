import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { type Bursts, openBursts, restoreBursts } from '../../understanding/comparing/bursts.ts';

export const hour = 3_600_000;
const mostBytes = 48 * 2 ** 20;
/** So much of what was said before makes the measure; its weight halves every day. */
const learningHours = 4 * 24;
/** Fewer cannot burst. */
const fewestLate = 6;
const restsMinutes = 15;

/** How far the looking has come: what was heard, up to which moment. */
export interface Watch {
  bursts: Bursts;
  /** Start of the hour that is open, in milliseconds since 1970. */
  heardTo: number;
}

interface WatchRow {
  heardTo: Date | null;
  memory: Uint8Array | null;
  againFrom: Date | null;
  mayBegin: boolean;
}

/**
 * Messages came in that were said in hours which are closed already: those hours are to be heard again. Of a few
 * that were only late nothing comes.
 */
export async function heedLate(ctx: Context, heard: readonly { sentAt: Date }[]): Promise<void> {
  await sql`
    update burst_watch w set again_from = least(coalesce(w.again_from, late.first), late.first)
    from (select min(t.at) as first, count(*) as n
      from unnest(${heard.map(({ sentAt }) => sentAt)}::timestamptz[]) as t (at), burst_watch b
      where t.at < b.heard_to) late
    where late.n >= ${fewestLate}`.execute(ctx.database);
}

/**
 * Locks the watch and goes on from where it stood; undefined when another process has it, or nothing was ever heard.
 * After an import of older messages it begins anew, some days before the first of them.
 */
export async function takeWatch(ctx: Context): Promise<Watch | undefined> {
  const now = ctx.clock.now();
  const rested = asDate(now.subtract({ minutes: restsMinutes }));
  const locked = await sql<WatchRow>`
    select heard_to as "heardTo", memory, again_from as "againFrom",
      (began_at is null or began_at <= ${rested}) and not exists (
        select from import where state = 'running') as "mayBegin"
    from burst_watch for update skip locked`.execute(ctx.database);
  const row = locked.rows[0];
  if (!row) return undefined;
  if (row.againFrom && row.mayBegin) return beginFrom(ctx, row.againFrom.getTime() - learningHours * hour);
  if (!row.heardTo || !row.memory) return beginFrom(ctx, 0);
  const bursts = restoreBursts(zstdDecompressSync(row.memory), { mostBytes });
  if (typeof bursts === 'string') return beginFrom(ctx, row.heardTo.getTime() - learningHours * hour);
  return { bursts, heardTo: row.heardTo.getTime() };
}

async function beginFrom(ctx: Context, from: number): Promise<Watch | undefined> {
  const first = await nextHour(ctx, from);
  if (first === undefined) return undefined;
  await sql`update burst_watch set again_from = null, began_at = ${asDate(ctx.clock.now())}`.execute(
    ctx.database,
  );
  return { bursts: openWatch(first), heardTo: first };
}

export function openWatch(from: number): Bursts {
  return openBursts({ from, mostBytes });
}

/** Start of the first hour from `from` on in which a customer said something. */
export async function nextHour(ctx: Context, from: number): Promise<number | undefined> {
  const found = await sql<{ at: Date | null }>`
    select sent_at as at from message where sent_at >= ${new Date(from)} and direction = 'in' and time_known
    order by sent_at limit 1`.execute(ctx.database);
  const at = found.rows[0]?.at;
  return at ? Math.floor(at.getTime() / hour) * hour : undefined;
}

/** To be called between two hours: then no word of a message is in the memory, only hashes and counts. */
export async function keepWatch(ctx: Context, { bursts, heardTo }: Watch): Promise<void> {
  const memory = zstdCompressSync(bursts.state());
  await sql`update burst_watch set heard_to = ${new Date(heardTo)}, memory = ${memory}`.execute(ctx.database);
}
