import { sql } from 'kysely';
import { type Context, transact } from '../../platform/context.ts';
import { holdCorrections } from '../correcting/holding.ts';
import { exchanged } from '../events.ts';
import { refuseErased } from './erased.ts';
import type { ExchangeKind } from './kind.ts';
import { type Known, keyOf, knownOf } from './known.ts';
import { changesOf, type FieldChange, isRefusedRow, type ReadRow, type RefusedRow, readRow } from './row.ts';
import { store } from './storing.ts';

/** A row as it stands in the file, by field. */
export interface RawRow {
  line: number;
  values: Readonly<Record<string, string>>;
}

export interface RowOutcome {
  line: number;
  outcome: 'new' | 'changed' | 'unchanged';
  externalId: string;
  changes: FieldChange[];
}

export interface Brought {
  outcomes: RowOutcome[];
  refused: RefusedRow[];
}

export interface Bringing {
  kind: ExchangeKind;
  source: string;
  rows: readonly RawRow[];
  /** Only says what would change. */
  dry?: boolean;
}

/** Two files of one kind at once would each make the same customer. Below zero, apart from persons. */
const exchangeLock = -4_400_113;

/**
 * Takes in one batch in one transaction: each row new, changed or unchanged by its number at the source, or refused.
 * Bad rows stop no good ones; doing it again changes nothing.
 */
export async function bring(ctx: Context, batch: Bringing): Promise<Brought> {
  return transact(ctx, 'service', async (ctx) => {
    const { kind, source, rows, dry = false } = batch;
    if (!dry) await sql`select pg_advisory_xact_lock(${sql.lit(exchangeLock)})`.execute(ctx.database);
    const read = sorted(kind, rows);
    const { good: told, refused: erased } = await refuseErased(ctx, { source, rows: read.good, dry });
    const refused = [...read.refused, ...erased].sort((a, b) => a.line - b.line);
    const good = kind === 'customers' ? await holdCorrections(ctx, { source, rows: told, dry }) : told;
    const known = await knownOf(ctx, kind, { source, externalIds: good.map((row) => row.externalId) });
    const outcomes = good.map((row) => outcomeOf(kind, row, known));
    if (!dry && good.length > 0) {
      await store(ctx, { kind, source, rows: good, outcomes });
      const count = (outcome: RowOutcome['outcome']) =>
        outcomes.filter((one) => one.outcome === outcome).length;
      await ctx.emit([exchanged({ kind, source, new: count('new'), changed: count('changed') })]);
    }
    return { outcomes, refused };
  });
}

/** Of two rows with one number in a batch the second is refused: which of them is right, only the source knows. */
function sorted(kind: ExchangeKind, rows: readonly RawRow[]): { good: ReadRow[]; refused: RefusedRow[] } {
  const good = new Map<string, ReadRow>();
  const refused: RefusedRow[] = [];
  for (const { line, values } of rows) {
    const read = readRow(kind, line, values);
    if (isRefusedRow(read)) refused.push(read);
    else if (good.has(keyOfRow(kind, read))) refused.push({ line, ...twice });
    else good.set(keyOfRow(kind, read), read);
  }
  return { good: [...good.values()], refused };
}

const twice = {
  code: 'row.twice',
  reason: 'A row above has the same number; give each its own, or leave one out.',
};

export function keyOfRow(kind: ExchangeKind, { externalId, values }: ReadRow): string {
  return keyOf(externalId, kind === 'orders' && values.what ? (values.line ?? '1') : null);
}

function outcomeOf(kind: ExchangeKind, row: ReadRow, known: ReadonlyMap<string, Known>): RowOutcome {
  const { line, externalId } = row;
  const before = known.get(keyOfRow(kind, row));
  if (!before) return { line, externalId, outcome: 'new', changes: [] };
  const changes = changesOf(row, before);
  return { line, externalId, outcome: changes.length > 0 ? 'changed' : 'unchanged', changes };
}
