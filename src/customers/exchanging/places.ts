import { sql } from 'kysely';
import type { Place } from '../../platform/personal-place.ts';
import { tablePlace } from '../table-place.ts';
import { buryRecords } from './erased.ts';

const mine = (personId: string) => sql`r.outcome <> 'rejected' and r.reference in (
  select external_id from customer_record where person_id = ${personId}::bigint
  union select external_id from customer_order where person_id = ${personId}::bigint
  union select external_id from invoice where person_id = ${personId}::bigint
  union select external_id from delivery where person_id = ${personId}::bigint)`;

/** What a try of a file would change; known by the number of the customer, so before the records go. */
const rowPlace: Place = {
  name: 'exchange_row',
  columns: ['exchange_row.*'],
  mode: { kind: 'delete' },
  order: 40,
  find: async (ctx, personId) => {
    const found = await sql<{ row: unknown }>`
      select json_build_object('reference', r.reference, 'changes', r.changes) as row from exchange_row r
      where ${mine(personId)}`.execute(ctx.database);
    return found.rows.map(({ row }) => row);
  },
  erase: async (ctx, personId) => {
    const gone = await sql`delete from exchange_row r where ${mine(personId)}`.execute(ctx.database);
    return Number(gone.numAffectedRows ?? 0);
  },
};

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
