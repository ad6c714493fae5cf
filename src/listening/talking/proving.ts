import { sql } from 'kysely';
import { proveAddress } from '../../customers/identifying/proving-address.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { isAddress } from '../../platform/mail/address.ts';
import { sendMail } from '../../platform/mail/mail.ts';
import { newToken, tokenHash } from '../../platform/mail/token.ts';
import { Refusal } from '../../platform/refusal.ts';
import { words } from '../../platform/words.ts';
import type { Guest } from './guest.ts';

/** How long the link in the mail works, in minutes. */
export const proofMinutes = 30;

/**
 * Mails a link to an address that a guest says is theirs. Whoever has the mail proves it; nobody is told whether we
 * know the address. `link`: the page of the link, up to its token.
 * @throws Refusal `invalid.mail-address`, `conflict.address-proven`
 */
export async function askForProof(
  ctx: Context,
  guest: Guest,
  { given, link, organisation }: { given: string; link: string; organisation: string },
): Promise<void> {
  const address = given.trim().toLowerCase();
  if (!isAddress(address)) throw new Refusal('invalid.mail-address');
  if (isOther(guest.address, address)) throw new Refusal('conflict.address-proven');
  const { mark, hash } = newToken(ctx.outside);
  const until = ctx.clock.now().add({ minutes: proofMinutes });
  const { proof } = words(guest.locale).talking;
  await transact(ctx, 'service', async (ctx) => {
    await sql`
      update site_guest set asked_address = ${address}, proof_hash = ${hash}, proof_until = ${asDate(until)}
      where id = ${guest.id}`.execute(ctx.database);
    await sendMail(ctx, {
      ...{ to: address, kind: 'proof', personId: null, locale: guest.locale, expiresAt: until },
      ...{
        subject: proof.subject(organisation),
        text: proof.text(organisation, `${link}${mark}`, proofMinutes),
      },
    });
  });
}

interface Asked {
  id: string;
  publicId: string;
  connectionId: string;
  address: string;
  proven: string | null;
}

/** Whoever proved one address is that person: their lines must not go over to another. */
const isOther = (proven: string | null, given: string) => proven !== null && proven !== given;

/** What the link in a mail would prove; undefined for one that does not work (any more). */
export async function proofBehind(ctx: Context, token: string): Promise<{ address: string } | undefined> {
  return transact(ctx, 'service', async (ctx) => {
    const asked = await findAsked(ctx, token);
    return asked && !isOther(asked.proven, asked.address) ? { address: asked.address } : undefined;
  });
}

async function findAsked(ctx: Context, token: string): Promise<Asked | undefined> {
  const found = await sql<Asked>`
    select id, public_id as "publicId", connection_id as "connectionId", asked_address as address, address as proven
    from site_guest
    where proof_hash = ${tokenHash(token)} and proof_until > ${asDate(ctx.clock.now())} for update`.execute(
    ctx.database,
  );
  return found.rows[0];
}

/**
 * The address is proved: from now on this guest is whoever holds it, and what they wrote belongs to that person.
 * @throws Refusal `not-found.proof`, `conflict.address-proven`
 */
export async function takeProof(ctx: Context, token: string): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const asked = await findAsked(ctx, token);
    if (!asked) throw new Refusal('not-found.proof');
    if (isOther(asked.proven, asked.address)) throw new Refusal('conflict.address-proven');
    await sql`
      update site_guest set address = asked_address, proven_at = ${asDate(ctx.clock.now())}, proof_hash = null,
        proof_until = null where id = ${asked.id}`.execute(ctx.database);
    await proveAddress(ctx, { network: 'site', externalId: asked.publicId }, asked.address);
    ctx.told();
  });
}
