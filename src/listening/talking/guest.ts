import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, type Locale, transact } from '../../platform/context.ts';
import { tokenHash } from '../../platform/mail/token.ts';
import { publicId } from '../../platform/public-id.ts';

/** Somebody who talks with us on the organisation's own site. */
export interface Guest {
  readonly id: string;
  /** What the channel calls them. */
  readonly publicId: string;
  readonly connectionId: string;
  readonly name: string | null;
  readonly locale: Locale;
  /** The mail address that they proved to be theirs. */
  readonly address: string | null;
  /** The one that they gave last and did not prove yet. */
  readonly askedAddress: string | null;
}

const columns = sql`id, public_id as "publicId", connection_id as "connectionId", name, locale, address,
  asked_address as "askedAddress"`;

/** As the database can hold it: programs send what no keyboard types. */
export function cleanText(given: string): string {
  return given.replaceAll('\0', '').toWellFormed().trim();
}

/**
 * A new guest, and the token that only they have: whoever has it is them. A browser may bring one that it made itself:
 * when the answer to its first line is lost, the second try is the same guest.
 */
export async function welcome(
  ctx: Context,
  connectionId: string,
  { name: given, locale, token: brought }: { name: string | null; locale: Locale; token: string | null },
): Promise<{ guest: Guest; token: string }> {
  const token = brought ?? randomBytes(32).toString('base64url');
  const name = cleanText(given ?? '') || null;
  const now = ctx.clock.now();
  const made = await transact(ctx, 'service', ({ database }) =>
    sql<Guest>`
      insert into site_guest (public_id, connection_id, token_hash, name, locale, made_at, seen_at)
      values (${publicId('gu', now.epochMilliseconds)}, ${connectionId}, ${tokenHash(token)}, ${name}, ${locale},
        ${asDate(now)}, ${asDate(now)}) on conflict (token_hash) do nothing returning ${columns}`.execute(
      database,
    ),
  );
  // Two tries at once: the other one made it. One of another account is not known here, and gets its own.
  const guest = made.rows[0] ?? (await findGuest(ctx, connectionId, token));
  if (guest) return { guest, token };
  if (brought === null) throw new Error('a guest that was just made is not there');
  return welcome(ctx, connectionId, { name, locale, token: null });
}

/** Whose token this is, on this account and no other; undefined when it is nobody's. */
export async function findGuest(
  ctx: Context,
  connectionId: string,
  token: string,
): Promise<Guest | undefined> {
  const found = await transact(ctx, 'service', ({ database }) =>
    sql<Guest>`
      update site_guest set seen_at = ${asDate(ctx.clock.now())}
      where token_hash = ${tokenHash(token)} and connection_id = ${connectionId} returning ${columns}`.execute(
      database,
    ),
  );
  return found.rows[0];
}

export async function nameGuest(ctx: Context, guest: Guest, name: string): Promise<void> {
  await transact(ctx, 'service', ({ database }) =>
    sql`update site_guest set name = ${name} where id = ${guest.id}`.execute(database),
  );
}

/** How long a guest finds their lines again after they were here last. */
export const rememberedDays = 90;

/** Guests who were not here for long, with what they saw; what was said stays in the conversation. */
export async function forgetGuests(ctx: Context): Promise<void> {
  const before = asDate(ctx.clock.now().subtract({ hours: rememberedDays * 24 }));
  await transact(ctx, 'service', ({ database }) =>
    sql`delete from site_guest where seen_at < ${before}`.execute(database),
  );
}
