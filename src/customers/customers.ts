import { sql } from 'kysely';
import { type Context, transact } from '../platform/context.ts';
import { recordListUse } from '../privacy/ledger.ts';
import { allows } from '../privacy/predicate.ts';

export interface CustomerRow {
  publicId: string;
  name: string | null;
  networks: string[];
  identities: number;
  since: Date;
}

export interface CustomerPage {
  rows: CustomerRow[];
  /** Pass as `before` for the next page; absent on the last. The public id of the last row. */
  next?: string;
}

const pageSize = 25;

/** People by newest first, or those whose name or handle contains `search`. Three statements. */
export async function listCustomers(
  ctx: Context,
  { search, before }: { search?: string; before?: string },
): Promise<CustomerPage> {
  return transact(ctx, 'service', async (ctx) => {
    await recordListUse(ctx, 'customers.listed');
    const pattern = search ? `%${search.replace(/[\\%_]/g, '\\$&')}%` : null;
    const found = await sql<CustomerRow & { id: string }>`
      select p.id, p.public_id as "publicId", p.name, p.created_at as since,
        (select array_agg(distinct i.network) from identity i where i.person_id = p.id) as networks,
        (select count(*)::integer from identity i where i.person_id = p.id) as identities
      from person p
      where ${before ? sql`p.id < (select b.id from person b where b.public_id = ${before})` : sql`true`}
        and ${allows(sql`p.id`, 'service')}
        and ${
          pattern
            ? sql`(p.name ilike ${pattern} or exists (
                select from identity i where i.person_id = p.id and i.handle ilike ${pattern}))`
            : sql`true`
        }
      order by p.id desc limit ${pageSize + 1}`.execute(ctx.database);
    const rows = found.rows.slice(0, pageSize);
    const last = rows.at(-1);
    const more = found.rows.length > pageSize && last;
    return { rows, ...(more ? { next: last.publicId } : {}) };
  });
}
