import { sql } from 'kysely';
import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { hashOf, type Offer, offerIn, shippedOffer } from './offer/offer.ts';
import type { Purpose } from './purpose.ts';

/** One published version of the offer. It never changes. */
export interface Contract {
  id: string;
  version: number;
  audience: string;
  publishedAt: Date;
  textHash: string;
  body: Offer;
  /** The purposes for which everybody was asked anew with this version. */
  material: Purpose[];
  note: string | null;
  /** null: it came with Polder, nobody here wrote it. */
  publishedBy: string | null;
  confirmedBy: string | null;
}

/**
 * Publishes the offer that Polder comes with, made from the registry of purposes. Later it adds purposes that are new in
 * this version of Polder, as long as the organisation wrote no offer of its own: then somebody here has to say so.
 */
export async function publishFirst(ctx: Context): Promise<void> {
  const current = await findContract(ctx);
  const shipped = shippedOffer();
  const known = new Set(current?.body.purposes.map(({ key }) => key));
  const added = shipped.purposes.filter(({ key }) => !known.has(key));
  if (current && (current.publishedBy !== null || added.length === 0)) return;
  const body = current ? { ...current.body, purposes: [...current.body.purposes, ...added] } : shipped;
  await ctx.database
    .insertInto('contract')
    .values({
      version: (current?.version ?? 0) + 1,
      body: JSON.stringify(body),
      text_hash: hashOf(body),
      published_at: asDate(ctx.clock.now()),
    })
    .onConflict((conflict) => conflict.column('version').doNothing())
    .execute();
}

export async function getContract(ctx: Context): Promise<Contract> {
  const contract = await findContract(ctx);
  if (!contract) throw new Refusal('not-found.contract');
  return contract;
}

export async function findContract(ctx: Context, audience = 'everyone'): Promise<Contract | undefined> {
  return (await versions(ctx, audience, 1))[0];
}

/** The published versions for an audience, newest first. */
export async function versions(ctx: Context, audience = 'everyone', limit = 50): Promise<Contract[]> {
  const { rows } = await sql<Omit<Contract, 'body'> & { body: unknown }>`
    select c.id, version, audience, published_at as "publishedAt", text_hash as "textHash", body, material, note,
      p.name as "publishedBy", q.name as "confirmedBy"
    from contract c left join employee p on p.id = c.published_by left join employee q on q.id = c.confirmed_by
    where audience = ${audience} order by version desc limit ${limit}`.execute(ctx.database);
  return rows.map((row) => ({ ...row, body: offerIn(row.body) }));
}
