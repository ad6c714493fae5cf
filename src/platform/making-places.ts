import { type RawBuilder, sql } from 'kysely';
import type { Context } from './context.ts';
import type { Place } from './personal-place.ts';

/** A place that stays: nothing of the person is found here, so nothing is erased. */
export function keptPlace({
  name,
  columns,
  reason,
  until,
}: Pick<Place, 'name' | 'columns'> & { reason: string; until: string }): Place {
  const nothing = async () => 0;
  return {
    name,
    columns,
    mode: { kind: 'keep', reason, until },
    find: async () => [],
    erase: nothing,
    verify: nothing,
  };
}

interface Rows extends Pick<Place, 'name' | 'order' | 'file'> {
  /** Left out: all columns of the table with the name of the place. */
  columns?: readonly string[];
  /** The condition that a row is about the person; by default its `person_id`. */
  whose?: (personId: string) => RawBuilder<unknown>;
  /** What the person may read of a row, as JSON: `json_build_object('text', text)`. */
  shown: RawBuilder<unknown>;
  /** By what they are read in order. */
  by?: RawBuilder<unknown>;
}

/** A table of which whole rows are about one person: each is shown as `shown` says, and goes when the person does. */
export function rowsPlace({ name, columns, whose = ownRows, shown, by, order, file }: Rows): Place {
  const table = sql.table(name);
  return {
    name,
    columns: columns ?? [`${name}.*`],
    mode: { kind: 'delete' },
    ...(order !== undefined && { order }),
    ...(file !== undefined && { file }),
    find: (ctx, personId) =>
      foundRows(
        ctx,
        sql`select ${shown} as row from ${table} where ${whose(personId)} ${by ? sql`order by ${by}` : sql``}`,
      ),
    erase: async (ctx, personId) => {
      const gone = await sql`delete from ${table} where ${whose(personId)}`.execute(ctx.database);
      return Number(gone.numAffectedRows ?? 0);
    },
  };
}

/** What a query with one column `row` gives, for a place that looks further than its own table. */
export async function foundRows(ctx: Context, query: RawBuilder<unknown>): Promise<unknown[]> {
  const found = await sql<{ row: unknown }>`${query}`.execute(ctx.database);
  return found.rows.map(({ row }) => row);
}

function ownRows(personId: string): RawBuilder<unknown> {
  return sql`person_id = ${personId}::bigint`;
}
