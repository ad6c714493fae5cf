import { type RawBuilder, sql } from 'kysely';
import { type Context, transact } from '../platform/context.ts';
import { recordListUse } from '../privacy/ledger.ts';
import { allows } from '../privacy/predicate.ts';
import type { Relation } from './person.ts';
import { shownAs, standsAlone } from './shown.ts';

export interface CustomerRow {
  publicId: string;
  name: string | null;
  relation: Relation;
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

interface Asked {
  search?: string;
  before?: string;
  limit?: number;
}

/**
 * People by newest first, or those whose name, account, customer number, order or invoice is searched for. Whoever was
 * merged stands there once. Two statements.
 */
export async function listCustomers(
  ctx: Context,
  { search, before, limit = pageSize }: Asked,
): Promise<CustomerPage> {
  return transact(ctx, 'service', async (ctx) => {
    await recordListUse(ctx, 'customers.listed');
    const found = await sql<CustomerRow>`
      select p.public_id as "publicId", p.name, p.relation, p.created_at as since, i.networks, i.identities
      from (
        select * from person p
        where ${before ? sql`p.id < (select b.id from person b where b.public_id = ${before})` : sql`true`}
          and ${allows(sql`p.id`, 'service')}
          and ${search ? sql`p.id in (${shownMatching(search)})` : standsAlone(sql`p.id`)}
        order by p.id desc limit ${limit + 1}) p
      cross join lateral (
        select coalesce(array_agg(distinct i.network), '{}') as networks, count(*)::integer as identities from identity i
        where i.person_id = any(array(select p.id union select s.person_id from person_shown s where s.shown_id = p.id))
        ) i
      order by p.id desc`.execute(ctx.database);
    const rows = found.rows.slice(0, limit);
    const last = rows.at(-1);
    const more = found.rows.length > limit && last;
    return { rows, ...(more ? { next: last.publicId } : {}) };
  });
}

/** Persons, as shown, that a search means: by name, account, customer number, order, invoice or delivery. */
function shownMatching(search: string): RawBuilder<unknown> {
  return sql`select ${shownAs(sql`hit.id`)} from persons_called(${search}) as hit (id)`;
}
