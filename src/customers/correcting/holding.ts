import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { ReadRow } from '../exchanging/row.ts';
import { type Corrected, heardOf } from './contact.ts';

interface Standing extends Corrected {
  id: string;
  externalId: string;
}

/**
 * Rows of a source with what was corrected of them here: a source that says again what it said before brings no old
 * address back. What it agrees with, or says anew, ends the correction.
 */
export async function holdCorrections(
  ctx: Context,
  { source, rows, dry }: { source: string; rows: readonly ReadRow[]; dry: boolean },
): Promise<ReadRow[]> {
  const standing = await standingOf(ctx, source, rows);
  if (standing.length === 0) return [...rows];
  const over: string[] = [];
  const held = rows.map((row) => {
    const values = { ...row.values };
    for (const one of standing.filter(({ externalId }) => externalId === row.externalId)) {
      if (!Object.hasOwn(values, one.field)) continue;
      if (heardOf(one, values[one.field] ?? null) === 'again') values[one.field] = one.value;
      else over.push(one.id);
    }
    return { ...row, values };
  });
  if (!dry && over.length > 0)
    await ctx.database.deleteFrom('contact_correction').where('id', 'in', over).execute();
  return held;
}

async function standingOf(ctx: Context, source: string, rows: readonly ReadRow[]): Promise<Standing[]> {
  const found = await sql<Standing>`
    select c.id, r.external_id as "externalId", c.field, c.was, c.value
    from contact_correction c join customer_record r on r.id = c.record_id
    where r.source = ${source} and r.external_id = any(${rows.map((row) => row.externalId)}::text[])`.execute(
    ctx.database,
  );
  return found.rows;
}
