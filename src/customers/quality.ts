import { sql } from 'kysely';
import { asDate } from '../platform/clock.ts';
import { type Context, transact } from '../platform/context.ts';
import { recordListUse } from '../privacy/ledger.ts';
import { allows } from '../privacy/predicate.ts';
import {
  type DataQuality,
  freshAmong,
  isFresh,
  measureQuality,
  type SourceTold,
  sourcesTold,
  unreachable,
} from './measures.ts';

/** The job that counts the gate anew: over all customers that takes longer than a page may. */
export const qualityJob = 'measure-quality';

/** How many of what must be mended are shown. */
export const qualityRows = 25;

export interface Quality extends DataQuality {
  /** When it was counted. */
  at: Date;
  sources: SourceTold[];
  contactIds: string[];
}

interface Figures extends Omit<DataQuality, 'fresh'> {
  sources: { source: string; last: string }[];
}

/** Counts, and keeps what came of it for whoever looks. */
export async function refreshQuality(ctx: Context): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const { fresh: _, ...counted } = await measureQuality(ctx);
    const sources = (await sourcesTold(ctx)).map(({ source, last }) => ({
      source,
      last: last.toISOString(),
    }));
    const row = {
      at: asDate(ctx.clock.now()),
      figures: JSON.stringify({ ...counted, sources } satisfies Figures),
      contact_ids: await unreachable(ctx, qualityRows),
    };
    await ctx.database
      .insertInto('data_quality')
      .values(row)
      .onConflict((conflict) => conflict.column('single').doUpdateSet(row))
      .execute();
  });
}

/** The gate as it was last counted; counted now when it never was. How fresh the sources are is judged now. */
export async function readQuality(ctx: Context): Promise<Quality> {
  const row = await ctx.database.selectFrom('data_quality').selectAll().executeTakeFirst();
  if (!row) {
    await refreshQuality(ctx);
    return readQuality(ctx);
  }
  const { sources: told, ...counted } = row.figures as unknown as Figures;
  const sources = told.map(({ source, last }) => ({ source, last: new Date(last) }));
  return { ...counted, fresh: freshAmong(ctx, sources), at: row.at, sources, contactIds: row.contact_ids };
}

/** What to mend, with who or what it is about. */
export interface QualityRows {
  contact: { publicId: string; name: string | null }[];
  linked: { kind: 'order' | 'invoice'; number: string; source: string; customerKey: string | null }[];
  sources: { source: string; last: Date; fresh: boolean }[];
}

/** The first rows behind each check; the doubles have a page of their own. Three statements. */
export async function listQualityRows(ctx: Context, { contactIds, sources }: Quality): Promise<QualityRows> {
  return transact(ctx, 'service', async (ctx) => {
    await recordListUse(ctx, 'customers.listed');
    const contact = await sql<QualityRows['contact'][number]>`
      select p.public_id as "publicId", p.name from person p
      where p.id = any(${contactIds}::bigint[]) and ${allows(sql`p.id`, 'service')} order by p.id desc`.execute(
      ctx.database,
    );
    const linked = await sql<QualityRows['linked'][number]>`
      (select 'order' as kind, number, source, customer_key as "customerKey" from customer_order
        where person_id is null order by number limit ${qualityRows})
      union all (select 'invoice', number, source, customer_key from invoice
        where person_id is null order by number limit ${qualityRows})
      order by kind desc, number limit ${qualityRows}`.execute(ctx.database);
    return {
      contact: contact.rows,
      linked: linked.rows,
      sources: sources.map((one) => ({ ...one, fresh: isFresh(ctx, one) })),
    };
  });
}
