import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { allows } from '../../privacy/predicate.ts';
import { togetherWith } from '../shown.ts';

/** An order, invoice or delivery that somebody waits for. */
export interface AwaitedPiece {
  publicId: string;
  kind: 'order' | 'invoice' | 'delivery';
  number: string;
  state: string;
}

const pieces = sql`(
  select 'order' as kind, public_id, number, state, person_id from customer_order
  union all select 'invoice', public_id, number, state, person_id from invoice
  union all select 'delivery', public_id, number, state, person_id from delivery)`;

/** One of somebody's own orders, invoices or deliveries, when service may look at it. Two statements. */
export async function pieceOf(
  ctx: Context,
  personId: string,
  publicId: string,
): Promise<AwaitedPiece | undefined> {
  if (ctx.purpose !== 'service') return undefined;
  const persons = await togetherWith(ctx, personId);
  const found = await sql<AwaitedPiece>`
    select t.public_id as "publicId", t.kind, t.number, t.state from ${pieces} t
    where t.public_id = ${publicId} and t.person_id = any(${persons}::bigint[])
      and ${allows(sql`t.person_id`, 'service', ['commerce'])}`.execute(ctx.database);
  return found.rows[0];
}

/** How each of these stands now, by public id; one that is gone, or that may not be used any more, is not there. */
export async function statesOf(ctx: Context, publicIds: readonly string[]): Promise<Map<string, string>> {
  if (ctx.purpose !== 'service' || publicIds.length === 0) return new Map();
  const found = await sql<{ id: string; state: string }>`
    select t.public_id as id, t.state from ${pieces} t
    where t.public_id = any(${publicIds}::text[]) and ${allows(sql`t.person_id`, 'service', ['commerce'])}`.execute(
    ctx.database,
  );
  return new Map(found.rows.map(({ id, state }) => [id, state]));
}

/** Somebody's newest orders, invoices and deliveries, when service may look at them. Two statements. */
export async function piecesOf(ctx: Context, personId: string): Promise<AwaitedPiece[]> {
  if (ctx.purpose !== 'service') return [];
  const persons = await togetherWith(ctx, personId);
  const mine = sql`person_id = any(${persons}::bigint[]) and ${allows(sql`person_id`, 'service', ['commerce'])}`;
  const newest = (kind: string, table: string, by: string) => sql`(
    select ${kind}::text as kind, public_id as "publicId", number, state, ${sql.ref(by)}::timestamptz as at
    from ${sql.table(table)} where ${mine} order by ${sql.ref(by)} desc, id desc limit 5)`;
  const found = await sql<AwaitedPiece>`
    select kind, "publicId", number, state from (
      ${newest('order', 'customer_order', 'ordered_at')} union all ${newest('delivery', 'delivery', 'told_at')}
      union all ${newest('invoice', 'invoice', 'issued_on')}) p
    order by at desc, number`.execute(ctx.database);
  return found.rows;
}
