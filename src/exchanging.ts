import { readingCsv } from './channels/file/csv.ts';
import type { Head } from './channels/file/head.ts';
import { readingJsonLines } from './channels/file/jsonl.ts';
import { openFile } from './channels/file/opening.ts';
import type { Rejected } from './channels/file/rejection.ts';
import { isRejected, type RowReader } from './channels/file/rows.ts';
import { type Brought, bring, type RawRow } from './customers/exchanging/bringing.ts';
import { type Columns, resolveColumns } from './customers/exchanging/columns.ts';
import { countBatch, type Exchange } from './customers/exchanging/exchange.ts';
import type { ExchangeKind } from './customers/exchanging/kind.ts';
import { type Context, transact } from './platform/context.ts';

export interface ExchangeOptions {
  kind: ExchangeKind;
  /** The system that the numbers are of. */
  source: string;
  columns?: Columns;
  /** Only says what would change. */
  dry?: boolean;
  /** The import that keeps count; it goes on behind the rows that it counted already. */
  exchange?: Pick<Exchange, 'id' | 'read'>;
  /** Called after each batch, when it is stored. */
  onBatch?(total: ExchangeTotal, batch: Brought): Promise<void> | void;
}

export interface ExchangeTotal {
  read: number;
  new: number;
  changed: number;
  unchanged: number;
  rejected: number;
  columns: Columns;
}

const batchSize = 500;

/**
 * Brings a file of customers, orders, invoices or deliveries in: batch by batch, each in a transaction of its own with
 * its count, so that it may break off anywhere and go on there. Reads as a stream, whatever the size.
 * @throws Refusal as `openFile`, and `invalid.columns.…`
 */
export async function exchangeFile(
  ctx: Context,
  file: string,
  options: ExchangeOptions,
): Promise<ExchangeTotal> {
  const { kind, source, dry = false } = options;
  const { window, head, source: bytes } = await openFile(file);
  try {
    const columns = resolveColumns(kind, head.headings, options.columns);
    const total: ExchangeTotal = { read: 0, new: 0, changed: 0, unchanged: 0, rejected: 0, columns };
    const rows = rowsOf(head, columns);
    let skip = dry ? 0 : (options.exchange?.read ?? 0);
    for (let more = true; more; ) {
      const batch: (RawRow | Rejected)[] = [];
      while (batch.length < batchSize) {
        const row = rows.read(window);
        if (row !== null && skip > 0) skip -= 1;
        else if (row !== null) batch.push(row);
        else if (window.ended) break;
        else await window.more();
      }
      more = batch.length === batchSize;
      const brought = await bringBatch(ctx, {
        ...options,
        kind,
        source,
        dry,
        batch,
        bytesRead: bytes.progress.bytesRead,
      });
      count(total, brought);
      await options.onBatch?.({ ...total }, brought);
    }
    return total;
  } finally {
    await window.close();
  }
}

interface Batch extends ExchangeOptions {
  dry: boolean;
  batch: readonly (RawRow | Rejected)[];
  bytesRead: number;
}

function bringBatch(ctx: Context, { batch, bytesRead, ...options }: Batch): Promise<Brought> {
  const { exchange, dry } = options;
  return transact(ctx, 'service', async (ctx) => {
    const broken = batch.filter((row) => isRejected(row));
    const rows = batch.filter((row): row is RawRow => !isRejected(row));
    const brought = await bring(ctx, { ...options, rows });
    const refused = [...broken.map(({ line, code, reason }) => ({ line, code, reason })), ...brought.refused];
    const all = { outcomes: brought.outcomes, refused: refused.sort((a, b) => a.line - b.line) };
    if (exchange) await countBatch(ctx, exchange, { ...all, bytesRead, dry });
    return all;
  });
}

function count(total: ExchangeTotal, { outcomes, refused }: Brought): void {
  total.read += outcomes.length + refused.length;
  total.rejected += refused.length;
  for (const { outcome } of outcomes) total[outcome] += 1;
}

function rowsOf(head: Head, columns: Columns): RowReader {
  const pairs = Object.entries(columns);
  if (head.format === 'jsonl') return readingJsonLines({ columns: () => pairs, meet: () => {} });
  const plan = pairs.map(([field, heading]) => [field, head.headings.indexOf(heading)] as const);
  return readingCsv({ form: head.form, plan, line: head.line });
}
