import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getPerson } from '../customer.ts';
import { identityProven } from '../events.ts';
import type { Proof } from '../person.ts';
import { identityKey } from '../recognising.ts';
import { addressOf } from './address.ts';
import { employeeOf } from './merging.ts';

export interface NewProof {
  proof: Exclude<Proof, 'unseen'>;
  /** What it rests on, in words that the customer may read. */
  evidence: string;
}

/**
 * Writes down why an identity is this person's. Proof never becomes weaker by a weaker one: what was verified stays so
 * when somebody also claims it.
 * @throws Refusal `not-found.identity` also for an identity of somebody else.
 */
export async function prove(
  ctx: Context,
  { id, identity }: { id: string; identity: string },
  { proof, evidence }: NewProof,
): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const { personIds } = await getPerson(ctx, id);
    const found = await sql<{ id: string; personId: string }>`
      update identity set proof = case when ${rankOf(sql`proof`)} < ${rankOf(sql`${proof}::text`)} then ${proof} else proof end
      where public_id = ${identity} and person_id = any(${personIds}::bigint[])
      returning id, person_id as "personId"`.execute(ctx.database);
    const [known] = found.rows;
    if (!known) throw new Refusal('not-found.identity', { id: identity });
    await keepProof(ctx, { ...known, proof, evidence });
  });
}

/** A colleague's word stands above a claim and below what a code or the network itself proved. */
function rankOf(proof: ReturnType<typeof sql>) {
  return sql`array_position(array['unseen', 'claimed', 'confirmed', 'verified'], ${proof})`;
}

/**
 * Somebody says that an address elsewhere is theirs as well. A new one becomes an identity of theirs, claimed; one that
 * another person writes from stays where it is, and the two are suggested for merging.
 */
export async function claim(
  ctx: Context,
  id: string,
  { network, handle, evidence }: { network: string; handle: string; evidence: string },
): Promise<'claimed' | 'elsewhere'> {
  return transact(ctx, 'service', async (ctx) => {
    const person = await getPerson(ctx, id);
    const where = { network: network.trim().toLowerCase(), handle: handle.trim() };
    const address = addressOf(where.network, where.handle);
    const key = identityKey({ externalId: address?.value ?? where.handle, unnamedKey: '' });
    const made = await sql<{ id: string; personId: string }>`
      insert into identity (person_id, network, external_id, handle, address_kind, address, proof, created_at)
      values (${person.id}, ${where.network}, ${key}, ${where.handle}, ${address?.kind ?? null},
        ${address?.value ?? null}, 'claimed', ${asDate(ctx.clock.now())})
      on conflict (network, external_id) do update set network = excluded.network
      returning id, person_id as "personId"`.execute(ctx.database);
    const [identity] = made.rows;
    if (!identity) throw new Error('an identity that was just made is not there');
    const mine = person.personIds.includes(identity.personId);
    if (mine) await keepProof(ctx, { ...identity, proof: 'claimed', evidence });
    return mine ? 'claimed' : 'elsewhere';
  });
}

async function keepProof(
  ctx: Context,
  { id, personId, proof, evidence }: { id: string; personId: string } & NewProof,
): Promise<void> {
  await sql`
    insert into identity_proof (identity_id, person_id, proof, evidence, at, by_employee)
    values (${id}, ${personId}, ${proof}, ${evidence}, ${asDate(ctx.clock.now())}, ${employeeOf(ctx)})`.execute(
    ctx.database,
  );
  await ctx.emit([identityProven(personId, { identityId: id, proof })]);
}
