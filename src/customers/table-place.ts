import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';
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
      by.map((column) => sql`t.${sql.ref(column)} = ${personId}::bigint`),
      sql` or `,
    );
  return {
    name: table,
    columns: [`${table}.*`],
    mode: { kind: 'delete' },
    order,
    find: async (ctx: Context, personId: string) => {
      const found = await sql<{ row: unknown }>`
        select to_jsonb(t) - ${[...inside, ...without]}::text[] as row from ${sql.table(table)} t
        where ${whose(personId)}`.execute(ctx.database);
      return found.rows.map(({ row }) => row);
    },
    erase: async (ctx: Context, personId: string) => {
      const gone = await sql`delete from ${sql.table(table)} t where ${whose(personId)}`.execute(
        ctx.database,
      );
      return Number(gone.numAffectedRows ?? 0);
    },
  };
}
