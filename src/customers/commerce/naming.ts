import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { allows } from '../../privacy/predicate.ts';
import { mentionValue } from '../identifying/mentioning.ts';
import type { DeliveryState, InvoiceState, OrderState } from './order.ts';

/** An order, invoice or delivery as short as a number in a text can be explained. */
export interface NamedPiece {
  kind: 'order' | 'invoice' | 'delivery';
  publicId: string;
  number: string;
  state: OrderState | InvoiceState | DeliveryState;
  /** A date, 2026-11-24: ordered on, issued on, or promised for. */
  day: string | null;
  totalMinor: number | null;
  currency: string | null;
}

/**
 * Which of these numbers are an order, invoice or delivery of these persons themselves: naming a number that is somebody
 * else's shows nothing of it. For service only, as `commerceOf`. One statement.
 */
export async function piecesNumbered(
  ctx: Context,
  personIds: readonly string[],
  numbers: readonly string[],
): Promise<NamedPiece[]> {
  if (ctx.purpose !== 'service' || numbers.length === 0) return [];
  const mine = sql`t.person_id = any(${personIds}::bigint[]) and upper(t.number) = any(${numbers.map(mentionValue)}::text[])
    and ${allows(sql`t.person_id`, 'service', ['commerce'])}`;
  const found = await sql<NamedPiece>`
    select 'order' as kind, t.public_id as "publicId", t.number, t.state, t.ordered_at::date::text as day,
      t.total_minor::float8 as "totalMinor", t.currency from customer_order t where ${mine}
    union all select 'invoice', t.public_id, t.number, t.state, t.issued_on::text, t.total_minor::float8, t.currency
      from invoice t where ${mine}
    union all select 'delivery', t.public_id, t.number, t.state, t.promised_on::text, null, null
      from delivery t where ${mine}
    order by day desc nulls last, number limit 20`.execute(ctx.database);
  return found.rows;
}
