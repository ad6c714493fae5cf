import { sql } from 'kysely';
import type { Place } from '../../platform/personal-place.ts';
import { tablePlace } from '../table-place.ts';

/** Lines hang on their order. */
const linePlace: Place = {
  name: 'order_line',
  columns: ['order_line.*'],
  mode: { kind: 'delete' },
  order: 59,
  find: async (ctx, personId) => {
    const found = await sql<{ row: unknown }>`
      select json_build_object('order', o.number, 'what', l.what, 'quantity', l.quantity, 'totalMinor', l.total_minor) as row
      from order_line l join customer_order o on o.id = l.order_id where o.person_id = ${personId}::bigint`.execute(
      ctx.database,
    );
    return found.rows.map(({ row }) => row);
  },
  erase: async (ctx, personId) => {
    const gone = await sql`delete from order_line l using customer_order o
      where o.id = l.order_id and o.person_id = ${personId}::bigint`.execute(ctx.database);
    return Number(gone.numAffectedRows ?? 0);
  },
};

/** What somebody bought, and what we promised. Copies: the system of record keeps what the law asks for. */
export const places: readonly Place[] = [
  linePlace,
  tablePlace({ table: 'customer_order' }),
  tablePlace({ table: 'invoice' }),
  tablePlace({ table: 'delivery' }),
  tablePlace({ table: 'promise', without: ['made_by', 'settled_by'] }),
];
