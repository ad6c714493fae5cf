import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { identityProven } from '../events.ts';
import { identityKey } from '../recognising.ts';
import { mailAddress } from './address.ts';
import { mergeProven, suggest } from './suggesting.ts';

/**
 * Somebody on a network that knows no addresses proved one, by a link that was mailed there. Their identity holds it
 * from now on; and who else proved the same address is the same person. Nothing for an identity that is not there.
 */
export async function proveAddress(
  ctx: Context,
  { network, externalId }: { network: string; externalId: string },
  given: string,
): Promise<void> {
  const address = mailAddress(given);
  if (!address) return;
  await transact(ctx, 'service', async (ctx) => {
    const found = await sql<{ id: string; personId: string }>`
      update identity set address_kind = 'mail', address = ${address}, proof = 'verified'
      where network = ${network} and external_id = ${identityKey({ externalId, unnamedKey: '' })}
      returning id, person_id as "personId"`.execute(ctx.database);
    const [identity] = found.rows;
    if (!identity) return;
    await sql`
      insert into identity_proof (identity_id, person_id, proof, evidence, at)
      values (${identity.id}, ${identity.personId}, 'verified', 'link-by-mail', ${asDate(ctx.clock.now())})`.execute(
      ctx.database,
    );
    await ctx.emit([identityProven(identity.personId, { identityId: identity.id, proof: 'verified' })]);
    await suggest(ctx, [identity.personId]);
    await mergeProven(ctx);
  });
}
