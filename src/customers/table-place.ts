import { sql } from 'kysely';
import { rowsPlace } from '../platform/making-places.ts';
import type { Place } from '../platform/personal-place.ts';

interface TablePlace {
  table: string;
  /** Columns that hold the person; both of a pair. */
  by?: readonly string[];
  order?: number;
  /** Numbers inside, other persons and colleagues: not the person's own data. */
  without?: readonly string[];
}

const inside = ['id', 'person_id', 'public_id'];

/** A table of which whole rows are about one person: they are found as they stand, and go when the person does. */
export function tablePlace({ table, by = ['person_id'], order = 60, without = [] }: TablePlace): Place {
  const whose = (personId: string) =>
    sql.join(
      by.map((column) => sql`${sql.ref(column)} = ${personId}::bigint`),
      sql` or `,
    );
  return rowsPlace({
    name: table,
    order,
    whose,
    shown: sql`to_jsonb(${sql.table(table)}) - ${[...inside, ...without]}::text[]`,
  });
}
