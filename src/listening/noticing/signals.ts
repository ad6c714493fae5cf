import { type RawBuilder, sql } from 'kysely';
import { requires } from '../../organisation/authority.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { burstDismissed } from '../events.ts';
import { stillRising } from './bursting.ts';

/** A topic that rose, as it is shown. `terms` is empty when all of them look like names. */
export interface Signal {
  publicId: string;
  /** null: on all accounts together. */
  account: string | null;
  language: string;
  terms: string[];
  fromAt: Date;
  lastAt: Date;
  messages: number;
  persons: number;
  /** Messages of the first term that were to be expected in its first hour. */
  expected: number;
  isRising: boolean;
  dismissedAt: Date | null;
  dismissedBy: string | null;
}

const columns = (ctx: Context) => {
  const { began, heard } = stillRising(ctx);
  return sql`b.id, b.public_id as "publicId", a.name as account, b.language, b.terms, b.from_at as "fromAt",
    b.last_at as "lastAt", b.messages, b.persons, b.expected, b.dismissed_at as "dismissedAt", e.name as "dismissedBy",
    b.dismissed_at is null and b.from_at >= ${began} and b.last_at >= ${heard} as "isRising", b.from_at::text as at
  from burst b
  left join channel_account a on a.id = b.channel_account_id
  left join employee e on e.id = b.dismissed_by`;
};

const mostShown = 3;
/** Fewer people than this are shown to nobody: also not after some of them were erased. */
const fewestPersons = 5;

/** What is rising now, the largest first. One statement. */
export async function risingNow(ctx: Context): Promise<Signal[]> {
  const found = await sql<{ rising: unknown }>`select ${risingOf(ctx)} as rising`.execute(ctx.database);
  return asRising(found.rows[0]?.rising);
}

/** The same as an expression, as `jsonb`, to be read along with something else; `asRising` reads it. */
export function risingOf(ctx: Context): RawBuilder<unknown> {
  const { began, heard } = stillRising(ctx);
  return sql`(select jsonb_agg(r order by r.messages desc, r.id) from (
    select ${columns(ctx)}
    where b.dismissed_at is null and b.last_at >= ${heard} and b.from_at >= ${began} and b.persons >= ${fewestPersons}
    order by b.messages desc, b.id limit ${mostShown}) r)`;
}

export function asRising(found: unknown): Signal[] {
  return ((found as (Signal & Key)[] | null) ?? []).map((row) => ({
    ...withoutKey(row),
    fromAt: new Date(row.fromAt),
    lastAt: new Date(row.lastAt),
    dismissedAt: row.dismissedAt && new Date(row.dismissedAt),
  }));
}

interface Key {
  id: string;
  at: string;
}

export interface SignalPage {
  signals: Signal[];
  /** Pass as `after` for older ones. */
  next?: string;
}

/** All that rose, the newest first. One statement. */
export async function listSignals(
  ctx: Context,
  { after, limit = 25 }: { after?: string | undefined; limit?: number } = {},
): Promise<SignalPage> {
  const from = after === undefined ? null : readCursor(after);
  const found = await sql<Signal & Key>`
    select ${columns(ctx)}
    where b.persons >= ${fewestPersons}
      and ${from ? sql`(b.from_at, b.id) < (${from.at}::timestamptz, ${from.id}::bigint)` : sql`true`}
    order by b.from_at desc, b.id desc limit ${limit + 1}`.execute(ctx.database);
  const rows = found.rows.slice(0, limit);
  const last = rows.at(-1);
  const next =
    found.rows.length > limit && last
      ? { next: Buffer.from(JSON.stringify([last.at, last.id])).toString('base64url') }
      : {};
  return { signals: rows.map(withoutKey), ...next };
}

function withoutKey({ id: _, at: __, ...signal }: Signal & Key): Signal {
  return signal;
}

function readCursor(cursor: string): Key {
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (typeof at === 'string' && /^\d{4}-\d\d-\d\d [\d:.+]{8,24}$/.test(at) && Temporal.Instant.from(at))
      if (typeof id === 'string' && /^\d{1,18}$/.test(id)) return { at, id };
  } catch {
    // Falls through: whatever it was, it is no cursor of ours.
  }
  throw new Refusal('invalid.cursor');
}

/** @throws Refusal `not-found.signal` */
export async function getSignal(ctx: Context, id: string): Promise<Signal> {
  const found = await sql<Signal & Key>`
    select ${columns(ctx)} where b.public_id = ${id} and b.persons >= ${fewestPersons}`.execute(ctx.database);
  const [row] = found.rows;
  if (!row) throw new Refusal('not-found.signal', { id });
  return withoutKey(row);
}

/** A colleague has seen it: it no longer stands in the inbox. Of two who press at once the first is kept. */
export async function dismissSignal(ctx: Context, id: string): Promise<void> {
  requires(ctx.actor, 'conversation.close');
  await transact(ctx, null, async (ctx) => {
    const by = ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null;
    const changed = await sql<{ id: string }>`
      update burst set dismissed_at = ${asDate(ctx.clock.now())}, dismissed_by = ${by}
      where public_id = ${id} and dismissed_at is null returning id`.execute(ctx.database);
    const burst = changed.rows[0];
    if (burst) await ctx.emit([burstDismissed(burst.id)]);
    else await getSignal(ctx, id);
  });
}
