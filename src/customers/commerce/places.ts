import { sql } from 'kysely';
import { rowsPlace } from '../../platform/making-places.ts';
import type { Place } from '../../platform/personal-place.ts';
import { tablePlace } from '../table-place.ts';

/** Lines hang on their order. */
const linePlace = rowsPlace({
  name: 'order_line',
  order: 59,
  whose: (personId) => sql`order_id in (select id from customer_order where person_id = ${personId}::bigint)`,
  shown: sql`json_build_object('order', (select number from customer_order where id = order_id), 'what', what,
    'quantity', quantity, 'totalMinor', total_minor)`,
});

/** What somebody bought, and what we promised. Copies: the system of record keeps what the law asks for. */
export const places: readonly Place[] = [
  linePlace,
  tablePlace({ table: 'customer_order' }),
  tablePlace({ table: 'invoice' }),
  tablePlace({ table: 'delivery' }),
  tablePlace({ table: 'promise', without: ['made_by', 'settled_by'] }),
];
