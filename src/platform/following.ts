import { sql } from 'kysely';
import { type Context, transact } from './context.ts';
import type { Event } from './events.ts';
import type { Log } from './log.ts';

export interface Reaction {
  /** Stable name; the cursor in the database is kept under it. */
  name: string;
  verb: string | readonly string[];
  purpose: string;
  /** At least once: must do nothing new when it gets an event it has handled before. */
  handle(ctx: Context, event: Event): Promise<void>;
  /** All events of a batch at once, where one by one would be slow; when that fails each is handled by itself. */
  handleAll?(ctx: Context, events: readonly Event[]): Promise<void>;
}

export function verbsOf({ verb }: Pick<Reaction, 'verb'>): readonly string[] {
  return [verb].flat();
}

/** How many events are handled in one transaction. */
export const batch = 200;

/** A place in the log: after the event with this transaction and number. */
export interface Position {
  xid: string;
  seq: string;
}

/**
 * The events after `from` that can no longer be overtaken: all transactions older than theirs have ended.
 * Ordered by transaction, then by number, because a lower number may commit later. Ordered by the column itself:
 * a bare `xid` would mean the text that is selected, and as text 1000 comes before 999.
 */
export async function settledEvents(ctx: Context, from: Position, limit: number): Promise<Event[]> {
  const found = await sql<Event>`
    select seq, xid::text as xid, at, verb, subject_kind as "subjectKind", subject_id as "subjectId", data
    from event
    where (xid, seq) > (${from.xid}::xid8, ${from.seq}::bigint)
      and xid < pg_snapshot_xmin(pg_current_snapshot())
    order by event.xid, event.seq limit ${limit}`.execute(ctx.database);
  return found.rows;
}

/** Whether this position is one of this log. After a restore the numbers of before mean nothing any more. */
export async function isPosition(ctx: Context, { xid, seq }: Position): Promise<boolean> {
  const found = await sql`
    select from event where xid = ${xid}::xid8 and seq = ${seq}::bigint limit 1`.execute(ctx.database);
  return found.rows.length > 0;
}

/** The end of what is settled now: where a new listener begins. */
export async function settledEnd(ctx: Context): Promise<Position> {
  const found = await sql<Position>`
    select xid::text as xid, seq from event
    where xid < pg_snapshot_xmin(pg_current_snapshot())
    order by event.xid desc, event.seq desc limit 1`.execute(ctx.database);
  return found.rows[0] ?? { xid: '0', seq: '0' };
}

/**
 * Handles one batch for one reaction under a lock on its cursor, and moves the cursor in the same transaction.
 * An event whose handling fails is put aside with its error, so that one bad event stops nothing else.
 * Returns how many events were handled; undefined when another worker holds the cursor.
 */
export async function followOnce(ctx: Context, reaction: Reaction, log: Log): Promise<number | undefined> {
  return transact(ctx, reaction.purpose, async (ctx) => {
    await sql`insert into event_cursor (reaction) values (${reaction.name}) on conflict do nothing`.execute(
      ctx.database,
    );
    const locked = await sql<Position>`
      select xid::text as xid, seq from event_cursor where reaction = ${reaction.name}
      for update skip locked`.execute(ctx.database);
    const from = locked.rows[0];
    if (!from) return undefined;
    // Read before the events are: what settles in between is for the next time.
    const end = await settledEnd(ctx);
    const events = await settledOf(ctx, verbsOf(reaction), { from, end });
    if (!(await handledTogether(ctx, reaction, events)))
      for (const event of events) await handleApart(ctx, { reaction, event, log });
    const last = events.length < batch ? end : (events.at(-1) ?? end);
    await sql`update event_cursor set xid = ${last.xid}::xid8, seq = ${last.seq}, moved_at = now()
      where reaction = ${reaction.name} and (xid, seq) < (${last.xid}::xid8, ${last.seq}::bigint)`.execute(
      ctx.database,
    );
    return events.length;
  });
}

async function settledOf(
  ctx: Context,
  verbs: readonly string[],
  { from, end }: { from: Position; end: Position },
): Promise<Event[]> {
  const found = await sql<Event>`
    select seq, xid::text as xid, at, verb, subject_kind as "subjectKind", subject_id as "subjectId", data
    from event
    where (xid, seq) > (${from.xid}::xid8, ${from.seq}::bigint)
      and (xid, seq) <= (${end.xid}::xid8, ${end.seq}::bigint) and verb = any(${verbs}::text[])
    order by event.xid, event.seq limit ${batch}`.execute(ctx.database);
  return found.rows;
}

