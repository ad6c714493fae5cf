import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, type Locale, type PersonActor, transact } from '../../platform/context.ts';
import { tokenHash } from '../../platform/mail/token.ts';
import { Refusal } from '../../platform/refusal.ts';
import { takeLink } from './link.ts';

/** Minutes without a page, and minutes in all, after which somebody is out again. */
const [idle, longest] = [60, 12 * 60];
/** How long after a link somebody counts as proved just now, in minutes. */
export const freshMinutes = 10;

/** The token of a session is for the cookie alone; the database keeps its hash. */
export interface Session {
  token: string;
  seconds: number;
}

/**
 * Into one's own data by the link from a mail. Always a new session; the one the browser had before ends, so that
 * nobody can lay a session ready for somebody else.
 * @throws Refusal `forbidden.link` for whatever does not work (any more), always the same
 */
export async function enter(ctx: Context, token: string, former?: string): Promise<Session> {
  return transact(ctx, 'legal', async (ctx) => {
    const link = await takeLink(ctx, token);
    if (!link) throw new Refusal('forbidden.link');
    if (former) await endSession(ctx, former);
    if (link.locale) await keepLocale(ctx, link.personId, link.locale);
    const session = randomBytes(32).toString('base64url');
    const now = ctx.clock.now();
    await sql`
      insert into person_session (token_hash, person_id, made_at, proved_at, seen_at, expires_at)
      values (${tokenHash(session)}, ${link.personId}, ${asDate(now)}, ${asDate(now)}, ${asDate(now)},
        ${asDate(now.add({ minutes: longest }))})`.execute(ctx.database);
    return { token: session, seconds: longest * 60 };
  });
}

/** Who is in, and the language they last used here; null when we never knew. */
export interface Entered {
  actor: PersonActor;
  locale: Locale | null;
}

/** Who is in, by the cookie. Strength 4 right after a link, 3 later. `chosen`: the language they chose here, if any. */
export async function findSession(
  ctx: Context,
  token: string,
  chosen?: Locale,
): Promise<Entered | undefined> {
  return transact(ctx, 'legal', async (ctx) => {
    const now = ctx.clock.now();
    const found = await sql<{ personId: string; provedAt: Date; locale: Locale | null }>`
      update person_session s set seen_at = ${asDate(now)} from person p
      where p.id = s.person_id and s.token_hash = ${tokenHash(token)} and s.expires_at > ${asDate(now)}
        and s.seen_at > ${asDate(now.subtract({ minutes: idle }))}
      returning s.person_id as "personId", s.proved_at as "provedAt", p.locale`.execute(ctx.database);
    const row = found.rows[0];
    if (!row) return undefined;
    const fresh = row.provedAt >= asDate(now.subtract({ minutes: freshMinutes }));
    if (chosen && chosen !== row.locale) await keepLocale(ctx, row.personId, chosen);
    return {
      actor: { kind: 'person', personId: row.personId, strength: fresh ? 4 : 3 },
      locale: chosen ?? row.locale,
    };
  });
}

/** The language in which somebody last looked at their own data, for the mail that we write to them. */
async function keepLocale(ctx: Context, personId: string, locale: Locale): Promise<void> {
  await sql`update person set locale = ${locale} where id = ${personId} and locale is distinct from ${locale}`.execute(
    ctx.database,
  );
}

/** Out again: this session, or all of this person's. */
export async function leave(ctx: Context, token: string, { everywhere = false } = {}): Promise<void> {
  await transact(ctx, 'legal', async (ctx) => {
    if (everywhere) {
      await sql`delete from person_session where person_id = (
        select person_id from person_session where token_hash = ${tokenHash(token)})`.execute(ctx.database);
    }
    await endSession(ctx, token);
  });
}

async function endSession(ctx: Context, token: string): Promise<void> {
  await sql`delete from person_session where token_hash = ${tokenHash(token)}`.execute(ctx.database);
}

/** Nightly: links and sessions that work no longer, and what was typed and never answered. */
export async function forgetEntrances(ctx: Context): Promise<void> {
  await transact(ctx, 'security', async (ctx) => {
    const yesterday = asDate(ctx.clock.now().subtract({ hours: 24 }));
    await sql`delete from person_session where expires_at < ${yesterday}`.execute(ctx.database);
    await sql`delete from person_link where expires_at < ${yesterday}`.execute(ctx.database);
    await sql`delete from link_request where made_at < ${yesterday}`.execute(ctx.database);
  });
}
