import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Field } from './field.ts';
import { type ExchangeKind, fieldsOf } from './kind.ts';

export const tableOf: Readonly<Record<ExchangeKind, string>> = {
  customers: 'customer_record',
  orders: 'customer_order',
  invoices: 'invoice',
  deliveries: 'delivery',
};

const ofLine = new Set(['line', 'what', 'quantity', 'lineTotal']);

/** Fields that stand in the table of the kind itself, and those of an order's line. */
export function ownFields(kind: ExchangeKind): Field[] {
  return fieldsOf[kind].filter(({ name }) => !ofLine.has(name));
}

export type Known = Readonly<Record<string, string | null>>;

/** A column in the spelling in which rows are read, so that both compare as text. */
function spelled({ column, type, name }: Field): RawBuilder<unknown> {
  const value = sql.ref(`t.${column}`);
  const text =
    type === 'moment'
      ? sql`to_char(${value} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
      : sql`${value}::text`;
  return sql`${sql.lit(name)}::text, ${text}`;
}

/** What is known of these numbers, by key (see `keyOf`). */
export async function knownOf(
  ctx: Context,
  kind: ExchangeKind,
  { source, externalIds }: { source: string; externalIds: readonly string[] },
): Promise<Map<string, Known>> {
  const own = sql.join(ownFields(kind).map(spelled));
  const which = sql`t.source = ${source} and t.external_id = any(${externalIds}::text[])`;
  const found = await sql<{ id: string; line: string | null; known: Known }>`
    select t.external_id as id, ${kind === 'orders' ? sql`l.position::text` : sql`null`} as line,
      json_build_object(${own}) ${kind === 'orders' ? sql`::jsonb || ${lineKnown}` : sql``} as known
    from ${sql.table(tableOf[kind])} t
    ${kind === 'orders' ? sql`left join order_line l on l.order_id = t.id` : sql``} where ${which}`.execute(
    ctx.database,
  );
  return new Map(found.rows.map(({ id, line, known }) => [keyOf(id, line), known]));
}

const lineKnown = sql`jsonb_build_object('line', l.position::text, 'what', l.what,
  'quantity', trim_scale(l.quantity)::text, 'lineTotal', l.total_minor::text)`;

/** An order has a row per line. */
export function keyOf(externalId: string, line: string | null): string {
  return line === null ? externalId : `${externalId}\n${line}`;
}
