import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, type Locale, transact } from '../../platform/context.ts';
import { fillTokens } from '../../platform/mail/token.ts';
import { Refusal } from '../../platform/refusal.ts';
import { setPassword } from '../../platform/session.ts';
import { requiresEverywhere } from '../authority.ts';
import { lockColleague } from '../staff/colleague.ts';
import type { Invited } from '../staff/inviting.ts';
import { mailPasswordChanged, mailPasswordLink, makePasswordLink, works } from './password-link.ts';

/**
 * An administrator gives a colleague a way back in. The link goes by mail, or is given to hand over where there is no
 * mail server. @throws Refusal `conflict.not-signing-in` for somebody who was invited and never came
 */
export async function sendPasswordLink(ctx: Context, publicId: string): Promise<Invited> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  return transact(ctx, 'security', async (ctx) => {
    const employeeId = await lockColleague(ctx, publicId);
    const { signsIn, ...colleague } = await colleagueOf(ctx, employeeId);
    if (!signsIn) throw new Refusal('conflict.not-signing-in');
    const made = await makePasswordLink(ctx, { employeeId, askedBy: 'administrator' });
    if (!ctx.outside.smtp) return { publicId, link: fillTokens(ctx.outside, made.url) };
    await mailPasswordLink(ctx, colleague, made);
    return { publicId, link: null };
  });
}

/**
 * For whoever works on the server: the way back in of the last administrator. @throws Refusal `not-found.employee`,
 * `conflict.not-signing-in`
 */
export async function givePasswordLink(ctx: Context, email: string): Promise<string> {
  return transact(ctx, 'security', async (ctx) => {
    const found = await sql<{ id: string; publicId: string; signsIn: boolean }>`
      select id, public_id as "publicId", user_id is not null as "signsIn" from employee
      where lower(email) = ${email.trim().toLowerCase()} and left_at is null`.execute(ctx.database);
    const [colleague] = found.rows;
    if (!colleague) throw new Refusal('not-found.employee', { email });
    await lockColleague(ctx, colleague.publicId);
    if (!colleague.signsIn) throw new Refusal('conflict.not-signing-in');
    const { url } = await makePasswordLink(ctx, { employeeId: colleague.id, askedBy: 'server' });
    return fillTokens(ctx.outside, url);
  });
}

/** Whose password this link changes, while it works. */
export async function findByPasswordLink(
  ctx: Context,
  token: string,
): Promise<{ name: string; email: string } | undefined> {
  const found = await sql<{ name: string; email: string }>`
    select e.name, e.email from password_link l
    join employee e on e.id = l.employee_id and e.left_at is null and e.user_id is not null
    where ${works(token, asDate(ctx.clock.now()))}`.execute(ctx.database);
  return found.rows[0];
}

/**
 * Another password by a link, once: every session and every open stream of this colleague ends; with `keys` the programs
 * that they let in are out as well. Gives the address to sign in with. @throws Refusal `forbidden.password-link`
 */
export async function resetPassword(
  ctx: Context,
  token: string,
  { password, keys }: { password: string; keys: boolean },
): Promise<string> {
  return transact(ctx, 'security', async (ctx) => {
    const now = asDate(ctx.clock.now());
    const used = await sql<{ id: string; userId: string }>`
      update password_link l set used_at = ${now} from employee e
      where e.id = l.employee_id and e.left_at is null and e.user_id is not null and ${works(token, now)}
      returning e.id, e.user_id as "userId"`.execute(ctx.database);
    const [owner] = used.rows;
    if (!owner) throw new Refusal('forbidden.password-link');
    const subject = { kind: 'employee', id: owner.id };
    await setPassword(ctx, owner.userId, password);
    if (keys)
      await sql`update api_key set revoked_at = ${now} where created_by = ${owner.id} and revoked_at is null`.execute(
        ctx.database,
      );
    await ctx.emit([
      { verb: 'employee.password-reset', subject },
      { verb: 'employee.signed-out', subject, data: { keys } },
    ]);
    const colleague = await colleagueOf(ctx, owner.id);
    await mailPasswordChanged(ctx, colleague);
    return colleague.email;
  });
}

async function colleagueOf(
  ctx: Context,
  id: string,
): Promise<{ name: string; email: string; locale: Locale; signsIn: boolean }> {
  const found = await sql<{ name: string; email: string; locale: Locale | null; signsIn: boolean }>`
    select name, email, locale, user_id is not null as "signsIn" from employee where id = ${id}`.execute(
    ctx.database,
  );
  const [colleague] = found.rows;
  if (!colleague) throw new Refusal('not-found.employee', { id });
  return { ...colleague, locale: colleague.locale ?? ctx.locale };
}
