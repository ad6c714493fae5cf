import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import type { RowOutcome } from './bringing.ts';
import type { ExchangeKind } from './kind.ts';
import { ownFields, tableOf } from './known.ts';
import type { ReadRow } from './row.ts';
import { welcome } from './welcoming.ts';

export interface Storing {
  kind: ExchangeKind;
  source: string;
  rows: readonly ReadRow[];
  outcomes: readonly RowOutcome[];
}

const prefixes: Readonly<Record<ExchangeKind, string>> = {
  customers: 'cr',
  orders: 'or',
  invoices: 'iv',
  deliveries: 'dl',
};

/** Columns of which a new row must have something, where the file says nothing. */
const standard: Readonly<Record<string, ReturnType<typeof sql>>> = {
  number: sql`t.external_id`,
  currency: sql`'EUR'`,
};
const firstState: Readonly<Partial<Record<ExchangeKind, string>>> = {
  orders: 'placed',
  invoices: 'open',
  deliveries: 'planned',
};

/** Writes what is new or changed, and notes that the source told about all of it. */
export async function store(ctx: Context, storing: Storing): Promise<void> {
  const { kind } = storing;
  if (kind === 'customers') return welcome(ctx, storing);
  await upsert(ctx, storing);
  if (kind === 'orders') await storeLines(ctx, storing);
}

/** Where several rows are of one order, the last of the file says what holds, as it would in a later file. */
async function upsert(ctx: Context, { kind, source, rows }: Storing): Promise<void> {
  const at = ctx.clock.now();
  const mapped = new Set(rows.flatMap(({ values }) => Object.keys(values)));
  const fields = ownFields(kind).filter(({ name }) => mapped.has(name) && name !== 'id');
  const columns = fields.map(({ column }) => column);
  const json = rows.map((row, place) => ({
    external_id: row.externalId,
    row_place: place,
    public_id: publicId(prefixes[kind], at.epochMilliseconds),
    ...Object.fromEntries(fields.map(({ name, column }) => [column, row.values[name] ?? null])),
  }));
  const typed = fields.map(({ column, type }) => {
    const sqlType =
      type === 'moment' ? 'timestamptz' : type === 'day' ? 'date' : type === 'money' ? 'bigint' : 'text';
    return sql`${sql.ref(column)} ${sql.raw(sqlType)}`;
  });
  const extra = missing(kind, columns);
  const insertColumns = [...columns, ...extra.map(([column]) => column)].map((column) => sql.ref(column));
  const values = [
    ...columns.map((column) => sql`coalesce(t.${sql.ref(column)}, ${fallback(kind, column)})`),
    ...extra.map(([, value]) => value),
  ];
  const told = kind === 'deliveries' ? sql`, told_at` : sql``;
  await sql`
    insert into ${sql.table(tableOf[kind])} (public_id, source, external_id, person_id, refreshed_at${told},
      ${sql.join(insertColumns)})
    select distinct on (t.external_id) t.public_id, ${source}, t.external_id, r.person_id, ${asDate(at)}
      ${kind === 'deliveries' ? sql`, ${asDate(at)}` : sql``}, ${sql.join(values)}
    from jsonb_to_recordset(${JSON.stringify(json)}::jsonb) as t (external_id text, row_place integer,
      public_id text, ${sql.join(typed)})
    left join customer_record r on r.source = ${source} and r.external_id = t.customer_key
    order by t.external_id, t.row_place desc
    on conflict (source, external_id) do update set refreshed_at = excluded.refreshed_at,
      person_id = coalesce(excluded.person_id, ${sql.table(tableOf[kind])}.person_id),
      ${sql.join(columns.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`))}`.execute(
    ctx.database,
  );
}

function fallback(kind: ExchangeKind, column: string) {
  if (column === 'state') return sql.lit(firstState[kind] ?? null);
  return standard[column] ?? sql`null`;
}

function missing(kind: ExchangeKind, columns: readonly string[]): [string, ReturnType<typeof sql>][] {
  const needed = ['number', 'state', ...(kind === 'deliveries' ? [] : ['currency'])];
  return needed
    .filter((column) => !columns.includes(column))
    .map((column) => [column, sql`${fallback(kind, column)}`]);
}

async function storeLines(ctx: Context, { source, rows }: Storing): Promise<void> {
  const lines = rows.filter(({ values }) => values.what);
  if (lines.length === 0) return;
  await sql`
    insert into order_line (order_id, position, what, quantity, total_minor)
    select o.id, t.position, t.what, t.quantity, t.total
    from unnest(${lines.map((row) => row.externalId)}::text[], ${lines.map((row) => row.values.line ?? '1')}::integer[],
      ${lines.map((row) => row.values.what)}::text[], ${lines.map((row) => row.values.quantity ?? '1')}::numeric[],
      ${lines.map((row) => row.values.lineTotal ?? null)}::bigint[]) as t (external_id, position, what, quantity, total)
    join customer_order o on o.source = ${source} and o.external_id = t.external_id
    on conflict (order_id, position) do update set what = excluded.what, quantity = excluded.quantity,
      total_minor = excluded.total_minor`.execute(ctx.database);
}
