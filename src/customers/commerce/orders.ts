import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { allows } from '../../privacy/predicate.ts';
import type { Delivery, Invoice, Order } from './order.ts';

export interface Commerce {
  orders: Order[];
  invoices: Invoice[];
  deliveries: Delivery[];
}

const most = 50;

/**
 * What somebody bought, newest first. Only while the purpose service runs, and only for those who allow it with data of
 * this kind: for any other purpose there is nothing. Three statements.
 */
export async function commerceOf(ctx: Context, personIds: readonly string[]): Promise<Commerce> {
  if (ctx.purpose !== 'service') return { orders: [], invoices: [], deliveries: [] };
  const mine = sql`t.person_id = any(${personIds}::bigint[]) and ${allows(sql`t.person_id`, 'service', ['commerce'])}`;
  const orders = await sql<Order>`
    select t.public_id as "publicId", t.source, t.external_id as "externalId", t.number, t.state,
      t.ordered_at as "orderedAt", t.total_minor::float8 as "totalMinor", t.currency, coalesce((
        select json_agg(json_build_object('what', l.what, 'quantity', l.quantity, 'totalMinor', l.total_minor)
          order by l.position) from order_line l where l.order_id = t.id), '[]') as lines
    from customer_order t where ${mine} order by t.ordered_at desc, t.id desc limit ${most}`.execute(
    ctx.database,
  );
  const invoices = await sql<Invoice>`
    select t.public_id as "publicId", t.source, t.external_id as "externalId", t.number, t.order_key as "orderKey",
      t.state, t.issued_on::text as "issuedOn", t.due_on::text as "dueOn", t.paid_on::text as "paidOn",
      t.total_minor::float8 as "totalMinor", t.currency
    from invoice t where ${mine} order by t.issued_on desc, t.id desc limit ${most}`.execute(ctx.database);
  const deliveries = await sql<Delivery>`
    select t.public_id as "publicId", t.source, t.external_id as "externalId", t.number, t.order_key as "orderKey",
      t.carrier, t.state, t.promised_on::text as "promisedOn", t.delivered_at as "deliveredAt"
    from delivery t where ${mine} order by t.told_at desc, t.id desc limit ${most}`.execute(ctx.database);
  return { orders: orders.rows, invoices: invoices.rows, deliveries: deliveries.rows };
}
