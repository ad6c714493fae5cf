import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context, Locale } from '../../platform/context.ts';
import { newToken, tokenHash } from '../../platform/mail/token.ts';
import type { Purpose } from '../../privacy/purpose.ts';

/** How long a link to one's own data works, in minutes. */
export const linkMinutes = 15;
/** Whoever reads an old mail must still be able to stop: two years, in hours. */
const stopHours = 2 * 365 * 24;

export type NewLink =
  | { kind: 'sign-in'; personId: string; address: string; locale?: Locale }
  | { kind: 'stop'; personId: string; stops: Purpose };

const paths = { 'sign-in': '/mine/enter', stop: '/mine/stop' } as const;

/**
 * Makes a link that is bound to one person and one thing. `url` begins with the configured address, never with that of
 * a request, and holds a mark for the token: only the mail that leaves carries the token itself.
 */
export async function makeLink(ctx: Context, link: NewLink): Promise<{ url: string }> {
  const { mark, hash } = newToken(ctx.outside);
  const now = ctx.clock.now();
  const ends = link.kind === 'stop' ? now.add({ hours: stopHours }) : now.add({ minutes: linkMinutes });
  await sql`
    insert into person_link (token_hash, kind, person_id, address, stops, locale, made_at, expires_at)
    values (${hash}, ${link.kind}, ${link.personId}, ${link.kind === 'stop' ? null : link.address},
      ${link.kind === 'stop' ? link.stops : null}, ${link.kind === 'stop' ? null : (link.locale ?? null)},
      ${asDate(now)}, ${asDate(ends)})`.execute(ctx.database);
  return { url: `${ctx.outside.baseUrl}${paths[link.kind]}?token=${mark}` };
}

export interface UsedLink {
  personId: string;
  address: string | null;
  /** The language in which it was asked. */
  locale: Locale | null;
}

/** Takes a link that works once; nothing for one that is unknown, used, too old, or for something else. */
export async function takeLink(ctx: Context, token: string): Promise<UsedLink | undefined> {
  const now = asDate(ctx.clock.now());
  const found = await sql<UsedLink>`
    update person_link set used_at = ${now}
    where token_hash = ${tokenHash(token)} and kind = 'sign-in' and used_at is null and expires_at > ${now}
    returning person_id as "personId", address, locale`.execute(ctx.database);
  return found.rows[0];
}

/** Whom a link that stops is for, and what it stops. It may be pressed twice. */
export async function findStop(
  ctx: Context,
  token: string,
): Promise<{ personId: string; purpose: Purpose } | undefined> {
  const found = await sql<{ personId: string; purpose: Purpose }>`
    select person_id as "personId", stops as purpose from person_link
    where token_hash = ${tokenHash(token)} and kind = 'stop' and expires_at > ${asDate(ctx.clock.now())}`.execute(
    ctx.database,
  );
  return found.rows[0];
}
