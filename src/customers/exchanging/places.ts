import { sql } from 'kysely';
import { rowsPlace } from '../../platform/making-places.ts';
import type { Place } from '../../platform/personal-place.ts';
import { tablePlace } from '../table-place.ts';
import { buryRecords } from './erased.ts';

/** What a try of a file would change; known by the number of the customer, so before the records go. */
const rowPlace = rowsPlace({
  name: 'exchange_row',
  order: 40,
  whose: (personId) => sql`outcome <> 'rejected' and reference in (
    select external_id from customer_record where person_id = ${personId}::bigint
    union select external_id from customer_order where person_id = ${personId}::bigint
    union select external_id from invoice where person_id = ${personId}::bigint
    union select external_id from delivery where person_id = ${personId}::bigint)`,
  shown: sql`json_build_object('reference', reference, 'changes', changes)`,
});

const record = tablePlace({ table: 'customer_record', order: 70 });

/** The numbers are kept as hashes alone, to refuse whoever brings them back. */
const recordPlace: Place = {
  ...record,
  erase: async (ctx, personId) => {
    await buryRecords(ctx, personId);
    return record.erase(ctx, personId);
  },
};

/** Customers as other systems know them. */
export const places: readonly Place[] = [
  rowPlace,
  tablePlace({ table: 'contact_correction', without: ['record_id', 'made_by'] }),
  recordPlace,
];
