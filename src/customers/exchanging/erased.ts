import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { type ReadRow, type RefusedRow, refuseRow } from './row.ts';

/** So long after a number was last brought in nobody knows it any more, and neither do we. */
const keptDays = 731;

/** A customer as one other system knows them. */
interface Known {
  source: string;
  externalId: string;
}

/** The secret is not in the database: who holds a copy of it cannot try numbers. */
function hashOf(ctx: Context, { source, externalId }: Known): string {
  return createHmac('sha256', ctx.outside.linkSecret)
    .update(`erased record ${JSON.stringify([source, externalId])}`)
    .digest('hex');
}

/** Before the records of a person go: by these numbers nobody brings them back. */
export async function buryRecords(ctx: Context, personId: string): Promise<void> {
  const found = await sql<Known>`
    select source, external_id as "externalId" from customer_record where person_id = ${personId}::bigint`.execute(
    ctx.database,
  );
  if (found.rows.length === 0) return;
  const at = asDate(ctx.clock.now());
  await sql`
    insert into erased_record (hash, erased_at, seen_at)
    select hash, ${at}, ${at} from unnest(${found.rows.map((one) => hashOf(ctx, one))}::text[]) as t (hash)
    on conflict (hash) do update set erased_at = excluded.erased_at, seen_at = excluded.seen_at`.execute(
    ctx.database,
  );
}

/**
 * Rows of customers who were erased, and of what they bought, are refused one by one; the others go on. That they were
 * seen again is kept (not in a dry run), so that a number is refused for as long as somebody brings it.
 */
export async function refuseErased(
  ctx: Context,
  { source, rows, dry }: { source: string; rows: readonly ReadRow[]; dry: boolean },
): Promise<{ good: ReadRow[]; refused: RefusedRow[] }> {
  const of = (row: ReadRow) =>
    hashOf(ctx, {
      source,
      externalId: 'customer' in row.values ? (row.values.customer ?? '') : row.externalId,
    });
  const hashes = new Map(rows.map((row) => [row, of(row)]));
  const found = await sql<{ hash: string }>`
    select hash from erased_record where hash = any(${[...new Set(hashes.values())]}::text[])`.execute(
    ctx.database,
  );
  const buried = new Set(found.rows.map(({ hash }) => hash));
  if (!dry) await note(ctx, [...buried]);
  const isBuried = (row: ReadRow) => buried.has(hashes.get(row) ?? '');
  return {
    good: rows.filter((row) => !isBuried(row)),
    refused: rows.filter(isBuried).map(({ line }) => refuseRow(line, 'row.erased')),
  };
}

async function note(ctx: Context, hashes: readonly string[]): Promise<void> {
  const now = ctx.clock.now();
  if (hashes.length > 0)
    await sql`update erased_record set seen_at = ${asDate(now)} where hash = any(${hashes}::text[])`.execute(
      ctx.database,
    );
  await sql`delete from erased_record where seen_at < ${asDate(now.subtract({ hours: 24 * keptDays }))}`.execute(
    ctx.database,
  );
}
