import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { employeeOf } from '../identifying/merging.ts';
import type { Brought } from './bringing.ts';
import type { Columns } from './columns.ts';
import type { ExchangeKind } from './kind.ts';
import type { FieldChange } from './row.ts';

export type ExchangeState =
  | 'chosen'
  | 'checking'
  | 'checked'
  | 'waiting'
  | 'running'
  | 'finished'
  | 'failed'
  | 'cancelled';

/** A file of customers, orders, invoices or deliveries on its way in. */
export interface Exchange {
  id: string;
  publicId: string;
  kind: ExchangeKind | null;
  source: string;
  fileName: string;
  path: string | null;
  bytes: number;
  bytesRead: number;
  columns: Columns;
  state: ExchangeState;
  read: number;
  new: number;
  changed: number;
  unchanged: number;
  rejected: number;
  error: { code: string; details: Record<string, unknown> } | null;
  createdAt: Date;
  finishedAt: Date | null;
}

const shape = sql`id, public_id as "publicId", kind, source, file_name as "fileName", path, bytes::float8 as bytes,
  bytes_read::float8 as "bytesRead", columns, state, read, new, changed, unchanged, rejected, error,
  created_at as "createdAt", finished_at as "finishedAt"`;

export async function registerExchange(
  ctx: Context,
  { fileName, path, bytes }: { fileName: string; path: string; bytes: number },
): Promise<string> {
  const at = ctx.clock.now();
  const id = publicId('ex', at.epochMilliseconds);
  await sql`insert into exchange (public_id, file_name, path, bytes, state, created_at, created_by)
    values (${id}, ${fileName.slice(0, 200)}, ${path}, ${bytes}, 'chosen', ${asDate(at)}, ${employeeOf(ctx)})`.execute(
    ctx.database,
  );
  return id;
}

export async function getExchange(ctx: Context, id: string): Promise<Exchange> {
  const found = await sql<Exchange>`select ${shape} from exchange where public_id = ${id}`.execute(
    ctx.database,
  );
  const [row] = found.rows;
  if (!row) throw new Refusal('not-found.import', { id });
  return row;
}

export async function listExchanges(ctx: Context, limit = 20): Promise<Exchange[]> {
  return (
    await sql<Exchange>`select ${shape} from exchange order by id desc limit ${limit}`.execute(ctx.database)
  ).rows;
}

export interface ExchangeChange {
  kind?: ExchangeKind;
  source?: string;
  columns?: Columns;
  error?: Exchange['error'];
}

/** Moves it on, only from one of these states: of two who press at once, one does it. Starting anew counts anew. */
export async function moveExchange(
  ctx: Context,
  id: string,
  { from, to, change = {} }: { from: readonly ExchangeState[]; to: ExchangeState; change?: ExchangeChange },
): Promise<boolean> {
  const ends = to === 'finished' || to === 'cancelled';
  const anew = to === 'checking' || to === 'waiting' || to === 'chosen';
  return transact(ctx, 'service', async (ctx) => {
    const moved = await sql<{ id: string }>`
      update exchange set state = ${to}, kind = coalesce(${change.kind ?? null}, kind),
        source = coalesce(${change.source ?? null}, source),
        columns = coalesce(${change.columns ? JSON.stringify(change.columns) : null}::jsonb, columns),
        error = ${change.error ? JSON.stringify(change.error) : null}::jsonb,
        path = case when ${ends} then null else path end,
        checked_at = case when ${to} = 'checked' then ${asDate(ctx.clock.now())} else checked_at end,
        finished_at = case when ${ends || to === 'failed'} then ${asDate(ctx.clock.now())} else finished_at end
        ${anew ? sql`, read = 0, bytes_read = 0, new = 0, changed = 0, unchanged = 0, rejected = 0` : sql``}
      where public_id = ${id} and state = any(${[...from]}::text[]) returning id`.execute(ctx.database);
    const [row] = moved.rows;
    // Values of customers do not lie about once they are taken in or thrown away; what was refused is only lines.
    if (row && (anew || ends))
      await sql`delete from exchange_row where exchange_id = ${row.id} and ${anew ? sql`true` : sql`outcome <> 'rejected'`}`.execute(
        ctx.database,
      );
    return row !== undefined;
  });
}

const shownRows = 200;

/** Counts a batch and keeps its refused rows, and of a try the first rows that would change. In the batch's transaction. */
export async function countBatch(
  ctx: Context,
  exchange: Pick<Exchange, 'id'>,
  { outcomes, refused, bytesRead, dry }: Brought & { bytesRead: number; dry: boolean },
): Promise<void> {
  const count = (outcome: string) => outcomes.filter((one) => one.outcome === outcome).length;
  await sql`update exchange set read = read + ${outcomes.length + refused.length}, new = new + ${count('new')},
    changed = changed + ${count('changed')}, unchanged = unchanged + ${count('unchanged')},
    rejected = rejected + ${refused.length}, bytes_read = ${bytesRead} where id = ${exchange.id}`.execute(
    ctx.database,
  );
  const shown = dry ? outcomes.filter((one) => one.outcome !== 'unchanged').slice(0, shownRows) : [];
  const json = [
    ...refused.map(({ line, code, reason, field }) => ({
      ...{ line, outcome: 'rejected', code, reason },
      changes: field ? [{ field, before: null, after: null }] : [],
    })),
    ...shown.map(({ line, outcome, externalId, changes }) => ({
      line,
      outcome,
      reference: externalId,
      changes,
    })),
  ];
  await sql`insert into exchange_row (exchange_id, line, outcome, reference, code, reason, changes)
    select ${exchange.id}, t.line, t.outcome, t.reference, t.code, t.reason, coalesce(t.changes, '[]')
    from jsonb_to_recordset(${JSON.stringify(json)}::jsonb)
      as t (line bigint, outcome text, reference text, code text, reason text, changes jsonb)
    where t.outcome = 'rejected'
      or (select count(*) from exchange_row r where r.exchange_id = ${exchange.id} and r.outcome <> 'rejected') < ${shownRows}
    on conflict do nothing`.execute(ctx.database);
}

export interface ExchangeRow {
  line: number;
  outcome: 'new' | 'changed' | 'rejected';
  reference: string | null;
  code: string | null;
  reason: string | null;
  /** Of a refused row only which field it is about: what it held is not kept. */
  changes: FieldChange[];
}

/** Rows in the order of the file: what was refused, or what a try would do. */
export async function exchangeRows(
  ctx: Context,
  id: string,
  { rejected, after = 0, limit }: { rejected: boolean; after?: number; limit: number },
): Promise<ExchangeRow[]> {
  return transact(ctx, 'service', async (ctx) => {
    const found = await sql<ExchangeRow>`
      select line::float8 as line, outcome, reference, code, reason, changes from exchange_row
      where exchange_id = ${id} and (outcome = 'rejected') = ${rejected} and line > ${after}
      order by line limit ${limit}`.execute(ctx.database);
    return found.rows;
  });
}
