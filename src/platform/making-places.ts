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
  /** The table with these rows; left out: the name of the place. */
  table?: string;
  /** Left out: all columns of the table. */
  columns?: readonly string[];
  /** The condition that a row is about the person; by default its `person_id`. */
  whose?: (personId: string) => RawBuilder<unknown>;
  /** What the person may read of a row, as JSON: `json_build_object('text', text)`. */
  shown: RawBuilder<unknown>;
  /** What else `shown` and `by` look at: `join message m on m.id = draft.message_id`. */
  beside?: RawBuilder<unknown>;
  /** By what they are read in order. */
  by?: RawBuilder<unknown>;
}

/** A table of which whole rows are about one person: each is shown as `shown` says, and goes when the person does. */
export function rowsPlace({
  name,
  table = name,
  columns,
  whose,
  shown,
  beside,
  by,
  order,
  file,
}: Rows): Place {
  const rows = sql.table(table);
  // With its table, because what stands beside it may be of a person as well.
  const theirs = whose ?? ((personId: string) => sql`${sql.ref(`${table}.person_id`)} = ${personId}::bigint`);
  return {
    name,
    columns: columns ?? [`${table}.*`],
    mode: { kind: 'delete' },
    ...(order !== undefined && { order }),
    ...(file !== undefined && { file }),
    find: (ctx, personId) =>
      foundRows(
        ctx,
        sql`select ${shown} as row from ${rows} ${beside ?? sql``} where ${theirs(personId)}
          ${by ? sql`order by ${by}` : sql``}`,
      ),
    erase: async (ctx, personId) => {
      const gone = await sql`delete from ${rows} where ${theirs(personId)}`.execute(ctx.database);
      return Number(gone.numAffectedRows ?? 0);
    },
    verify: (ctx, personId) => countRows(ctx, sql`${rows} where ${theirs(personId)}`),
  };
}

/** What a query with one column `row` gives, for a place that looks further than its own table. */
export async function foundRows(ctx: Context, query: RawBuilder<unknown>): Promise<unknown[]> {
  const found = await sql<{ row: unknown }>`${query}`.execute(ctx.database);
  return found.rows.map(({ row }) => row);
}

/** How many rows stand in `rows`: a table, with a condition behind it. */
export async function countRows(ctx: Context, rows: RawBuilder<unknown>): Promise<number> {
  const { rows: counted } = await sql<{ n: number }>`select count(*)::int as n from ${rows}`.execute(
    ctx.database,
  );
  return counted[0]?.n ?? 0;
}