/**
 * What has happened since `from`, as far as it has settled: how far that is, and the verbs. One look for all
 * reactions, so that hundreds of messages a second do not make each of them open its cursor for nothing.
 */
export async function settledVerbs(
  ctx: Context,
  from: Position,
): Promise<{ end: Position; verbs: ReadonlySet<string> }> {
  const end = await settledEnd(ctx);
  if (end.xid === from.xid && end.seq === from.seq) return { end, verbs: new Set() };
  const found = await sql<{ verb: string }>`
    select distinct verb from event
    where (xid, seq) > (${from.xid}::xid8, ${from.seq}::bigint)
      and (xid, seq) <= (${end.xid}::xid8, ${end.seq}::bigint)`.execute(ctx.database);
  return { end, verbs: new Set(found.rows.map(({ verb }) => verb)) };
}

async function handledTogether(ctx: Context, reaction: Reaction, events: readonly Event[]): Promise<boolean> {
  if (!reaction.handleAll || events.length < 2) return false;
  await sql`savepoint reactions`.execute(ctx.database);
  try {
    await reaction.handleAll(ctx, events);
    await sql`release savepoint reactions`.execute(ctx.database);
    return true;
  } catch {
    // Which of them it was shows when each is handled by itself.
    await sql`rollback to savepoint reactions`.execute(ctx.database);
    return false;
  }
}

async function handleApart(
  ctx: Context,
  { reaction, event, log }: { reaction: Reaction; event: Event; log: Log },
): Promise<void> {
  await sql`savepoint reaction`.execute(ctx.database);
  try {
    await reaction.handle(ctx, event);
    await sql`release savepoint reaction`.execute(ctx.database);
  } catch (error) {
    await sql`rollback to savepoint reaction`.execute(ctx.database);
    log.error({ reaction: reaction.name, seq: event.seq, err: error }, 'reaction failed');
    const message = error instanceof Error ? error.message : String(error);
    await sql`insert into event_failure (reaction, event_seq, error, failed_at)
      values (${reaction.name}, ${event.seq}, ${message}, now()) on conflict do nothing`.execute(
      ctx.database,
    );
  }
}

/** Follows until nothing is left for any of the reactions. */
export async function followAll(ctx: Context, reactions: readonly Reaction[], log: Log): Promise<void> {
  for (const reaction of reactions) while (((await followOnce(ctx, reaction, log)) ?? 0) > 0);
}

/** Follows the log for many events at once, where one by one would be too slow. */
export interface BulkReaction {
  /** Stable name; the cursor in the database is kept under it. */
  name: string;
  verb: string;
  purpose: string;
  /** Events read in one transaction. */
  limit: number;
  /**
   * `events` may be empty. `from` and `to` name the places in the log, for who remembers something between two
   * calls: what was remembered counts only when it ended at `from`.
   */
  handle(ctx: Context, events: readonly Event[], place: { from: string; to: string }): Promise<void>;
}

/** As `followOnce`, a batch at a time. When handling fails the batch is rolled back whole, and comes again. */
export async function followInBulk(ctx: Context, reaction: BulkReaction): Promise<number> {
  return transact(ctx, reaction.purpose, async (ctx) => {
    await sql`insert into event_cursor (reaction) values (${reaction.name}) on conflict do nothing`.execute(
      ctx.database,
    );
    const locked = await sql<Position>`
      select xid::text as xid, seq from event_cursor where reaction = ${reaction.name}
      for update skip locked`.execute(ctx.database);
    const from = locked.rows[0];
    if (!from) return 0;
    const events = await settledEvents(ctx, from, reaction.limit);
    const last = events.at(-1);
    if (!last) return 0;
    const place = { from: `${from.xid} ${from.seq}`, to: `${last.xid} ${last.seq}` };
    await reaction.handle(
      ctx,
      events.filter(({ verb }) => verb === reaction.verb),
      place,
    );
    await sql`update event_cursor set xid = ${last.xid}::xid8, seq = ${last.seq}, moved_at = now()
      where reaction = ${reaction.name}`.execute(ctx.database);
    return events.length;
  });
}
